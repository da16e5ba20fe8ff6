//! Escalation as minutes from the beginning, for tools that count elapsed time from an alert.

use super::Fit;
use crate::model::{
    Agreement, CalendarRef, Duration, DurationUnit, Escalation, Indicator, Percent, StepTarget, StepTime, TimeMeasure,
};

/// Who is told at one moment.
pub(super) struct Rung<'a> {
    /// Minutes after the beginning.
    pub(super) minutes: u64,
    /// Who is told.
    pub(super) targets: Vec<&'a StepTarget>,
}

/// The steps of an escalation in the order of time, with those of one moment together. `number` is its place in the
/// agreement, from 1; `how` tells how the tool comes near to a step.
pub(super) fn ladder<'a>(
    agreement: &Agreement,
    escalation: &'a Escalation,
    number: usize,
    how: &str,
    fit: &mut Fit,
) -> Vec<Rung<'a>> {
    let mut rungs: Vec<Rung<'a>> = Vec::new();
    let number = number.to_string();
    for (at, step) in escalation.steps.iter().enumerate() {
        let at = (at + 1).to_string();
        let path = ["escalations", number.as_str(), "steps", at.as_str()];
        match minutes(agreement, escalation, &step.when.value) {
            Ok(minutes) => {
                fit.approximated(&path, how);
                match rungs.iter_mut().find(|rung| rung.minutes == minutes) {
                    Some(rung) => rung.targets.extend(&step.targets),
                    None => rungs.push(Rung { minutes, targets: step.targets.iter().collect() }),
                }
            }
            Err(why) => fit.dropped(&path, why),
        }
    }
    rungs.sort_by_key(|rung| rung.minutes);
    rungs
}

/// What a step's target is called.
pub(super) fn called(target: &StepTarget) -> &str {
    match target {
        StepTarget::Role(role) => role,
        StepTarget::Party(party) => party.as_str(),
    }
}

/// After how many elapsed minutes a step is due; why not, where that is not the same for each ticket.
fn minutes(agreement: &Agreement, escalation: &Escalation, when: &StepTime) -> Result<u64, String> {
    match when {
        StepTime::AtOnce => Ok(0),
        StepTime::After(length) => elapsed(*length).ok_or_else(|| format!("{length} are not elapsed minutes")),
        StepTime::Share { share, of } => {
            let (numerator, denominator) = share.fraction();
            let whole = i128::from(time(agreement, escalation, *of)?);
            u64::try_from(whole * numerator / denominator).map_err(|_| not_elapsed(*share))
        }
        StepTime::Missed(of) => time(agreement, escalation, *of),
        StepTime::OnRequest(_) => Err("a request is not a time".into()),
    }
}

fn not_elapsed(share: Percent) -> String {
    format!("{share} of the time are not elapsed minutes")
}

/// A time of the escalation's severities, where it is the same elapsed time for all.
fn time(agreement: &Agreement, escalation: &Escalation, of: TimeMeasure) -> Result<u64, String> {
    let rows = agreement.levels.iter().filter_map(|level| match &level.indicator {
        Indicator::SupportTimes(times) => Some(&times.rows),
        _ => None,
    });
    let asked = |severity| escalation.severities.iter().any(|named| named.value == severity);
    let mut found = Vec::new();
    for row in rows.flatten().filter(|row| asked(row.severity.value.clone())) {
        let Some(length) = row.time(of) else { continue };
        match elapsed(length.value).filter(|_| row.clock.value == CalendarRef::Always) {
            Some(minutes) => found.push(minutes),
            None => return Err("the time runs in opening hours, not in elapsed minutes".into()),
        }
    }
    found.dedup();
    match found.as_slice() {
        [minutes] => Ok(*minutes),
        [] => Err("no level gives its severities this time".into()),
        _ => Err("its severities have different times".into()),
    }
}

/// A length of elapsed time in minutes, rounded up.
fn elapsed(length: Duration) -> Option<u64> {
    match length.unit {
        DurationUnit::Day => Some(u64::from(length.count) * 1440),
        DurationUnit::Week => Some(u64::from(length.count) * 7 * 1440),
        unit if unit.is_business() => None,
        _ => length.milliseconds().map(|milliseconds| milliseconds.div_ceil(60_000)),
    }
}
