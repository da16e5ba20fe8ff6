//! The statements that an amount comes from.

use crate::model::{Agreement, Origin, Penalties};

/// A statement that credits something, or limits credits; numbers are places in the agreement, from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Basis {
    /// A band of a rule for credits.
    Band(usize, usize),
    /// A credit for each event, of a rule.
    Event(usize, usize),
    /// A credit in steps, of a rule.
    Step(usize, usize),
    /// A credit for lateness, of a rule.
    Late(usize, usize),
    /// A credit from a day of lateness on, of a rule.
    Beyond(usize, usize),
    /// The fee for the downtime, of a rule.
    LostTime(usize),
    /// What each so many points pay.
    PointsPay,
    /// A row of the table of points.
    PointsTable(usize),
    /// A credit for several misses together.
    Several(usize),
    /// A cap of a rule.
    RuleCap(usize, usize),
    /// A pool of what is at risk.
    Pool(usize),
    /// The share that is at risk.
    AtRisk,
    /// A cap over all credits.
    Cap(usize),
    /// The cap of liability, towards which credits count.
    LiabilityCap,
}

impl Basis {
    /// Whether it limits credits.
    pub fn is_limit(self) -> bool {
        matches!(self, Self::RuleCap(..) | Self::Pool(_) | Self::AtRisk | Self::Cap(_) | Self::LiabilityCap)
    }

    /// Where the statement stands.
    pub fn origin(self, agreement: &Agreement) -> Option<Origin> {
        if self == Self::LiabilityCap {
            return agreement.liability.as_ref()?.cap.as_ref().map(|cap| cap.origin);
        }
        self.among(agreement.penalties.as_ref()?)
    }

    fn among(self, penalties: &Penalties) -> Option<Origin> {
        let rule = |at: usize| penalties.credits.get(at);
        Some(match self {
            Self::Band(of, at) => rule(of)?.bands.get(at)?.origin,
            Self::Event(of, at) => rule(of)?.events.get(at)?.origin,
            Self::Step(of, at) => rule(of)?.steps.get(at)?.origin,
            Self::Late(of, at) => rule(of)?.late.get(at)?.origin,
            Self::Beyond(of, at) => rule(of)?.beyond.get(at)?.origin,
            Self::LostTime(of) => rule(of)?.origin,
            Self::Several(at) => penalties.several_missed.get(at)?.origin,
            Self::RuleCap(of, at) => rule(of)?.caps.get(at)?.origin,
            Self::Cap(at) => penalties.caps.get(at)?.origin,
            Self::AtRisk | Self::Pool(_) => penalties.at_risk.as_ref()?.origin,
            Self::PointsPay | Self::PointsTable(_) => penalties.origin,
            Self::LiabilityCap => return None,
        })
    }
}
