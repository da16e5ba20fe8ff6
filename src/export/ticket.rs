//! The times of tickets as help desks keep them: which tickets, how many seconds, by which calendar.

use super::counted::{Clock, counted};
use super::schedule::{has_breaks, one_interval_a_day};
use super::{Fit, Names, Refused};
use crate::model::{
    Agreement, Calendar, CalendarRef, Duration, Identity, Indicator, Level, Name, Pause, PauseReason, Regrade,
    Severity, SupportTimes, TimeMeasure, TimesRow,
};

/// Services with the levels on times of tickets that hold for them.
#[derive(Debug)]
pub(super) struct Desk<'a> {
    /// The services; empty where they are all that the agreement has.
    pub(super) services: Vec<&'a Name>,
    /// The levels, in the order of the agreement.
    pub(super) levels: Vec<&'a Level>,
    /// Their times: by severity, then by measure.
    pub(super) times: Vec<Time<'a>>,
}

/// A time of the tickets of one severity.
#[derive(Debug, Clone, Copy)]
pub(super) struct Time<'a> {
    /// The level that has it.
    pub(super) level: &'a Level,
    /// What the level says of tickets.
    pub(super) support: &'a SupportTimes,
    /// Its row.
    pub(super) row: &'a TimesRow,
    /// What is timed.
    pub(super) measure: TimeMeasure,
    /// How long it may take.
    pub(super) length: Duration,
}

/// A length of time in seconds of a calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Ticking<'a> {
    /// The seconds; one at least.
    pub(super) seconds: u64,
    /// They count while this calendar is open; none: always.
    pub(super) calendar: Option<&'a Calendar>,
    /// Where seconds are not just what the agreement says: how they come near.
    pub(super) near: Option<String>,
}

impl Ticking<'_> {
    /// Whole minutes, one at least, for a tool that knows no shorter time; a part of a minute is left off.
    pub(super) fn minutes(&self) -> (u64, Option<String>) {
        let minutes = (self.seconds / 60).max(1);
        let odd = minutes * 60 != self.seconds;
        (minutes, self.near.clone().or_else(|| odd.then(|| "in whole minutes".to_owned())))
    }

    /// How it comes near in a tool whose calendars have one interval a day; empty where it does not have to.
    ///
    /// # Errors
    /// Why it cannot be counted there: lower case, no full stop.
    pub(super) fn by_one_interval(&self, tool: &str) -> Result<Vec<String>, String> {
        let mut near: Vec<String> = self.near.clone().into_iter().collect();
        let Some(calendar) = self.calendar else { return Ok(near) };
        if one_interval_a_day(calendar).is_none() {
            return Err(format!("{tool} has one interval a day, and this calendar is open past midnight"));
        }
        if has_breaks(calendar) {
            near.push(breaks(tool));
        }
        Ok(near)
    }
}

/// What the customer is called in `names.toml`: the name that no other customer has, where it is known. Under house terms
/// all customers have the same short name.
pub(super) fn customer(agreement: &Agreement) -> &str {
    let party = &agreement.parties.customer;
    match &party.identity {
        Identity::Named(name) => name,
        Identity::AnyoneWho(_) | Identity::NamedIn { .. } => party.name.value.as_str(),
    }
}

/// What becomes of breaks in a tool whose calendars have one interval a day.
pub(super) fn breaks(tool: &str) -> String {
    format!("{tool} has one interval a day, and breaks count: a time may end early")
}

/// The services of an agreement by the levels on times of tickets that cover them: a ticket about a service belongs to
/// one desk, and all levels of the desk hold for it. What has no such level is left out.
pub(super) fn desks(agreement: &Agreement) -> Vec<Desk<'_>> {
    let timed: Vec<(&Level, &SupportTimes)> = agreement
        .levels
        .iter()
        .filter_map(|level| match &level.indicator {
            Indicator::SupportTimes(support) => Some((level, support)),
            _ => None,
        })
        .collect();
    let covering = |service: &Name| -> Vec<usize> {
        let covers =
            |level: &Level| level.services.is_empty() || level.services.iter().any(|named| named.value == *service);
        (0..timed.len()).filter(|at| covers(timed[*at].0)).collect()
    };
    let mut groups: Vec<(Vec<usize>, Vec<&Name>)> = Vec::new();
    for service in agreement.services.iter().map(|service| &service.name.value) {
        let levels = covering(service);
        match groups.iter_mut().find(|(known, _)| *known == levels) {
            Some((_, services)) => services.push(service),
            None => groups.push((levels, vec![service])),
        }
    }
    if agreement.services.is_empty() {
        groups.push(((0..timed.len()).collect(), Vec::new()));
    }
    if let [(_, services)] = groups.as_mut_slice() {
        services.clear();
    }
    let rank = |name: &Name| agreement.severities.entries.iter().position(|entry| entry.name.value == *name);
    groups.retain(|(levels, _)| !levels.is_empty());
    groups
        .into_iter()
        .map(|(levels, services)| {
            let levels = levels.into_iter().map(|at| timed[at]);
            let mut times: Vec<Time<'_>> = levels.clone().flat_map(|(level, support)| times(level, support)).collect();
            // Stable: the times of one severity keep the order of the agreement.
            times.sort_by_key(|time| rank(&time.row.severity.value));
            Desk { services, levels: levels.map(|(level, _)| level).collect(), times }
        })
        .collect()
}

fn times<'a>(level: &'a Level, support: &'a SupportTimes) -> impl Iterator<Item = Time<'a>> {
    support.rows.iter().flat_map(move |row| {
        TimeMeasure::ALL.into_iter().filter_map(move |measure| {
            let length = row.time(measure)?.value;
            Some(Time { level, support, row, measure, length })
        })
    })
}

/// The desks with the labels that tell their tickets in the tool: what `label` gives for each service, none where all
/// tickets of the customer are about it. Those with labels come first; without any: all tickets of the customer.
///
/// # Errors
/// Where two desks would have all tickets.
pub(super) fn labelled<'a, L>(
    desks: Vec<Desk<'a>>,
    mut label: impl FnMut(&str) -> Option<L>,
) -> Result<Vec<(Desk<'a>, Vec<L>)>, Refused> {
    let mut narrow = Vec::new();
    let mut broad: Vec<(Desk<'a>, Vec<L>)> = Vec::new();
    for desk in desks {
        // Each service is asked for, also where one before it has all tickets.
        let labels: Vec<Option<L>> = desk.services.iter().map(|service| label(service.as_str())).collect();
        let labels: Vec<L> = labels.into_iter().collect::<Option<_>>().unwrap_or_default();
        if !labels.is_empty() {
            narrow.push((desk, labels));
            continue;
        }
        if let Some((other, _)) = broad.first() {
            let why = format!(
                "names.toml lets the times of `{}` and of `{}` both hold for all tickets",
                other.name(),
                desk.name()
            );
            return Err(Refused::new(why, "write * for the services of one of them only".to_owned()));
        }
        broad.push((desk, labels));
    }
    narrow.append(&mut broad);
    Ok(narrow)
}

impl<'a> Desk<'a> {
    /// What it is called: the names of its levels.
    pub(super) fn name(&self) -> String {
        self.levels.iter().map(|level| level.name.value.as_str()).collect::<Vec<_>>().join(", ")
    }

    /// The severities that have times, most severe first.
    pub(super) fn severities(&self) -> Vec<&'a Name> {
        let mut severities: Vec<&Name> = Vec::new();
        for time in &self.times {
            if !severities.contains(&&time.row.severity.value) {
                severities.push(&time.row.severity.value);
            }
        }
        severities
    }
}

impl<'a> Time<'a> {
    /// Its place in the policy.
    pub(super) fn path(&self) -> [&'a str; 4] {
        ["levels", self.level.name.value.as_str(), self.row.severity.value.as_str(), self.measure.word()]
    }

    /// The place of the calendar that it counts by.
    pub(super) fn clock_path(&self) -> [&'a str; 4] {
        ["levels", self.level.name.value.as_str(), self.row.severity.value.as_str(), "clock"]
    }

    /// Its seconds, or why it has no number of seconds.
    pub(super) fn ticking(&self, agreement: &'a Agreement) -> Result<Ticking<'a>, String> {
        ticking(agreement, self.length, &self.row.clock.value)
    }
}

/// The seconds of a length of time, for a tool whose clocks run always or while a calendar is open.
///
/// # Errors
/// Why it has no number of seconds: lower case, no full stop.
pub(super) fn ticking<'a>(
    agreement: &'a Agreement,
    length: Duration,
    clock: &CalendarRef,
) -> Result<Ticking<'a>, String> {
    let counted = counted(agreement, length, clock)?;
    let (calendar, more) = match counted.clock {
        Clock::Elapsed => (None, None),
        Clock::Open(calendar) => (Some(calendar), None),
        Clock::BusinessDays(calendar) => {
            let how = "it is counted in open time: what ends with closing time ends there, not at the next opening";
            (Some(calendar), Some(how))
        }
        Clock::AfterOpening(_) => (None, Some("it begins at once, also outside of the calendar's hours")),
    };
    let near: Vec<String> = counted.near.into_iter().chain(more.map(str::to_owned)).collect();
    let near = (!near.is_empty()).then(|| near.join("; "));
    Ok(Ticking { seconds: counted.seconds.max(1), calendar, near })
}

/// Who a ticket's clock waits for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum WaitsFor {
    /// The customer.
    Customer,
    /// Somebody else, or a state of the ticket that need not be the customer's doing.
    Other,
}

/// Who a pause waits for.
pub(super) fn waits_for(agreement: &Agreement, pause: &Pause) -> WaitsFor {
    match &pause.reason {
        PauseReason::WaitingFor(party) if *party == agreement.parties.customer.name.value => WaitsFor::Customer,
        PauseReason::WaitingFor(_) | PauseReason::InStatus | PauseReason::While(_) => WaitsFor::Other,
    }
}

/// What a tool that pauses by status does not do with a pause: end it after a time, or remind first.
pub(super) fn pause_limits(pause: &Pause, tool: &str) -> Option<String> {
    let longest = pause.at_most.map(|time| format!("end it after {time}"));
    let reminder = pause.reminder.map(|_| "ask for a reminder first".to_owned());
    let limits: Vec<String> = [longest, reminder].into_iter().flatten().collect();
    (!limits.is_empty()).then(|| format!("{tool} does not {}", limits.join(" nor ")))
}

/// The priority of each severity, most severe first, for a tool whose users name their own: `known` are those that it
/// comes with, from the highest.
///
/// # Errors
/// Where the user names one for two severities.
pub(super) fn named_priorities<'a>(
    agreement: &'a Agreement,
    known: &[&str],
    names: &mut Names,
) -> Result<Vec<(&'a Name, String)>, Refused> {
    let mut given: Vec<(&Name, String)> = Vec::new();
    for (at, severity) in agreement.severities.entries.iter().enumerate() {
        let name = &severity.name.value;
        let what = "the priority of such tickets";
        let own = match known.get(at) {
            Some(known) => names.text_or("priorities", name.as_str(), what, known),
            None => names.text("priorities", name.as_str(), what),
        };
        // An empty text stands for one that is missing.
        if let Some((other, _)) = given.iter().find(|(_, taken)| !own.is_empty() && *taken == own) {
            let why = format!("names.toml gives {other} and {name} the same priority `{own}`");
            return Err(Refused::new(why, "give each severity a priority of its own".to_owned()));
        }
        given.push((name, own));
    }
    Ok(given)
}

/// What becomes of the grading of tickets in a tool: a new priority either lets the whole ticket count `anew` by the times
/// of the new one, as the agreement may say (how it comes near; none: exactly so), or cannot keep what it should.
pub(super) fn judge_regrade(agreement: &Agreement, tool: &str, anew: Option<&str>, fit: &mut Fit) {
    let path = ["severities", "regrade"];
    match (agreement.severities.regrade, anew) {
        (Regrade::KeepsTimeUsed, Some(how)) => fit.approximated(&path, how),
        (Regrade::KeepsTimeUsed, None) => fit.exact(&path),
        _ => fit.dropped(&path, format!("in {tool} a new priority keeps the time used")),
    }
}

/// What becomes of the titles of severities: each is a priority of the tool.
pub(super) fn judge_titles(priority: &[(&Name, String)], fit: &mut Fit) {
    for (severity, priority) in priority {
        fit.approximated(&["severities", severity.as_str(), "title"], format!("it is the priority {priority}"));
    }
}

/// The tool's priority of each severity, most severe first: those that the user names, else the tool's own from the
/// highest down; none for severities beyond those that the tool has.
///
/// # Errors
/// Where the user names one that the tool does not have, or one for two severities.
pub(super) fn priorities<'a>(
    agreement: &'a Agreement,
    known: &[&str],
    tool: &str,
    names: &mut Names,
) -> Result<Vec<(&'a Severity, Option<String>)>, Refused> {
    let mut given: Vec<(&Severity, Option<String>)> = Vec::new();
    for (severity, default) in
        agreement.severities.entries.iter().zip(known.iter().map(Some).chain(std::iter::repeat(None)))
    {
        let name = severity.name.value.as_str();
        let Some(default) = default else {
            given.push((severity, None));
            continue;
        };
        let priority = names.text_or("priorities", name, "the priority of such tickets", default);
        let list = known.join(", ");
        if !known.contains(&priority.as_str()) {
            let why = format!("names.toml calls {name} `{priority}`, which is no priority of {tool}");
            return Err(Refused::new(why, format!("write one of {list}")));
        }
        if let Some((other, _)) = given.iter().find(|(_, taken)| taken.as_ref() == Some(&priority)) {
            let why = format!("names.toml gives {} and {name} the same priority `{priority}`", other.name.value);
            return Err(Refused::new(why, format!("give each severity its own of {list}")));
        }
        given.push((severity, Some(priority)));
    }
    Ok(given)
}
