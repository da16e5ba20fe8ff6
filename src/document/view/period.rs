//! How long the agreement lasts, and how it ends early.

use schemars::JsonSchema;
use serde::Serialize;

use super::{Context, Text};
use crate::model::{Date, Duration, DurationUnit, Effective, Length, TerminationGround, TerminationRight, Who};

/// The period.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Period {
    /// The date; none: when the last party signs.
    effective: Option<String>,
    effective_source: String,
    length: LengthKind,
    /// The length, or what must last.
    length_words: Option<String>,
    /// The last day of the first term, where it is known.
    last_day: Option<String>,
    length_source: String,
    renewal: Option<RenewalView>,
    /// Between two reviews.
    review: Option<String>,
    terminations: Vec<Termination>,
    no_termination_for_convenience: bool,
    not_before: Option<String>,
    source: String,
}

/// How the length is given.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
enum LengthKind {
    For,
    Until,
    UntilTerminated,
    While,
}

/// How the agreement renews.
#[derive(Debug, Serialize, JsonSchema)]
struct RenewalView {
    length: String,
    /// Whether somebody may stop it.
    stoppable: bool,
    /// The party that may; none: either.
    party: Option<String>,
    notice: Option<String>,
    source: String,
}

/// A right to end the agreement.
#[derive(Debug, Serialize, JsonSchema)]
struct Termination {
    /// None: either party.
    party: Option<String>,
    /// The other one; none where either party may.
    other: Option<String>,
    ground: Ground,
    cure: Option<String>,
    notice: Option<String>,
    /// `Calendar Month`.
    to_end_of: Option<String>,
    when: Text,
    source: String,
}

/// The ground of a termination.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
enum Ground {
    MaterialBreach,
    Convenience,
    Insolvency,
    Reason,
}

impl Period {
    /// The period of the agreement.
    pub(super) fn new(context: &Context<'_>) -> Self {
        let (period, forms) = (&context.agreement.period, context.forms);
        let (length, length_words) = match &period.length.value {
            Length::For(length) => (LengthKind::For, Some(forms.duration(*length))),
            Length::Until(_) => (LengthKind::Until, None),
            Length::UntilTerminated => (LengthKind::UntilTerminated, None),
            Length::While(words) => (LengthKind::While, Some(words.clone())),
        };
        Self {
            effective: match period.effective.value {
                Effective::On(date) => Some(forms.date(date)),
                Effective::OnSignature => None,
            },
            effective_source: context.source(period.effective.origin),
            length,
            length_words,
            last_day: last_day(&period.effective, &period.length).map(|date| forms.date(date)),
            length_source: context.source(period.length.origin),
            renewal: period.renewal.as_ref().map(|renewal| RenewalView {
                length: forms.duration(renewal.length),
                stoppable: renewal.unless.is_some(),
                party: renewal.unless.as_ref().and_then(|stop| party(&stop.who)),
                notice: renewal.unless.as_ref().map(|stop| forms.duration(stop.notice)),
                source: context.source(renewal.origin),
            }),
            review: period.review.as_ref().map(|every| forms.duration(every.value)),
            terminations: period.terminations.iter().map(|right| Termination::new(right, context)).collect(),
            no_termination_for_convenience: period.no_termination_for_convenience,
            not_before: period.not_before.map(|date| forms.date(date)),
            source: context.source(period.origin),
        }
    }
}

impl Termination {
    fn new(right: &TerminationRight, context: &Context<'_>) -> Self {
        let duration = |duration: &Duration| context.forms.duration(*duration);
        let mut view = Self {
            party: party(&right.who),
            other: match &right.who {
                Who::Either => None,
                Who::Party(name) => Some(context.other(name)),
            },
            ground: Ground::Insolvency,
            cure: None,
            notice: None,
            to_end_of: None,
            when: Text::default(),
            source: context.source(right.origin),
        };
        match &right.ground {
            TerminationGround::MaterialBreach { cure } => {
                view.ground = Ground::MaterialBreach;
                view.cure = cure.as_ref().map(duration);
            }
            TerminationGround::Convenience { notice, to_end_of } => {
                view.ground = Ground::Convenience;
                view.notice = Some(duration(notice));
                view.to_end_of = to_end_of.map(|unit| context.forms.cycle_unit(unit, 1).to_owned());
            }
            TerminationGround::Insolvency => {}
            TerminationGround::Reason { when, notice } => {
                view.ground = Ground::Reason;
                view.when = Text::part(when);
                view.notice = notice.as_ref().map(duration);
            }
        }
        view
    }
}

fn party(who: &Who) -> Option<String> {
    match who {
        Who::Either => None,
        Who::Party(name) => Some(name.to_string()),
    }
}

/// The last day of the first term: twelve months from 1 January end on 31 December.
fn last_day(effective: &Effective, length: &Length) -> Option<Date> {
    let (Effective::On(first), Length::For(length)) = (effective, length) else {
        return match length {
            Length::Until(date) => Some(*date),
            _ => None,
        };
    };
    let count = i32::try_from(length.count).ok()?;
    let after = match length.unit {
        DurationUnit::Day => first.plus_days(count.into()),
        DurationUnit::Week => first.plus_days(i64::from(count) * 7),
        DurationUnit::Month => first.plus_months(count),
        DurationUnit::Year => first.plus_months(count.checked_mul(12)?),
        _ => None,
    };
    after?.plus_days(-1)
}
