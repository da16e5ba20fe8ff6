//! One thing that goes wrong, and what it costs in one cycle and in every cycle of the term.

use std::collections::BTreeSet;

use num_traits::Zero;

use super::basis::Basis;
use super::credits::given;
use super::ledger::Limits;
use super::worst::{Given, Judged};
use super::{Case, Figures};
use crate::evaluate::credits::beyond;
use crate::evaluate::formula::{Exact, measure};
use crate::model::{CreditRule, Name, StepCredit};

/// How often a credit that is given each time is looked at.
const OFTEN: [u32; 2] = [1, 10];

/// Hours of downtime for which lost time is looked at.
const HOURS: [u32; 2] = [1, 24];

/// Something that goes wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scenario {
    /// The rule for credits, by its place in the agreement.
    pub rule: usize,
    /// The level, or one of the levels of the rule.
    pub level: Name,
    /// The statement that credits it.
    pub basis: Basis,
    /// How many events, steps, units of lateness or hours of downtime; none: a band is reached.
    pub count: Option<u32>,
    /// What it comes to in one cycle, and where it happens in each cycle of the term.
    pub figures: Figures,
}

/// The scenarios of an agreement, in the order of its statements.
pub(super) fn scenarios(case: &Case<'_>) -> Vec<Scenario> {
    let mut all = Vec::new();
    for (at, rule) in case.agreement.penalties.iter().flat_map(|penalties| penalties.credits.iter().enumerate()) {
        let Some(level) = rule.levels.iter().find_map(|name| case.agreement.level(name)) else { continue };
        for (basis, count) in statements(at, rule) {
            let gives = |judged: &Judged<'_, '_>| {
                let own = judged.at == at && judged.level.name.value == level.name.value;
                own.then(|| once(judged, basis, count.unwrap_or(1)))
            };
            let every = given(case, &gives);
            let first = every.0.first().map(|credit| credit.date);
            let one = every.only(|credit| Some(credit.date) == first);
            let paid = [&one, &every].map(|credits| case.ledger.pay(credits, Limits::All, false));
            let mut because: BTreeSet<Basis> = every.because().collect();
            because.extend(paid.iter().flat_map(|paid| paid.limits.iter().copied()));
            because.insert(basis);
            let [month, term] = paid.map(|paid| case.amount(&paid));
            let figures = Figures { month, term, because };
            all.push(Scenario { rule: at, level: level.name.value.clone(), basis, count, figures });
        }
    }
    all
}

/// The statements of a rule, each as often as it is looked at.
fn statements(at: usize, rule: &CreditRule) -> Vec<(Basis, Option<u32>)> {
    let often = |basis: Basis| OFTEN.into_iter().map(move |count| (basis, Some(count)));
    let bands = (0..rule.bands.len()).map(|band| (Basis::Band(at, band), None));
    let steps = (0..rule.steps.len()).flat_map(|step| often(Basis::Step(at, step)));
    let events = (0..rule.events.len()).flat_map(|event| often(Basis::Event(at, event)));
    let late = (0..rule.late.len()).flat_map(|late| often(Basis::Late(at, late)));
    let rows = rule.beyond.iter().enumerate();
    let rows = rows.map(|(row, beyond)| (Basis::Beyond(at, row), Some(beyond.beyond_day.saturating_add(1))));
    let lost = rule.lost_time_multiple.is_some();
    let lost = HOURS.into_iter().filter(|_| lost).map(|hours| (Basis::LostTime(at), Some(hours)));
    bands.chain(steps).chain(events).chain(late).chain(rows).chain(lost).collect()
}

/// What a statement gives so many times in one cycle.
fn once(judged: &Judged<'_, '_>, basis: Basis, count: u32) -> Given {
    let rule = judged.rule;
    let times = Exact::from_integer(i128::from(count));
    // Only the largest of several equal ones is owed.
    let often = if rule.largest_only { Exact::from_integer(1) } else { times };
    let award = match basis {
        Basis::Band(_, at) => return judged.award(&rule.bands[at].award, basis),
        Basis::Step(_, at) => {
            return judged.award(&rule.steps[at].award, basis).times(possible(judged, &rule.steps[at], times));
        }
        Basis::Late(_, at) => return judged.award(&rule.late[at].award, basis).times(times),
        Basis::Event(_, at) => &rule.events[at].award,
        Basis::Beyond(_, at) => {
            let worth = |award: &crate::model::Award| judged.award(award, basis).money.most;
            let sum = beyond(rule, count, &worth);
            let mut given = judged.award(&rule.beyond[at].award, basis);
            given.money = super::range::Range::known(sum);
            return given;
        }
        _ => return judged.lost_time(times * Exact::from_integer(3_600_000)),
    };
    let one = judged.award(award, basis);
    let money = one.money.min(judged.per_incident());
    Given { money, ..one }.times(often)
}

/// So many steps, or as many as there can be: no figure is below nothing.
fn possible(judged: &Judged<'_, '_>, step: &StepCredit, times: Exact) -> Exact {
    let crate::model::StepFrom::Below(from) = &step.from else { return times };
    let length = measure(&step.step);
    let percent = matches!(
        judged.level.target.as_ref().map(|target| &target.threshold.value),
        Some(crate::model::Quantity::Percent(_))
    );
    if !percent || length.is_zero() {
        return times;
    }
    times.min((measure(from) / length).ceil())
}
