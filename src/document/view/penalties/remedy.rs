//! Remedies beside credits: plans, termination for chronic failure, what stays open.

use schemars::JsonSchema;
use serde::Serialize;

use super::super::{Context, Text};
use super::credits::Award;
use super::fee::{Base, Cap};
use crate::model::{self, ChronicTrigger, Cycle, RemedyKept, SeveralMissedThen, TerminationScope, TerminationStart};

/// What follows when several levels are missed together.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Several {
    count: String,
    unit: String,
    /// Single targets of this level.
    targets_of: Option<String>,
    base: Option<Base>,
    award: Option<Award>,
    requires: Option<Text>,
    within: Option<String>,
    source: String,
}

impl Several {
    pub(super) fn new(context: &Context<'_>, several: &model::SeveralMissed) -> Self {
        let (award, requires, within) = match &several.then {
            SeveralMissedThen::Award(award) => (Some(Award::new(context, award)), None, None),
            SeveralMissedThen::Requires { what, within } => {
                (None, Some(Text::part(what)), Some(context.forms.duration(*within)))
            }
        };
        Self {
            count: context.forms.count(several.count),
            unit: context.forms.cycle_unit(several.within, 1).to_owned(),
            targets_of: several.targets_of.as_ref().map(|level| level.value.to_string()),
            base: several.base.as_ref().map(|base| Base::new(context, base, Some(several.within))),
            award,
            requires,
            within,
            source: context.source(several.origin),
        }
    }

    /// Whether it gives a share of fees.
    pub(super) fn is_share(several: &model::SeveralMissed) -> bool {
        matches!(several.then, SeveralMissedThen::Award(model::Award::Share(_)))
    }
}

/// What a miss requires besides money.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Required {
    level: String,
    what: Text,
    within: String,
}

impl Required {
    pub(super) fn new(context: &Context<'_>, required: &model::Rectification) -> Self {
        Self {
            level: required.level.to_string(),
            what: Text::part(&required.what),
            within: context.forms.duration(required.within),
        }
    }
}

/// What a sum of points requires.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct PointsPlan {
    points: String,
    what: Text,
    within: String,
    source: String,
}

impl PointsPlan {
    pub(super) fn new(context: &Context<'_>, plan: &model::PointsRequire) -> Self {
        Self {
            points: context.forms.count(plan.points),
            what: Text::part(&plan.what),
            within: context.forms.duration(plan.within),
            source: context.source(plan.origin),
        }
    }
}

/// A right to terminate for chronic failure.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Chronic {
    source: String,
    party: String,
    other: String,
    /// None: credits decide.
    level: Option<String>,
    /// Missed in so many
    misses: Option<String>,
    /// of so many; none: in all of them.
    of: Option<String>,
    /// units in a row: `Calendar Months`; or below a limit in one: `Calendar Month`.
    units: String,
    /// Below this in one unit.
    limit: Option<String>,
    /// `12 months`, where misses, downtime or credits add up over a rolling period.
    window: Option<String>,
    /// More Downtime than this.
    downtime: Option<String>,
    /// Points that come to this.
    points: Option<String>,
    /// Credits that come to this.
    amount: Option<Cap>,
    /// What ends: these services; empty: the whole agreement.
    services: Vec<String>,
    affected: bool,
    /// Whether more than one service ends.
    several: bool,
    /// Whether only that of the services ends whose own figures give the right.
    each: bool,
    within: Option<String>,
    after: Option<TerminationAfter>,
    /// `second`, of the report.
    ordinal: Option<String>,
    notice: Option<String>,
    refund: bool,
}

/// What the window of a termination runs from.
#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
enum TerminationAfter {
    Report,
    LastReport,
    LastMiss,
}

impl Chronic {
    pub(super) fn new(context: &Context<'_>, chronic: &model::ChronicTermination) -> Self {
        let forms = context.forms;
        let no_units = String::new;
        let (misses, of, units, limit) = match &chronic.trigger {
            ChronicTrigger::InOf { misses, of, unit } | ChronicTrigger::CreditsInOf { count: misses, of, unit, .. } => {
                let units = forms.cycle_unit(*unit, *of).to_owned();
                (Some(forms.count(misses)), Some(of).filter(|of| *of != misses).map(|of| forms.count(of)), units, None)
            }
            ChronicTrigger::Below { limit, unit } => {
                (None, None, forms.cycle_unit(*unit, 1).to_owned(), Some(forms.percent(*limit)))
            }
            ChronicTrigger::Times { misses, .. } => (Some(forms.count(misses)), None, no_units(), None),
            ChronicTrigger::Downtime { window: Cycle::Each(unit), .. }
            | ChronicTrigger::Points { window: Cycle::Each(unit), .. } => {
                (None, None, forms.cycle_unit(*unit, 1).to_owned(), None)
            }
            ChronicTrigger::Downtime { .. } | ChronicTrigger::Points { .. } | ChronicTrigger::Credits { .. } => {
                (None, None, no_units(), None)
            }
        };
        let level = chronic.level.as_ref().and_then(|level| context.agreement.level(level));
        let affected = chronic.scope == TerminationScope::AffectedService;
        let services = match &chronic.scope {
            TerminationScope::AffectedService => {
                level.map(|level| context.services(level.services.iter().map(|name| &name.value))).unwrap_or_default()
            }
            TerminationScope::Service(service) => context.services([service]),
            TerminationScope::Agreement => Vec::new(),
        };
        let window = chronic.within.as_ref();
        let (after, ordinal) = match window.map(|window| window.after) {
            None => (None, None),
            Some(TerminationStart::Report(number)) => (Some(TerminationAfter::Report), Some(forms.ordinal(number))),
            Some(TerminationStart::LastReport) => (Some(TerminationAfter::LastReport), None),
            Some(TerminationStart::LastMiss) => (Some(TerminationAfter::LastMiss), None),
        };
        Self {
            source: context.source(chronic.origin),
            party: chronic.party.to_string(),
            other: context.other(&chronic.party),
            level: chronic.level.as_ref().map(|level| level.value.to_string()),
            window: match &chronic.trigger {
                ChronicTrigger::Times { window, .. }
                | ChronicTrigger::Downtime { window, .. }
                | ChronicTrigger::Points { window, .. }
                | ChronicTrigger::Credits { window, .. } => match window {
                    Cycle::Rolling(time) => Some(forms.duration(*time)),
                    Cycle::Each(_) | Cycle::Period => None,
                },
                _ => None,
            },
            downtime: match &chronic.trigger {
                ChronicTrigger::Downtime { more_than, .. } => Some(forms.duration(*more_than)),
                _ => None,
            },
            points: match &chronic.trigger {
                ChronicTrigger::Points { points, .. } => Some(forms.count(points)),
                _ => None,
            },
            amount: match &chronic.trigger {
                ChronicTrigger::Credits { amount, .. } | ChronicTrigger::CreditsInOf { amount, .. } => {
                    Some(Cap::of(context, amount))
                }
                _ => None,
            },
            misses,
            of,
            units,
            limit,
            several: services.len() > 1,
            each: affected && services.len() > 1 && level.is_some_and(|level| level.each),
            services,
            affected,
            within: window.map(|window| forms.duration(window.time)),
            after,
            ordinal,
            notice: chronic.notice.map(|notice| forms.duration(notice)),
            refund: chronic.refund,
        }
    }
}

/// Credits as the only remedy.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct SoleRemedy {
    termination: bool,
    law: bool,
    words: Vec<Text>,
    source: String,
}

impl SoleRemedy {
    pub(super) fn new(context: &Context<'_>, sole: &model::SoleRemedy) -> Self {
        let words = sole.except.iter().filter_map(|kept| match kept {
            RemedyKept::Words(words) => Some(Text::part(words)),
            RemedyKept::Termination | RemedyKept::WhatLawForbidsToLimit => None,
        });
        Self {
            termination: sole.except.contains(&RemedyKept::Termination),
            law: sole.except.contains(&RemedyKept::WhatLawForbidsToLimit),
            words: words.collect(),
            source: context.source(sole.origin),
        }
    }
}
