//! Exposure against an oracle that tries every failure: all figures of a grid, all numbers of events, in every month,
//! paid in order of time as the contract says.

use std::fmt::Write as _;

use proptest::prelude::*;
use servanda::evaluate::exposure::{Amount, exposure};
use servanda::source::Source;
use servanda::{LoadError, Loader, Options, examine};

use crate::support::repeatable;

/// The fee of the service, in cents a month.
const FEE: i64 = 10_000;

/// A limit in cents, in each so many months from the beginning of a calendar year; none: for the whole term.
#[derive(Debug, Clone, Copy)]
struct Limit {
    cents: i64,
    months: Option<i64>,
}

/// Remedies, small enough to try all that can happen.
#[derive(Debug, Clone)]
struct Remedies {
    /// The first month of the term, from 1; it has three.
    first: i64,
    /// Limits in tenths of a percent, from the target downwards, with percent of the fee, points, or of the pool.
    bands: Vec<(i64, i64)>,
    kind: Kind,
    /// For each full so many percent below 90%, so many percent of the fee.
    step: Option<(i64, i64)>,
    /// A miss right after a miss counts so often.
    repeat: i64,
    uptime_caps: Vec<Limit>,
    /// For each event, in cents.
    event: Option<i64>,
    event_caps: Vec<Limit>,
    largest_only: bool,
    caps: Vec<Limit>,
    /// The cap of liability, and whether credits count towards it.
    liability: Option<(i64, bool)>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Share,
    /// Each so many points pay so many cents.
    Points(i64, i64),
    /// This share of the fee is at risk; the pool has that share of it.
    Pool(i64, i64),
}

fn said(limit: &Limit) -> String {
    let each = match limit.months {
        Some(1) => "each month",
        Some(3) => "each quarter",
        Some(_) => "each year",
        None => "each period",
    };
    format!("at most EUR {}.{:02} {each}", limit.cents / 100, limit.cents % 100)
}

impl Remedies {
    fn spec(&self) -> String {
        let mut out = format!(
            "agreement \"Exposure\"\n  version 1.0\n  currency EUR\n  zone UTC\n\n\
             parties\n  provider \"Acme GmbH\" as Acme\n  customer \"Globex AG\" as Globex\n\n\
             period\n  effective 2027-{:02}-01\n  lasts 3 months\n\n\
             services\n  API \"Acme API\"\n    fee EUR 100 per month\n\n\
             levels\n  uptime of API as Uptime\n    at least 99.9% each month\n    down when \"it does not answer\"\n\
             \x20 ratio of API as Answers\n    at least 99% each month\n    good are \"answers in time\"\n    all are \"requests\"\n\n\
             penalties\n",
            self.first
        );
        if let Kind::Pool(share, pool) = self.kind {
            let _ =
                writeln!(out, "  at risk {share}% of the fee of API each month\n    pool \"Up\" {pool}% for Uptime");
        }
        out += "  credits for Uptime from the fee of API\n";
        for (limit, award) in &self.bands {
            let award = match self.kind {
                Kind::Share => format!("credit {award}%"),
                Kind::Points(..) => format!("{award} points"),
                Kind::Pool(..) => format!("credit {award}% of the pool"),
            };
            let _ = writeln!(out, "    below {}.{}%  {award}", limit / 10, limit % 10);
        }
        if let Some((length, award)) = self.step {
            let _ = writeln!(out, "    each full {length}% below 90%  credit {award}%");
        }
        if self.repeat > 1 {
            let _ = writeln!(out, "    a miss right after a miss counts {} times", self.repeat);
        }
        for cap in &self.uptime_caps {
            let _ = writeln!(out, "    {}", said(cap));
        }
        if let Some(cents) = self.event {
            out += "  credits for Answers\n";
            let _ = writeln!(out, "    each request missed  credit EUR {}.{:02}", cents / 100, cents % 100);
            for cap in &self.event_caps {
                let _ = writeln!(out, "    {}", said(cap));
            }
        }
        if let Kind::Points(points, cents) = self.kind {
            let _ = writeln!(out, "  each {points} points credit EUR {}.{:02}", cents / 100, cents % 100);
        }
        if self.largest_only {
            out += "  only the largest credit counts\n";
        }
        for cap in &self.caps {
            let _ = writeln!(out, "  {}", said(cap));
        }
        if let Some((cents, count)) = self.liability {
            let count = if count { "credits count towards the cap" } else { "credits do not count towards the cap" };
            let _ = writeln!(out, "\nliability\n  capped at EUR {}.{:02}\n  {count}", cents / 100, cents % 100);
        }
        out
    }

    /// What an availability, in tenths of a percent, gives in a month: hundredths of cents, or points.
    fn uptime(&self, figure: i64) -> i64 {
        let band = self.bands.iter().rfind(|(limit, _)| figure < *limit).map_or(0, |(_, award)| *award);
        match self.kind {
            Kind::Points(..) => band,
            // Whole percents of the fee are whole cents.
            Kind::Pool(share, pool) => band * (FEE / 100 * share * pool / 100),
            Kind::Share => {
                let steps = self.step.map_or(0, |(length, award)| (900 - figure).max(0) / (length * 10) * award);
                (band + steps) * FEE
            }
        }
    }

    /// The months and their sum, if these figures are reached and so many events happen.
    fn paid(&self, months: &[(i64, i64)]) -> Vec<i64> {
        let mut accounts = [Vec::new(), Vec::new(), Vec::new(), Vec::new()];
        let (pool, at_risk) = match self.kind {
            Kind::Pool(share, pool) => {
                let at_risk = FEE / 100 * share;
                let of = |cents| vec![Limit { cents, months: Some(1) }];
                (of((at_risk * pool + 50) / 100), of(at_risk))
            }
            _ => (Vec::new(), Vec::new()),
        };
        let liability = self.liability.filter(|(_, count)| *count).map(|(cents, _)| Limit { cents, months: None });
        let all: Vec<Limit> = at_risk.into_iter().chain(self.caps.iter().copied()).chain(liability).collect();
        let mut missed = false;
        let mut sums = Vec::new();
        for (number, (figure, events)) in months.iter().enumerate() {
            let month = self.first + i64::try_from(number).expect("a number") - 1;
            let mut single = self.uptime(*figure);
            let misses = single > 0;
            if misses && missed {
                single *= self.repeat;
            }
            missed = misses;
            let mut amounts = Vec::new();
            if let Kind::Points(points, cents) = self.kind {
                amounts.push((2, single / points * cents));
            } else {
                let own = within((single + 50) / 100, &self.uptime_caps, month, &mut accounts[0]);
                amounts.push((0, within(own, &pool, month, &mut accounts[2])));
            }
            let each = events * self.event.unwrap_or(0);
            amounts.push((1, within(each, &self.event_caps, month, &mut accounts[1])));
            if self.largest_only {
                let largest = amounts.iter().map(|(_, amount)| *amount).max().unwrap_or(0);
                amounts = vec![(0, largest)];
            }
            sums.push(amounts.into_iter().map(|(_, amount)| within(amount, &all, month, &mut accounts[3])).sum());
        }
        sums
    }
}

/// What limits leave of an amount in a month, after what was paid before.
fn within(amount: i64, limits: &[Limit], month: i64, account: &mut Vec<(i64, i64)>) -> i64 {
    let mut left = amount;
    for limit in limits {
        let same = |other: i64| limit.months.is_none_or(|months| other / months == month / months);
        let used: i64 = account.iter().filter(|(other, _)| same(*other)).map(|(_, paid)| paid).sum();
        left = left.min((limit.cents - used).max(0));
    }
    account.push((month, left));
    left
}

fn limits() -> impl Strategy<Value = Vec<Limit>> {
    let months = prop_oneof![Just(Some(1)), Just(Some(3)), Just(Some(12)), Just(None)];
    let limit = (1_i64..12_000, months).prop_map(|(cents, months)| Limit { cents, months });
    prop::collection::vec(limit, 0..3)
}

fn remedies() -> impl Strategy<Value = Remedies> {
    let kind = prop_oneof![
        4 => Just(Kind::Share),
        1 => (1_i64..8, 1_i64..2_000).prop_map(|(points, cents)| Kind::Points(points, cents)),
        1 => (1_i64..30, 1_i64..100).prop_map(|(share, pool)| Kind::Pool(share, pool)),
    ];
    let bands = prop::collection::vec((300_i64..990, 1_i64..60), 1..3);
    let step = prop::option::of((1_i64..20, 1_i64..5));
    let money = (limits(), prop::option::of(1_i64..3_000), limits(), any::<bool>(), limits());
    let liability = prop::option::of((1_i64..20_000, any::<bool>()));
    (1_i64..10, kind, bands, step, 1_i64..3, money, liability).prop_map(
        |(first, kind, mut bands, step, repeat, (uptime_caps, event, event_caps, largest, caps), liability)| {
            bands.sort_by(|one, other| other.cmp(one));
            bands.dedup_by_key(|(limit, _)| *limit);
            let event_caps = if event.is_some() { event_caps } else { Vec::new() };
            // The caps of a rule in points are caps of nothing.
            let uptime_caps = if matches!(kind, Kind::Points(..)) { Vec::new() } else { uptime_caps };
            Remedies {
                first,
                bands,
                kind,
                step: step.filter(|_| kind == Kind::Share),
                repeat,
                uptime_caps,
                event,
                event_caps,
                largest_only: largest && first % 2 == 0,
                caps,
                liability,
            }
        },
    )
}

/// The most of a month and of the term, over all that can happen with up to so many events a month.
fn tried(remedies: &Remedies, events: &[i64]) -> (i64, i64) {
    // One figure in each band, and those at its ends, where steps count most.
    let mut figures = vec![1000, 0];
    figures.extend(remedies.bands.iter().flat_map(|(limit, _)| [*limit - 1, *limit]));
    figures.sort_unstable();
    figures.dedup();
    let events = if remedies.event.is_some() { events } else { &[0] };
    let month: Vec<(i64, i64)> =
        figures.iter().flat_map(|figure| events.iter().map(move |events| (*figure, *events))).collect();
    let (mut worst, mut most) = (0, 0);
    for one in &month {
        for two in &month {
            for three in &month {
                let paid = remedies.paid(&[*one, *two, *three]);
                worst = worst.max(paid.iter().copied().max().unwrap_or(0));
                most = most.max(paid.iter().sum());
            }
        }
    }
    (worst, most)
}

struct Alone;

impl Loader for Alone {
    fn load(&mut self, _: &str) -> Result<String, LoadError> {
        Err(LoadError::Missing)
    }
}

/// More events than any limit of the test lets count, and twice as many.
const MANY: i64 = 40_000;

proptest! {
    #![proptest_config(repeatable(250))]

    #[test]
    fn the_worst_case_is_the_worst_that_can_happen(remedies in remedies()) {
        let spec = examine(Source::new("case.sla", remedies.spec()), &mut Alone, &Options::default());
        let agreement = spec.agreement();
        prop_assert!(agreement.is_some(), "{}\n{:#?}", remedies.spec(), spec.report.diagnostics);
        let told = exposure(agreement.expect("an agreement")).expect("no holidays").worst;
        let (month, term) = tried(&remedies, &[0, 1, MANY]);
        let (more_month, more_term) = tried(&remedies, &[2 * MANY]);
        let holds = |told: Amount, tried: i64, more: i64, exact: bool| match told {
            Amount::Unlimited => more > tried,
            Amount::Exactly(money) if exact => money.minor == tried,
            Amount::Exactly(money) | Amount::AtMost(money) => money.minor >= tried.max(more),
            Amount::Unknown => false,
        };
        prop_assert!(holds(told.term, term, more_term, true), "{}\n{told:#?} {term}", remedies.spec());
        // Where all limits hold for the same time, nothing is left open.
        let limits = remedies.uptime_caps.iter().chain(&remedies.event_caps).chain(&remedies.caps);
        let alike = limits.into_iter().all(|limit| limit.months == Some(1));
        prop_assert!(!(alike && matches!(told.term, Amount::AtMost(_))), "{}\n{told:#?}", remedies.spec());
        // With the miss before it, a month is told as if that had cost nothing.
        let alone = remedies.repeat == 1;
        prop_assert!(holds(told.month, month, more_month, alone), "{}\n{told:#?} {month}", remedies.spec());
    }
}
