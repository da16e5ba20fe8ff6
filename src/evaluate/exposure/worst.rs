//! The most that a rule gives for one of its levels in one cycle.

use num_traits::{CheckedMul, Zero};

use super::Case;
use super::basis::Basis;
use super::range::Range;
use crate::evaluate::cycles::Span;
use crate::evaluate::formula::{Exact, exact, fraction, measure};
use crate::evaluate::tiers::{Place, met_by, next_to, start, steps_at};
use crate::model::{
    Award, Band, BandFigure, CalendarRef, CapAmount, CreditRule, FeeBase, Indicator, Level, Quantity, StepCredit,
    StepFrom,
};

/// What is given for some failure: money, and points, with the statements that give it.
#[derive(Debug, Clone)]
pub(super) struct Given {
    pub(super) money: Range,
    pub(super) points: Range,
    pub(super) because: Vec<Basis>,
}

impl Given {
    pub(super) fn nothing() -> Self {
        Self { money: Range::nothing(), points: Range::nothing(), because: Vec::new() }
    }

    pub(super) fn plus(mut self, other: Self) -> Self {
        self.because.extend(other.because);
        Self { money: self.money.plus(other.money), points: self.points.plus(other.points), ..self }
    }

    /// The larger of the two; what is known of both.
    pub(super) fn or(self, other: Self) -> Self {
        let size = |given: &Self| {
            let rank = |range: Range| (range.most.is_none(), range.most.unwrap_or_default());
            (rank(given.money), rank(given.points))
        };
        let because = if size(&other) >= size(&self) { other.because } else { self.because };
        Self { money: self.money.max(other.money), points: self.points.max(other.points), because }
    }

    pub(super) fn times(self, factor: Exact) -> Self {
        Self { money: self.money.times(factor), points: self.points.times(factor), ..self }
    }

    /// Without a limit, since it may be given any number of times.
    fn any_number(self) -> Self {
        let often = |range: Range| if range.is_nothing() { range } else { Range::UNLIMITED };
        Self { money: often(self.money), points: often(self.points), ..self }
    }
}

/// A rule for one of its levels in one cycle.
pub(super) struct Judged<'c, 'a> {
    pub(super) case: &'c Case<'a>,
    /// The rule's place in the agreement.
    pub(super) at: usize,
    pub(super) rule: &'c CreditRule,
    pub(super) level: &'c Level,
    pub(super) cycle: Span,
}

impl Judged<'_, '_> {
    /// The most that is given.
    pub(super) fn worst(&self) -> Given {
        let rule = self.rule;
        let services = if self.level.each { self.level.services.len().max(1) } else { 1 };
        let figures = self.along_figures().times(Exact::from_integer(services as i128));
        let each_alone = self.rule.largest_only;
        let mut given = figures;
        for single in self.singles() {
            given = if each_alone { given.or(single) } else { given.plus(single.any_number()) };
        }
        for late in self.lateness() {
            // A ticket may be late for any time, so that only a limit for one incident ends it.
            let one =
                Given { money: self.per_incident().min(late.clone().any_number().money), ..late.clone().any_number() };
            given = if each_alone { given.or(one) } else { given.plus(late.any_number()) };
        }
        if each_alone && rule.caps.iter().any(|cap| cap.per_incident) {
            given.money = given.money.min(self.per_incident());
        }
        given
    }

    /// What an award is, once.
    pub(super) fn award(&self, award: &Award, basis: Basis) -> Given {
        let fees = &self.case.fees;
        let base = self.rule.base.as_ref().map(|base| &base.value);
        let (money, points) = match award {
            Award::Share(share) => {
                let fee = base.and_then(|base| fees.of(base, self.level.judged));
                (Range::known(fee.and_then(|fee| fee.checked_mul(&fraction(*share)))), Range::nothing())
            }
            Award::Amount(amount) => (Range::known(fees.money(*amount)), Range::nothing()),
            Award::Service(time) => {
                let own = self.level.services.first().map(|name| FeeBase::ServiceFee(name.value.clone()));
                let base = base.cloned().or(own);
                (Range::known(base.and_then(|base| fees.for_time(&base, *time, self.cycle.last))), Range::nothing())
            }
            Award::PoolShare(share) => {
                let pool = self.case.ledger.pool(&self.level.name.value);
                (Range::known(pool.and_then(|pool| pool.checked_mul(&fraction(*share)))), Range::nothing())
            }
            Award::Points(points) => (Range::nothing(), Range::exactly(exact(*points))),
            Award::Work { .. } => (Range::nothing(), Range::nothing()),
        };
        Given { money, points, because: vec![basis] }
    }

    /// The fee for some downtime, in milliseconds.
    pub(super) fn lost_time(&self, downtime: Exact) -> Given {
        let counted = self.counted();
        let fee = self.rule.base.as_ref().and_then(|base| self.case.fees.of(base, self.level.judged));
        let times = self.rule.lost_time_multiple.map_or_else(Exact::zero, exact);
        let part = counted.filter(|counted| !counted.is_zero()).map(|counted| downtime / counted);
        let money = fee.zip(part).and_then(|(fee, part)| fee.checked_mul(&part)?.checked_mul(&times));
        Given { money: Range::known(money), points: Range::nothing(), because: vec![Basis::LostTime(self.at)] }
    }

    /// Credits for single events, once each.
    fn singles(&self) -> Vec<Given> {
        let events = self.rule.events.iter().enumerate();
        events.map(|(at, event)| self.award(&event.award, Basis::Event(self.at, at))).collect()
    }

    /// Credits for one unit of lateness.
    fn lateness(&self) -> Vec<Given> {
        let late =
            self.rule.late.iter().enumerate().map(|(at, late)| self.award(&late.award, Basis::Late(self.at, at)));
        let beyond = self.rule.beyond.iter().enumerate();
        late.chain(beyond.map(|(at, row)| self.award(&row.award, Basis::Beyond(self.at, at)))).collect()
    }

    /// What the rule allows for one incident.
    pub(super) fn per_incident(&self) -> Range {
        let caps = self.rule.caps.iter().filter(|cap| cap.per_incident);
        let base = self.rule.base.as_ref().map(|base| &base.value);
        caps.map(|cap| match &cap.amount {
            CapAmount::Amount(amount) => Range::known(self.case.fees.money(*amount)),
            of => Range::known(self.case.fees.cap(of, self.level.judged, base, self.cycle.last)),
        })
        .fold(Range::UNLIMITED, Range::min)
    }

    /// What bands, steps and lost time give at the worst figure. Outages count only where one of them is the worst:
    /// else their number has no limit.
    fn along_figures(&self) -> Given {
        let is_uptime = matches!(self.level.indicator, Indicator::Uptime(_));
        let of = |figure: BandFigure| -> Vec<(usize, &Band)> {
            self.rule.bands.iter().enumerate().filter(|(_, band)| band.figure == figure).collect()
        };
        let along = |is: fn(&StepFrom) -> bool| -> Vec<(usize, &StepCredit)> {
            self.rule.steps.iter().enumerate().filter(|(_, step)| is(&step.from)).collect()
        };
        let mut downtime = Axis {
            bands: of(BandFigure::Downtime),
            steps: along(|from| *from == StepFrom::Downtime),
            lost_time: self.rule.lost_time_multiple.is_some(),
        };
        let mut outages =
            Axis { bands: of(BandFigure::Outage), steps: along(|from| *from == StepFrom::Outage), lost_time: false };
        let figure = Axis {
            bands: of(BandFigure::Level),
            steps: along(|from| matches!(from, StepFrom::Below(_) | StepFrom::Above(_))),
            lost_time: false,
        };
        let mut given = Given::nothing();
        // Full steps never give more for two outages than for one as long as both.
        let one_is_worst = outages.bands.is_empty() && outages.steps.iter().all(|(_, step)| step.full);
        if self.rule.largest_only || one_is_worst {
            downtime.bands.append(&mut outages.bands);
            downtime.steps.append(&mut outages.steps);
        }
        for (at, band) in outages.bands {
            given = given.plus(self.award(&band.award, Basis::Band(self.at, at)).any_number());
        }
        for (at, step) in outages.steps {
            given = given.plus(self.award(&step.award, Basis::Step(self.at, at)).any_number());
        }
        if is_uptime {
            return given.plus(self.over_downtime(&downtime, &figure));
        }
        given.plus(self.over_downtime(&downtime, &Axis::default())).plus(self.over_figures(&figure))
    }

    /// The most over all downtimes of the cycle; an availability follows from them.
    fn over_downtime(&self, downtime: &Axis<'_>, figure: &Axis<'_>) -> Given {
        if downtime.is_empty() && figure.is_empty() {
            return Given::nothing();
        }
        let Some(counted) = self.counted().filter(|counted| *counted > Exact::zero()) else {
            return Given::nothing();
        };
        let one = Exact::from_integer(1);
        let marks = downtime.marks(|step| self.start(step, counted));
        let limits = figure.marks(start).into_iter().chain(self.threshold()).map(|figure| (one - figure) * counted);
        let mut worst = Given::nothing();
        for place in places(marks.into_iter().chain(limits), Some(Exact::zero()), Some(counted)) {
            let shown = Place { value: one - place.value / counted, side: -place.side };
            let mut given =
                self.at(downtime, place, |step| self.start(step, counted)).plus(self.at_figure(figure, shown));
            if downtime.lost_time {
                given = given.plus(self.lost_time(place.value));
            }
            worst = worst.or(given);
        }
        worst
    }

    /// The most over all figures that a level which is no availability can take.
    fn over_figures(&self, figure: &Axis<'_>) -> Given {
        let limits = figure.bands.iter().map(|(_, band)| &band.limit.value);
        let froms = figure.steps.iter().filter_map(|(_, step)| match &step.from {
            StepFrom::Below(from) | StepFrom::Above(from) => Some(from),
            StepFrom::Downtime | StepFrom::Outage => None,
        });
        let zero = Some(Exact::zero());
        let (low, high) = match limits.chain(froms).next() {
            None => return Given::nothing(),
            Some(Quantity::Percent(_)) => (zero, Some(Exact::from_integer(1))),
            Some(Quantity::Duration(_)) => (zero, None),
            Some(Quantity::Money(_) | Quantity::Number(_)) => (None, None),
        };
        let mut worst = Given::nothing();
        for (at, step) in &figure.steps {
            let endless = match step.from {
                StepFrom::Below(_) => low.is_none(),
                _ => high.is_none(),
            };
            if endless {
                worst = worst.plus(self.award(&step.award, Basis::Step(self.at, *at)).any_number());
            }
        }
        for place in places(figure.marks(start).into_iter().chain(self.threshold()), low, high) {
            worst = worst.or(self.at_figure(figure, place));
        }
        worst
    }

    /// What the bands and steps on the figure of the level give at a place: nothing while the target is met.
    fn at_figure(&self, figure: &Axis<'_>, place: Place) -> Given {
        let target = self.level.expected.as_ref().or(self.level.target.as_ref());
        let met = target.is_some_and(|target| {
            let threshold = Place { value: measure(&target.threshold.value), side: 0 };
            met_by(target.comparator, place.cmp(&threshold))
        });
        if met { Given::nothing() } else { self.at(figure, place, start) }
    }

    fn at(&self, axis: &Axis<'_>, place: Place, start: impl Fn(&StepCredit) -> Exact) -> Given {
        let mut given = Given::nothing();
        for figure in [BandFigure::Level, BandFigure::Downtime, BandFigure::Outage] {
            let bands = axis.bands.iter().map(|(_, band)| *band).filter(|band| band.figure == figure);
            let reached = next_to(bands, place);
            let at = reached.and_then(|band| axis.bands.iter().find(|(_, known)| std::ptr::eq(*known, band)));
            if let Some((at, band)) = at {
                given = given.plus(self.award(&band.award, Basis::Band(self.at, *at)));
            }
        }
        for (at, step) in &axis.steps {
            let count = steps_at(step, start(step), place);
            if !count.is_zero() {
                given = given.plus(self.award(&step.award, Basis::Step(self.at, *at)).times(count));
            }
        }
        given
    }

    /// From where a step along downtime is counted, in milliseconds.
    fn start(&self, step: &StepCredit, counted: Exact) -> Exact {
        let allowed = step.beyond.is_some_and(|beyond| beyond.allowance).then(|| match self.threshold() {
            Some(threshold) => (Exact::from_integer(1) - threshold) * counted,
            None => Exact::zero(),
        });
        start(step) + allowed.unwrap_or_default()
    }

    fn threshold(&self) -> Option<Exact> {
        let target = self.level.expected.as_ref().or(self.level.target.as_ref())?;
        Some(measure(&target.threshold.value))
    }

    /// The counted time of the cycle, in milliseconds.
    pub(super) fn counted(&self) -> Option<Exact> {
        let zone = self.case.hours.zone();
        let open = match &self.level.indicator {
            Indicator::Uptime(uptime) => uptime.during.clone(),
            _ => CalendarRef::Always,
        };
        let seconds = match open.name() {
            None => self.cycle.seconds(zone)?,
            Some(name) => {
                let (from, to) = (zone.start_of(self.cycle.first)?, zone.start_of(self.cycle.last.plus_days(1)?)?);
                self.case.hours.calendar(name)?.open_seconds(from, to).ok()?
            }
        };
        Some(Exact::from_integer(i128::from(seconds) * 1000))
    }
}

/// Bands and steps along one figure, each with its place in the rule.
#[derive(Default)]
struct Axis<'r> {
    bands: Vec<(usize, &'r Band)>,
    steps: Vec<(usize, &'r StepCredit)>,
    lost_time: bool,
}

impl Axis<'_> {
    fn is_empty(&self) -> bool {
        self.bands.is_empty() && self.steps.is_empty() && !self.lost_time
    }

    /// Where bands begin, and where steps are counted from.
    fn marks(&self, start: impl Fn(&StepCredit) -> Exact) -> Vec<Exact> {
        let limits = self.bands.iter().map(|(_, band)| measure(&band.limit.value));
        limits.chain(self.steps.iter().map(|(_, step)| start(step))).collect()
    }
}

/// Between two marks nothing changes but the number of steps, which only grows towards the one end: so the most lies
/// at a mark, or just before or after it.
fn places(marks: impl Iterator<Item = Exact>, low: Option<Exact>, high: Option<Exact>) -> Vec<Place> {
    let within = |value: &Exact| low.is_none_or(|low| low <= *value) && high.is_none_or(|high| *value <= high);
    let mut marks: Vec<Exact> = marks.chain(low).chain(high).filter(within).collect();
    marks.sort();
    marks.dedup();
    let around = |value: Exact| {
        [-1, 0, 1].into_iter().map(move |side| Place { value, side }).filter(move |place| match place.side {
            -1 => Some(value) != low,
            1 => Some(value) != high,
            _ => true,
        })
    };
    marks.into_iter().flat_map(around).collect()
}
