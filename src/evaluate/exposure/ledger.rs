//! Credits paid out in order of time, within the limits of rules, of pools, and of all credits together.

use std::collections::BTreeSet;

use num_traits::{CheckedMul, Zero};

use super::basis::Basis;
use super::credits::{Credit, Credits};
use super::fees::Fees;
use super::range::Range;
use crate::evaluate::cycles::Span;
use crate::evaluate::formula::{Exact, fraction, rounded};
use crate::evaluate::term::last_day;
use crate::model::{Agreement, CapAmount, Cycle, CycleUnit, Date, FeeBase, LiabilityAmount, Money, Name, Percent};

/// Which limits hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Limits {
    /// Those of the rule itself, and of its pool.
    OwnOnly,
    /// All.
    All,
}

/// What was paid.
#[derive(Debug, Clone)]
pub(super) struct Paid {
    /// In minor units: at least; none: without a limit.
    pub(super) least: Option<i128>,
    /// At most; none: that is not known, or there is no limit.
    pub(super) most: Option<i128>,
    /// The limits that something was cut by.
    pub(super) limits: BTreeSet<Basis>,
}

impl Paid {
    /// Whether it may be more than another one.
    pub(super) fn exceeds(&self, other: &Self) -> bool {
        match (self.most, other.most) {
            (None, None) => self.least.is_none() && other.least.is_some(),
            (one, other) => one.is_none() || other.is_some_and(|other| one.is_some_and(|one| one > other)),
        }
    }
}

/// Whose credits a limit is for; each stage is applied to what the one before has left.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Scope<'a> {
    Rule(usize),
    Levels(&'a [Name]),
    All,
}

impl Scope<'_> {
    fn stage(self) -> u8 {
        match self {
            Self::Rule(_) => 0,
            Self::Levels(_) => 1,
            Self::All => 2,
        }
    }

    fn holds(self, credit: &Credit) -> bool {
        match self {
            Self::Rule(rule) => credit.rule == Some(rule),
            Self::Levels(levels) => credit.levels.iter().any(|level| levels.contains(level)),
            Self::All => true,
        }
    }
}

/// A limit on the credits of one cycle.
#[derive(Debug, Clone)]
struct Limit<'a> {
    basis: Basis,
    scope: Scope<'a>,
    each: Cycle,
    worth: Worth<'a>,
}

#[derive(Debug, Clone)]
enum Worth<'a> {
    Cap { amount: &'a CapAmount, base: Option<&'a FeeBase> },
    Share { shares: Vec<Percent>, of: &'a FeeBase },
    Amount(Money),
    Fees { share: Percent, paid: bool, within: crate::model::Duration },
}

/// The limits of an agreement.
#[derive(Debug, Clone)]
pub(super) struct Ledger<'a> {
    agreement: &'a Agreement,
    fees: Fees<'a>,
    limits: Vec<Limit<'a>>,
}

impl<'a> Ledger<'a> {
    pub(super) fn new(agreement: &'a Agreement, fees: Fees<'a>) -> Self {
        let mut limits = Vec::new();
        if let Some(penalties) = &agreement.penalties {
            for (at, rule) in penalties.credits.iter().enumerate() {
                for (number, cap) in rule.caps.iter().enumerate().filter(|(_, cap)| !cap.per_incident) {
                    let base = rule.base.as_ref().map(|base| &base.value);
                    limits.push(Limit {
                        basis: Basis::RuleCap(at, number),
                        scope: Scope::Rule(at),
                        each: cap.each.unwrap_or(Cycle::Period),
                        worth: Worth::Cap { amount: &cap.amount, base },
                    });
                }
            }
            if let Some(risk) = &penalties.at_risk {
                let each = risk.each.unwrap_or(Cycle::Each(CycleUnit::Month));
                for (at, pool) in risk.pools.iter().enumerate() {
                    let worth = Worth::Share { shares: vec![risk.share, pool.share], of: &risk.of };
                    limits.push(Limit { basis: Basis::Pool(at), scope: Scope::Levels(&pool.levels), each, worth });
                }
                let worth = Worth::Share { shares: vec![risk.share], of: &risk.of };
                limits.push(Limit { basis: Basis::AtRisk, scope: Scope::All, each, worth });
            }
            for (number, cap) in penalties.caps.iter().enumerate().filter(|(_, cap)| !cap.per_incident) {
                let each = cap.each.unwrap_or(Cycle::Period);
                let worth = Worth::Cap { amount: &cap.amount, base: None };
                limits.push(Limit { basis: Basis::Cap(number), scope: Scope::All, each, worth });
            }
        }
        if let Some(liability) = agreement.liability.as_ref().filter(|liability| liability.credits_count == Some(true))
            && let Some(cap) = &liability.cap
        {
            let worth = match &cap.amount {
                LiabilityAmount::Amount(amount) => Worth::Amount(*amount),
                LiabilityAmount::ShareOfFees { share, paid, within } => {
                    Worth::Fees { share: *share, paid: *paid, within: *within }
                }
            };
            let each = cap.each.unwrap_or(Cycle::Period);
            limits.push(Limit { basis: Basis::LiabilityCap, scope: Scope::All, each, worth });
        }
        Self { agreement, fees, limits }
    }

    /// The amount of the pool that a level belongs to.
    pub(super) fn pool(&self, level: &Name) -> Option<Exact> {
        let of_level = |limit: &&Limit<'_>| matches!(limit.scope, Scope::Levels(levels) if levels.contains(level));
        let limit = self.limits.iter().find(of_level)?;
        self.allows(limit, self.fees.horizon.first).most
    }

    /// Pays credits, the worst as far as limits let them; of a month alone, where sums of other months are not known.
    pub(super) fn pay(&self, credits: &Credits, limits: Limits, month: bool) -> Paid {
        let holding: Vec<&Limit<'_>> =
            self.limits.iter().filter(|limit| limits == Limits::All || limit.scope.stage() < 2).collect();
        let largest_only = self.agreement.penalties.as_ref().is_some_and(|penalties| penalties.largest_only);
        let run = |limits: &[&Limit<'_>], largest_only: bool, end: fn(Range) -> Option<Exact>| {
            self.run(credits, limits, Rules { month, largest_only }, end)
        };
        let (most, least) = (run(&holding, largest_only, Range::most), run(&holding, largest_only, Range::least));
        let mut paid = Paid { least: least.total, most: most.total, limits: most.cut_by() };
        // A limit on few, over a longer time than a limit on many, may be used up when the other would cut it anyway:
        // then paying later can come to more. All that is certain is what each of the two allows.
        if is_crossing(&most, largest_only) {
            let kept = |is: &dyn Fn(&Limit<'_>) -> bool| -> Vec<&Limit<'_>> {
                holding.iter().copied().filter(|limit| is(limit)).collect()
            };
            let on_many = kept(&|limit| limit.scope == Scope::All || is_short(limit.each));
            let on_few = kept(&|limit| matches!(limit.scope, Scope::Rule(_)) || limit.each == Cycle::Period);
            let one = run(&on_many, largest_only, Range::most).total;
            let other = run(&on_few, false, Range::most).total;
            paid.most = match (one, other) {
                (Some(one), Some(other)) => Some(one.min(other)),
                (one, other) => one.or(other),
            };
        }
        // Fees that were paid may be less than fees that are owed.
        let fees_paid = |limit: &&Limit<'_>| matches!(limit.worth, Worth::Fees { paid: true, .. });
        if holding.iter().filter(|limit| paid.limits.contains(&limit.basis)).any(fees_paid) {
            paid.least = Some(0);
        }
        paid
    }

    fn run(&self, credits: &Credits, limits: &[&Limit<'_>], rules: Rules, end: fn(Range) -> Option<Exact>) -> Run {
        let mut run = Run { accounts: vec![Vec::new(); limits.len()], ..Run::default() };
        let mut left: Vec<(usize, Option<Exact>)> = Vec::new();
        for (at, credit) in credits.0.iter().enumerate() {
            left.push((at, self.cut(&mut run, credit, end(credit.amount), limits, 0..1, end)));
        }
        self.exempt(credits, &mut left, rules.month);
        if rules.largest_only {
            left = self.largest_of_month(credits, left);
        }
        let mut total = Some(Exact::zero());
        for (at, amount) in left {
            let paid = self.cut(&mut run, &credits.0[at], amount, limits, 1..3, end);
            total = total.zip(paid).map(|(total, paid)| total + paid);
        }
        run.total = total.map(|total| total.to_integer());
        run
    }

    /// What some stages of limits leave of an amount; it is written to their accounts.
    fn cut(
        &self,
        run: &mut Run,
        credit: &Credit,
        amount: Option<Exact>,
        limits: &[&Limit<'_>],
        stages: std::ops::Range<u8>,
        end: fn(Range) -> Option<Exact>,
    ) -> Option<Exact> {
        let mut amount = amount;
        for stage in stages {
            let of_stage = |limit: &Limit<'_>| limit.scope.stage() == stage && limit.scope.holds(credit);
            for (at, limit) in limits.iter().enumerate().filter(|(_, limit)| of_stage(limit)) {
                let Some(allowed) = end(self.allows(limit, credit.date)) else { continue };
                let used: Exact = run.accounts[at]
                    .iter()
                    .filter(|(date, _)| self.together(limit.each, *date, credit.date))
                    .map(|(_, paid)| *paid)
                    .sum();
                let room = (allowed - used).max(Exact::zero());
                if amount.is_none_or(|amount| amount > room) {
                    amount = Some(room);
                    run.cuts.push((limit.basis, stage, self.span(limit.each, credit.date)));
                }
            }
            // An earlier limit of the same stage may have let more through than a later one.
            for (at, limit) in limits.iter().enumerate().filter(|(_, limit)| of_stage(limit)) {
                if let Some(amount) = amount.filter(|_| end(self.allows(limit, credit.date)).is_some()) {
                    run.accounts[at].push((credit.date, amount));
                }
            }
        }
        amount
    }

    /// Takes away credits whose sum is no larger than what a rule does not ask for.
    fn exempt(&self, credits: &Credits, left: &mut [(usize, Option<Exact>)], month: bool) {
        for (at, rule) in self.agreement.penalties.iter().flat_map(|penalties| penalties.credits.iter().enumerate()) {
            let Some(exempt) = rule.exempt else { continue };
            let each = exempt.each.unwrap_or(Cycle::Period);
            // A month's credits may be those with which a longer sum is exceeded.
            if month && each != Cycle::Each(CycleUnit::Month) {
                continue;
            }
            let Some(up_to) = self.fees.money(exempt.up_to) else { continue };
            let sums: Vec<Option<Exact>> = left
                .iter()
                .map(|(one, _)| {
                    let date = credits.0[*one].date;
                    let same = left.iter().filter(|(other, _)| {
                        credits.0[*other].rule == Some(at) && self.together(each, credits.0[*other].date, date)
                    });
                    same.map(|(_, amount)| *amount).try_fold(Exact::zero(), |sum, amount| Some(sum + amount?))
                })
                .collect();
            for ((one, amount), sum) in left.iter_mut().zip(sums) {
                if credits.0[*one].rule == Some(at) && sum.is_some_and(|sum| sum <= up_to) {
                    *amount = Some(Exact::zero());
                }
            }
        }
    }

    /// Of the credits of each calendar month, the largest.
    fn largest_of_month(&self, credits: &Credits, left: Vec<(usize, Option<Exact>)>) -> Vec<(usize, Option<Exact>)> {
        let mut kept: Vec<(usize, Option<Exact>)> = Vec::new();
        let month = Cycle::Each(CycleUnit::Month);
        for (at, amount) in left {
            let date = credits.0[at].date;
            match kept.iter_mut().find(|(known, _)| self.together(month, credits.0[*known].date, date)) {
                Some(known) => {
                    let larger = match (known.1, amount) {
                        (Some(known), Some(amount)) => amount > known,
                        (known, _) => known.is_some(),
                    };
                    if larger {
                        *known = (at, amount);
                    }
                }
                None => kept.push((at, amount)),
            }
        }
        kept
    }

    /// What a limit allows in the cycle that a date lies in.
    fn allows(&self, limit: &Limit<'_>, date: Date) -> Range {
        let known = match &limit.worth {
            Worth::Cap { amount, base } => self.fees.cap(amount, limit.each, *base, date),
            Worth::Share { shares, of } => {
                let fees = self.fees.of(of, limit.each);
                let part = |sum: Exact, share: &Percent| rounded(sum.checked_mul(&fraction(*share))?, 0);
                fees.and_then(|fees| shares.iter().try_fold(fees, part))
            }
            Worth::Amount(amount) => self.fees.money(*amount),
            Worth::Fees { share, within, .. } => {
                self.fees.all_for(*within).and_then(|fees| fees.checked_mul(&fraction(*share)))
            }
        };
        Range::known(known.and_then(|amount| rounded(amount, 0)))
    }

    /// Whether two dates lie in the same cycle of a limit; of a rolling one, whether the window that ends with the
    /// later date reaches back to the other.
    fn together(&self, each: Cycle, one: Date, other: Date) -> bool {
        match each {
            Cycle::Period => true,
            Cycle::Each(unit) => self.fees.horizon.cycle(unit, one) == self.fees.horizon.cycle(unit, other),
            Cycle::Rolling(length) => {
                let (first, last) = (one.min(other), one.max(other));
                last_day(first, length).is_none_or(|end| last <= end)
            }
        }
    }

    fn span(&self, each: Cycle, date: Date) -> Span {
        let horizon = self.fees.horizon;
        match each {
            Cycle::Each(unit) => horizon.cycle(unit, date).unwrap_or(Span { first: date, last: date }),
            Cycle::Period | Cycle::Rolling(_) => Span { first: horizon.first, last: horizon.last },
        }
    }
}

/// Whether a limit of an early stage has cut something in a time in which a shorter limit of a later stage has, too,
/// or in which only the largest credit of each month counts.
fn is_crossing(run: &Run, largest_only: bool) -> bool {
    run.cuts.iter().any(|(_, stage, long)| {
        let crossed = run.cuts.iter().any(|(_, later, short)| {
            let apart = short.last < long.first || long.last < short.first;
            let holds = short.first <= long.first && long.last <= short.last;
            stage < later && !apart && !holds
        });
        crossed || (largest_only && *stage == 0 && long.days() > LONGEST_MONTH)
    })
}

/// Days.
const LONGEST_MONTH: i64 = 31;

/// Whether a cycle is no longer than a month, in which all credits of a level fall together.
fn is_short(each: Cycle) -> bool {
    matches!(
        each,
        Cycle::Each(
            CycleUnit::Hour
                | CycleUnit::Day
                | CycleUnit::Week
                | CycleUnit::Month
                | CycleUnit::ContractMonth
                | CycleUnit::BillingMonth
        )
    )
}

/// How credits are paid.
#[derive(Debug, Clone, Copy)]
struct Rules {
    /// A month is looked at by itself.
    month: bool,
    /// Of the credits of a month, only the largest counts.
    largest_only: bool,
}

/// Credits paid with one end of all ranges.
#[derive(Debug, Default)]
struct Run {
    total: Option<i128>,
    /// For each limit, what was paid when.
    accounts: Vec<Vec<(Date, Exact)>>,
    /// Limits that cut something, their stage and the time that they hold for.
    cuts: Vec<(Basis, u8, Span)>,
}

impl Run {
    fn cut_by(&self) -> BTreeSet<Basis> {
        self.cuts.iter().map(|(basis, ..)| *basis).collect()
    }
}
