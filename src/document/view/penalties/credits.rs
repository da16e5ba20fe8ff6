//! Credits for levels: bands, events, steps, lateness.

use schemars::JsonSchema;
use serde::Serialize;

use super::super::Context;
use super::super::context::names;
use super::fee::{Base, Cap, fixed, unit_of};
use crate::evaluate::{reached, share_of};
use crate::model::{
    self, Band, BandEdge, BandFigure, CapAmount, Cycle, CycleUnit, DurationUnit, LateUnit, Missed, Money, Quantity,
    StepFrom, TimeMeasure,
};

/// Credits for some levels.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Credits {
    /// Tells its anchor from those of other credits.
    id: usize,
    source: String,
    levels: Vec<String>,
    /// Whether it is for one level only.
    single: bool,
    /// `each Calendar Month`, where all these levels are judged in the same cycle.
    in_each: Option<String>,
    /// `Calendar Month`, where it is one of these.
    unit: Option<String>,
    base: Option<Base>,
    /// Whether all that a miss gives is points.
    points: bool,
    /// Whether something is a share of the fee.
    shares: bool,
    /// Whether something is the fee for some time of service, and whether of hours.
    service_time: bool,
    service_hours: bool,
    bands: Option<Bands>,
    events: Vec<Event>,
    /// Whether all events give points.
    event_points: bool,
    /// The word for what a severity belongs to.
    ticket: String,
    /// Whether a share of misses is allowed by some level, so that a single miss needs a word.
    misses_allowed: bool,
    steps: Vec<Step>,
    late: Vec<Late>,
    beyond: Vec<Beyond>,
    /// The fee for the downtime is owed so many times; `1` for pro rata.
    lost_time: Option<String>,
    one_for_one_incident: bool,
    largest_only: bool,
    caps: Vec<Cap>,
    minimum: Option<String>,
    /// Nothing is owed up to this sum.
    exempt: Option<Exempt>,
    repeat: Option<String>,
    retroactive: bool,
    earn_back: Option<EarnBack>,
    examples: Vec<Example>,
}

impl Credits {
    pub(super) fn new(context: &Context<'_>, id: usize, rule: &model::CreditRule) -> Self {
        let forms = context.forms;
        let levels = || rule.levels.iter().filter_map(|name| context.agreement.level(name));
        let cycle: Option<Cycle> = levels().next().map(|level| level.judged);
        let cycle = cycle.filter(|cycle| levels().all(|level| level.judged == *cycle));
        let unit = cycle.and_then(unit_of);
        let fee = rule.base.as_ref().and_then(|base| fixed(context, base, unit));
        let pricing = Pricing { context, fee };
        let awards: Vec<&model::Award> = rule.awards().collect();
        let service = |award: &&model::Award| matches!(award, model::Award::Service(_));
        let hours =
            |award: &&model::Award| matches!(award, model::Award::Service(time) if time.unit < DurationUnit::Day);
        Self {
            id,
            source: context.source(rule.origin),
            levels: names(rule.levels.iter().map(|name| &name.value)),
            single: rule.levels.len() == 1,
            in_each: cycle.map(|cycle| forms.each(cycle)),
            unit: unit.map(|unit| forms.cycle_unit(unit, 1).to_owned()),
            base: rule.base.as_ref().map(|base| Base::new(context, base, unit)),
            points: !awards.is_empty() && awards.iter().all(|award| is_points(award)),
            shares: rule.lost_time_multiple.is_some()
                || awards.iter().any(|award| matches!(award, model::Award::Share(_)))
                || rule.caps.iter().any(|cap| matches!(cap.amount, CapAmount::Share { .. })),
            service_time: awards.iter().any(service)
                || rule.caps.iter().any(|cap| matches!(cap.amount, CapAmount::Service(_))),
            service_hours: awards.iter().any(hours),
            bands: Bands::new(&pricing, &rule.bands),
            events: rule.events.iter().map(|event| Event::new(&pricing, event)).collect(),
            event_points: rule.events.iter().all(|event| is_points(&event.award)),
            ticket: context.ticket(),
            misses_allowed: levels().any(allows_misses),
            steps: rule.steps.iter().map(|step| Step::new(&pricing, step)).collect(),
            late: rule.late.iter().map(|late| Late::new(&pricing, late)).collect(),
            beyond: rule.beyond.iter().map(|beyond| Beyond::new(&pricing, beyond)).collect(),
            lost_time: rule.lost_time_multiple.map(|times| forms.number(times)),
            one_for_one_incident: rule.one_credit_for_one_incident,
            largest_only: rule.largest_only,
            caps: rule.caps.iter().map(|cap| Cap::new(context, cap)).collect(),
            minimum: rule.minimum.map(|minimum| forms.money(minimum)),
            exempt: rule.exempt.map(|exempt| Exempt::new(context, exempt)),
            repeat: rule.repeat_multiplier.map(|times| forms.number(times)),
            retroactive: rule.retroactive,
            earn_back: rule.earn_back.as_ref().map(|earn_back| EarnBack::new(context, earn_back)),
            examples: rule.examples.iter().map(|example| Example::new(context, example)).collect(),
        }
    }
}

fn is_points(award: &model::Award) -> bool {
    matches!(award, model::Award::Points(_))
}

/// Whether a level of support times is met although some tickets miss theirs.
fn allows_misses(level: &model::Level) -> bool {
    let model::Indicator::SupportTimes(times) = &level.indicator else { return false };
    times.rows.iter().flat_map(|row| TimeMeasure::ALL.map(|measure| row.share(measure))).flatten().any(|share| {
        let (part, whole) = share.fraction();
        part < whole
    })
}

/// What awards are written with: the forms, and the fee where it is fixed.
struct Pricing<'p, 'c> {
    context: &'p Context<'c>,
    fee: Option<Money>,
}

/// What a miss gives: one of these.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Award {
    share: Option<String>,
    /// A share of the level's pool.
    of_pool: Option<String>,
    amount: Option<String>,
    /// The fee of so much service.
    service: Option<String>,
    points: Option<String>,
    /// So much work of this, in place of money.
    work: Option<String>,
    work_time: Option<String>,
    /// What the share comes to on the effective date, where the fee is fixed.
    computed: Option<String>,
}

impl Award {
    pub(super) fn new(context: &Context<'_>, award: &model::Award) -> Self {
        Self::priced(&Pricing { context, fee: None }, award)
    }

    fn priced(pricing: &Pricing<'_, '_>, award: &model::Award) -> Self {
        let forms = pricing.context.forms;
        let mut printed = Self {
            share: None,
            of_pool: None,
            amount: None,
            service: None,
            points: None,
            work: None,
            work_time: None,
            computed: None,
        };
        match award {
            model::Award::Share(share) => {
                printed.share = Some(forms.percent(*share));
                printed.computed = pricing.fee.and_then(|fee| share_of(*share, fee)).map(|amount| forms.money(amount));
            }
            model::Award::PoolShare(share) => printed.of_pool = Some(forms.percent(*share)),
            model::Award::Amount(amount) => printed.amount = Some(forms.money(*amount)),
            model::Award::Service(time) => printed.service = Some(forms.duration(*time)),
            model::Award::Work { time, of } => {
                printed.work_time = Some(forms.duration(*time));
                printed.work = Some(of.clone());
            }
            model::Award::Points(points) => printed.points = Some(forms.number(*points)),
        }
        printed
    }
}

/// A table of bands.
#[derive(Debug, Serialize, JsonSchema)]
struct Bands {
    rows: Vec<BandRow>,
    several: bool,
    /// What is compared with the limits.
    figure: BandFigure,
    /// Whether the rows give points, not credits.
    points: bool,
    /// Whether figures further down give more.
    downwards: bool,
    /// The one edge of all rows.
    edge: Option<BandEdge>,
    /// Whether a row's amount is known beside its share.
    computed: bool,
    /// What a figure equal to a limit gives, where two rows meet.
    boundary: Option<Boundary>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct BandRow {
    edge: BandEdge,
    limit: String,
    award: Award,
}

/// A figure that is equal to a limit.
#[derive(Debug, Serialize, JsonSchema)]
struct Boundary {
    figure: String,
    award: Award,
}

impl Bands {
    fn new(pricing: &Pricing<'_, '_>, bands: &[Band]) -> Option<Self> {
        let first = bands.first()?;
        let rows: Vec<_> = bands
            .iter()
            .map(|band| BandRow {
                edge: band.edge,
                limit: pricing.context.forms.quantity(&band.limit),
                award: Award::priced(pricing, &band.award),
            })
            .collect();
        let boundary = bands.get(1).and_then(|second| {
            let Quantity::Percent(figure) = second.limit.value else { return None };
            let award = Award::priced(pricing, &reached(bands, figure)?.award);
            Some(Boundary { figure: pricing.context.forms.percent(figure), award })
        });
        Some(Self {
            several: rows.len() > 1,
            figure: first.figure,
            points: rows.iter().all(|row| row.award.points.is_some()),
            downwards: is_downwards(first.edge),
            edge: Some(first.edge).filter(|edge| bands.iter().all(|band| band.edge == *edge)),
            computed: rows.iter().any(|row| row.award.computed.is_some()),
            boundary,
            rows,
        })
    }
}

fn is_downwards(edge: BandEdge) -> bool {
    matches!(edge, BandEdge::Below | BandEdge::AtOrBelow)
}

/// A credit for each event.
#[derive(Debug, Serialize, JsonSchema)]
struct Event {
    severity: Option<String>,
    measure: Option<TimeMeasure>,
    thing: Option<String>,
    award: Award,
}

impl Event {
    fn new(pricing: &Pricing<'_, '_>, event: &model::EventCredit) -> Self {
        let (measure, thing) = match &event.missed {
            Missed::Time(measure) => (Some(*measure), None),
            Missed::Thing(thing) => (None, Some(thing.clone())),
        };
        let severity = event.severity.as_ref().map(|severity| severity.value.to_string());
        Self { severity, measure, thing, award: Award::priced(pricing, &event.award) }
    }
}

/// A credit for each step.
#[derive(Debug, Serialize, JsonSchema)]
struct Step {
    step: String,
    /// Whether the step is a share, so that it is one of percentage points.
    points_of_percent: bool,
    full: bool,
    below: Option<String>,
    above: Option<String>,
    /// Along each outage, not along the sum of downtime.
    of_outage: bool,
    /// Downtime before the first step.
    beyond: bool,
    beyond_allowance: bool,
    beyond_time: Option<String>,
    award: Award,
}

impl Step {
    fn new(pricing: &Pricing<'_, '_>, step: &model::StepCredit) -> Self {
        let forms = pricing.context.forms;
        let (below, above) = match &step.from {
            StepFrom::Below(limit) => (Some(forms.quantity(limit)), None),
            StepFrom::Above(limit) => (None, Some(forms.quantity(limit))),
            StepFrom::Downtime | StepFrom::Outage => (None, None),
        };
        let (printed, points_of_percent) = match &step.step {
            Quantity::Percent(percent) => (forms.number(percent.number()), true),
            other => (forms.quantity(other), false),
        };
        Self {
            step: printed,
            points_of_percent,
            full: step.full,
            below,
            above,
            of_outage: step.from == StepFrom::Outage,
            beyond: step.beyond.is_some(),
            beyond_allowance: step.beyond.is_some_and(|beyond| beyond.allowance),
            beyond_time: step.beyond.and_then(|beyond| beyond.time).map(|time| forms.duration(time)),
            award: Award::priced(pricing, &step.award),
        }
    }
}

/// A sum up to which nothing is owed.
#[derive(Debug, Serialize, JsonSchema)]
struct Exempt {
    up_to: String,
    in_each: Option<String>,
}

impl Exempt {
    fn new(context: &Context<'_>, exempt: model::Exempt) -> Self {
        let forms = context.forms;
        Self { up_to: forms.money(exempt.up_to), in_each: exempt.each.map(|cycle| forms.each(cycle)) }
    }
}

/// A credit for each unit of lateness.
#[derive(Debug, Serialize, JsonSchema)]
struct Late {
    unit: LateUnit,
    full: bool,
    award: Award,
}

impl Late {
    fn new(pricing: &Pricing<'_, '_>, late: &model::LateCredit) -> Self {
        Self { unit: late.unit, full: late.full, award: Award::priced(pricing, &late.award) }
    }
}

/// A credit from a day of lateness on.
#[derive(Debug, Serialize, JsonSchema)]
struct Beyond {
    day: String,
    unit: LateUnit,
    from: String,
    award: Award,
}

impl Beyond {
    fn new(pricing: &Pricing<'_, '_>, beyond: &model::BeyondCredit) -> Self {
        let forms = pricing.context.forms;
        let from = beyond.from_day.unwrap_or_else(|| beyond.beyond_day.saturating_add(1));
        Self {
            day: forms.count(beyond.beyond_day),
            unit: beyond.each,
            from: forms.count(from),
            award: Award::priced(pricing, &beyond.award),
        }
    }
}

/// How a credit is earned back.
#[derive(Debug, Serialize, JsonSchema)]
struct EarnBack {
    level: String,
    count: String,
    units: String,
}

impl EarnBack {
    fn new(context: &Context<'_>, earn_back: &model::EarnBack) -> Self {
        let unit: CycleUnit = earn_back.unit;
        Self {
            level: earn_back.level.to_string(),
            count: context.forms.count(earn_back.count),
            units: context.forms.cycle_unit(unit, earn_back.count).to_owned(),
        }
    }
}

/// An example of the author's, recomputed.
#[derive(Debug, Serialize, JsonSchema)]
struct Example {
    given: Vec<String>,
    gives: Vec<String>,
    several: bool,
    /// Whether it gives shares of the fee.
    shares: bool,
    unit: Option<String>,
}

impl Example {
    fn new(context: &Context<'_>, example: &model::WorkedExample) -> Self {
        let print =
            |quantities: &[Quantity]| quantities.iter().map(|quantity| context.forms.quantity(quantity)).collect();
        Self {
            given: print(&example.given),
            gives: print(&example.gives),
            several: example.given.len() > 1,
            shares: example.gives.iter().any(|quantity| matches!(quantity, Quantity::Percent(_))),
            unit: example.unit.clone(),
        }
    }
}
