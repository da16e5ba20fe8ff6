//! Who owes what by when, and the key dates.

use super::super::text::plain;
use super::sheet::{Cell, Sheet};
use super::{Fit, Verdict};
use crate::evaluate::KeyEvent;
use crate::model::{
    After, Agreement, ClaimStart, Deadline, MissedDuty, Name, Obligation, PaymentStart, ReportStart, Who,
};
use crate::policy::Policy;

/// One duty.
struct Duty {
    section: &'static str,
    party: String,
    what: String,
    by: String,
    clock: String,
    missed: String,
}

/// The register of duties.
pub(super) fn duties(policy: &Policy, fit: &mut Fit) -> Sheet {
    let agreement = &policy.agreement;
    let mut duties: Vec<Duty> = Vec::new();
    for (number, obligation) in (1..).zip(&agreement.obligations) {
        let number: u32 = number;
        fit.exact(&["obligations", &number.to_string()]);
        duties.push(duty_of(obligation));
    }
    duties.extend(reports(agreement, fit));
    duties.extend(remedies(agreement, fit));
    duties.extend(exit(agreement, fit));
    let row = |(number, duty): (usize, Duty)| {
        let cells = [duty.section.to_owned(), duty.party, duty.what, duty.by, duty.clock, duty.missed];
        std::iter::once(Cell::text(number.to_string())).chain(cells.into_iter().map(Cell::text)).collect()
    };
    Sheet {
        name: "duties",
        heads: &[
            ("number", 8),
            ("section", 14),
            ("who", 16),
            ("must", 60),
            ("by when", 36),
            ("clock", 16),
            ("if missed", 36),
        ],
        rows: (1..).zip(duties).map(row).collect(),
    }
}

fn duty_of(obligation: &Obligation) -> Duty {
    let by = match &obligation.deadline {
        Some(Deadline::Within { time, after: After::Each(event) }) => format!("within {time} after each {event}"),
        Some(Deadline::Within { time, after: After::Words(words) }) => {
            format!("within {time} after {}", plain(words.as_str()))
        }
        Some(Deadline::Every(time)) => format!("every {time}"),
        Some(Deadline::By(date)) => format!("by {date}"),
        Some(Deadline::BeforeStart) => "before the agreement starts".to_owned(),
        None => String::new(),
    };
    let clock = obligation.during.as_ref().map_or(String::new(), |clock| clock_words(clock.name()));
    let missed: Vec<String> = obligation
        .consequences
        .iter()
        .map(|missed| match missed {
            MissedDuty::ClockPauses { ticket } => format!("the clock of the {ticket} pauses"),
            MissedDuty::NoCredit(level) => format!("no credit for {level}"),
            MissedDuty::Excuses(levels) => {
                let levels: Vec<_> = levels.iter().map(ToString::to_string).collect();
                format!("a miss of {} is excused", levels.join(", "))
            }
            MissedDuty::Nothing => "nothing".to_owned(),
        })
        .collect();
    let name = obligation.name.as_ref().map_or(String::new(), |name| format!("{name}: "));
    Duty {
        section: "obligations",
        party: obligation.party.to_string(),
        what: format!("{name}{}", plain(obligation.duty.as_str())),
        by,
        clock,
        missed: missed.join("; "),
    }
}

/// What a clock is called: `24x7`, or its calendar.
pub(super) fn clock_words(calendar: Option<&Name>) -> String {
    calendar.map_or("24x7".to_owned(), ToString::to_string)
}

fn reports(agreement: &Agreement, fit: &mut Fit) -> Vec<Duty> {
    let duty = |report: &crate::model::Report| {
        fit.rest(&["reports", report.name.value.as_str()], &Verdict::Exact);
        let after = match &report.after {
            ReportStart::Each(unit) => format!("each {}", unit.word()),
            ReportStart::Event(event) => plain(event),
        };
        let mut what = format!("give {} to {}", report.name, report.to);
        for (number, statement) in report.states.iter().enumerate() {
            what += if number == 0 { ", which states: " } else { "; " };
            what += &plain(statement.as_str());
        }
        if let Some(form) = &report.form {
            what.push_str("; form: ");
            what.push_str(form);
        }
        let missed = if report.late_counts_as_missed { "its levels count as missed" } else { "" };
        Duty {
            section: "reports",
            party: agreement.other_party(&report.to).name.to_string(),
            what,
            by: format!("within {} after {after}", report.within.value),
            clock: String::new(),
            missed: missed.to_owned(),
        }
    };
    agreement.reports.entries.iter().map(duty).collect()
}

fn remedies(agreement: &Agreement, fit: &mut Fit) -> Vec<Duty> {
    let Some(penalties) = &agreement.penalties else { return Vec::new() };
    let (provider, customer) = (&agreement.parties.provider.name, &agreement.parties.customer.name);
    let mut duties = Vec::new();
    let mut push = |party: String, what: String, by: String, missed: &str| {
        let (clock, missed) = (String::new(), missed.to_owned());
        duties.push(Duty { section: "penalties", party, what, by, clock, missed });
    };
    if let Some(claim) = &penalties.claim {
        fit.rest(&["penalties", "claim"], &Verdict::Exact);
        if claim.automatic {
            push(provider.to_string(), "give credits without a claim".into(), String::new(), "");
        } else {
            let after = match &claim.after {
                Some(ClaimStart::Report) => " after the report".to_owned(),
                Some(ClaimStart::EndOf(unit)) => format!(" after the end of the {}", unit.word()),
                Some(ClaimStart::Incident) => " after the incident".to_owned(),
                Some(ClaimStart::Words(words)) => format!(" after {}", plain(words)),
                None => String::new(),
            };
            let states: Vec<_> = claim.states.iter().map(|statement| plain(statement.as_str())).collect();
            let states =
                if states.is_empty() { String::new() } else { format!(", which states: {}", states.join("; ")) };
            let by = claim.within.as_ref().map_or(String::new(), |time| format!("within {}{after}", time.value));
            push(customer.to_string(), format!("claim a credit{states}"), by, "no credit is owed");
        }
        if let Some(answer) = &claim.answer {
            let missed = match answer.silence {
                crate::model::Silence::Acceptance => "the claim is accepted",
                crate::model::Silence::Refusal => "the claim is refused",
            };
            let by = format!("within {} after the claim", answer.within);
            push(answer.party.to_string(), "answer a claim".into(), by, missed);
        }
    }
    if let Some(payment) = &penalties.payment {
        fit.rest(&["penalties", "payment"], &Verdict::Exact);
        let way = match payment.way {
            crate::model::PaymentWay::NextInvoice => "pay credits by the next invoice",
            crate::model::PaymentWay::BankTransfer => "pay credits by bank transfer",
            crate::model::PaymentWay::CreditNote => "give a credit note",
        };
        let after = match payment.after {
            Some(PaymentStart::Claim) => " after the claim".to_owned(),
            Some(PaymentStart::Report) => " after the report".to_owned(),
            Some(PaymentStart::EndOf(unit)) => format!(" after the end of the {}", unit.word()),
            None => String::new(),
        };
        let by = payment.within.map_or(String::new(), |time| format!("within {time}{after}"));
        let never = if payment.never_in_cash { ", never in cash" } else { "" };
        push(provider.to_string(), format!("{way}{never}"), by, "");
    }
    duties
}

fn exit(agreement: &Agreement, fit: &mut Fit) -> Vec<Duty> {
    let Some(exit) = &agreement.exit else { return Vec::new() };
    let mut duties = Vec::new();
    let mut push = |party: &Name, what: String, within: crate::model::Duration| {
        let by = format!("within {within} after the end");
        let (clock, missed) = (String::new(), String::new());
        duties.push(Duty { section: "exit", party: party.to_string(), what, by, clock, missed });
    };
    for (number, entry) in (1..).zip(&exit.hand_over) {
        let number: u32 = number;
        fit.exact(&["exit", "hand_over", &number.to_string()]);
        let form = entry.format.as_ref().map_or(String::new(), |form| format!(" in {form}"));
        push(&entry.party, format!("hand over {}{form}", plain(entry.what.as_str())), entry.within);
    }
    for (number, entry) in (1..).zip(&exit.deletions) {
        let number: u32 = number;
        fit.exact(&["exit", "deletions", &number.to_string()]);
        push(&entry.party, format!("delete {}", plain(entry.what.as_str())), entry.within);
    }
    duties
}

/// The register of key dates.
pub(super) fn key_dates(policy: &Policy, fit: &mut Fit) -> Sheet {
    let rows = policy.computed.key_dates.iter().map(|entry| {
        let what = match &entry.event {
            KeyEvent::Effective => "the agreement begins, at the beginning of the day".to_owned(),
            KeyEvent::Review => "review of the agreement".to_owned(),
            KeyEvent::FirstReport { report, to } => format!("last day for the first {report} to {to}"),
            KeyEvent::FreeToEnd => "first day on which a notice without a reason may take effect".to_owned(),
            KeyEvent::LastNoticeAgainstRenewal { who: Who::Either } => {
                "last day for a notice of either party against the renewal".to_owned()
            }
            KeyEvent::LastNoticeAgainstRenewal { who: Who::Party(party) } => {
                format!("last day for a notice of {party} against the renewal")
            }
            KeyEvent::End => "the term ends, at the end of the day".to_owned(),
            KeyEvent::Renewal { until } => format!("the agreement renews until {until}, unless it was stopped"),
            KeyEvent::HandOver { party, what } => {
                format!(
                    "last day for {party} to hand over {}, if the agreement ends with its first term",
                    plain(what.as_str())
                )
            }
            KeyEvent::Deletion { party, what } => {
                format!(
                    "last day for {party} to delete {}, if the agreement ends with its first term",
                    plain(what.as_str())
                )
            }
        };
        vec![Cell::Date(entry.date), Cell::text(what)]
    });
    let rows: Vec<_> = rows.collect();
    if !rows.is_empty() {
        for part in ["effective", "length", "renewal", "review", "not_before"] {
            fit.rest(&["period", part], &Verdict::Exact);
        }
    }
    Sheet { name: "key-dates", heads: &[("date", 12), ("what", 80)], rows }
}
