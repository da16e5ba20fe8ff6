//! Frappe Helpdesk and `ERPNext`: a service level agreement for each calendar that tickets count by, with the holiday list
//! that it needs.
//!
//! Sources: the doctypes and their checks in <https://github.com/frappe/helpdesk> (`HD Service Level Agreement`, `HD
//! Service Holiday List`) and <https://github.com/frappe/erpnext> (`Service Level Agreement`, `Holiday List`).

mod rows;
mod writer;

use std::collections::BTreeSet;

use self::writer::Writer;
use super::schedule::judge_calendars;
use super::text::Slugs;
use super::ticket::{customer, desks, judge_regrade, judge_titles, labelled, named_priorities};
use super::{Carries, Exporter, File, Fit, Input, Names, Refused, Topic, Verdict};
use crate::model::{Agreement, Zone};

/// An application on Frappe.
pub(super) struct Frappe {
    name: &'static str,
    title: &'static str,
    page: &'static str,
    /// Its doctypes.
    agreement: &'static str,
    holiday_list: &'static str,
    /// The field of a ticket's type.
    kind: &'static str,
    /// Its priorities, from the highest.
    priorities: &'static [&'static str],
    /// The status that waits.
    waiting: &'static str,
    /// It keeps one agreement a customer, in a field.
    one_a_customer: bool,
}

/// Frappe Helpdesk.
pub(super) static HELPDESK: Frappe = Frappe {
    name: "frappe",
    title: "Frappe Helpdesk",
    page: include_str!("../../../docs/exports/frappe.md"),
    agreement: "HD Service Level Agreement",
    holiday_list: "HD Service Holiday List",
    kind: "ticket_type",
    priorities: &["Urgent", "High", "Medium", "Low"],
    waiting: "Replied",
    one_a_customer: false,
};

/// `ERPNext`.
pub(super) static ERPNEXT: Frappe = Frappe {
    name: "erpnext",
    title: "ERPNext",
    page: include_str!("../../../docs/exports/erpnext.md"),
    agreement: "Service Level Agreement",
    holiday_list: "Holiday List",
    kind: "issue_type",
    priorities: &["High", "Medium", "Low"],
    waiting: "On Hold",
    one_a_customer: true,
};

impl Exporter for Frappe {
    fn name(&self) -> &'static str {
        self.name
    }

    fn title(&self) -> &'static str {
        self.title
    }

    fn page(&self) -> &'static str {
        self.page
    }

    fn carries(&self, topic: Topic) -> Carries {
        match topic {
            Topic::Response
            | Topic::Resolution
            | Topic::Clock
            | Topic::ClockRules
            | Topic::Hours
            | Topic::Holidays
            | Topic::Period => Carries::Exact,
            Topic::Requests if self.one_a_customer => {
                Carries::Never("ERPNext keeps one agreement a customer, and it is for tickets")
            }
            Topic::Requests | Topic::Severities | Topic::Grading | Topic::Pauses => Carries::Approximated,
            Topic::Update => Carries::Never("Frappe times no updates"),
            Topic::Share | Topic::Measurement => {
                Carries::Never("Frappe times each ticket: take shares of tickets from a report")
            }
            Topic::Exclusions => Carries::Never("Frappe leaves no ticket out after the fact"),
            Topic::Escalation => {
                Carries::Never("Frappe tells by notifications and assignment rules, which are not written")
            }
            Topic::Credits | Topic::Remedies => Carries::Never("Frappe has times of tickets, not what a miss costs"),
            _ => Carries::Never("Frappe times tickets and nothing else"),
        }
    }

    fn export(&self, input: &Input<'_>, fit: &mut Fit, names: &mut Names) -> Result<Vec<File>, Refused> {
        let agreement = &input.policy.agreement;
        let desks = desks(agreement);
        let requests: Vec<_> =
            agreement.requests.iter().filter(|request| request.within.is_some() && !self.one_a_customer).collect();
        let mut files = Vec::new();
        if !desks.is_empty() || !requests.is_empty() {
            let customer = customer(agreement);
            let mut writer = Writer {
                app: self,
                policy: input.policy,
                customer: names.text("customers", customer, "the name of the customer's record"),
                site: site(agreement, names)?,
                priority: if desks.is_empty() {
                    Vec::new()
                } else {
                    named_priorities(agreement, self.priorities, names)?
                },
                resolved: names.text_or("statuses", "resolved", "the status of a resolved ticket", "Resolved"),
                kinds: Vec::new(),
                names: BTreeSet::new(),
                slugs: Slugs::default(),
                lists: Vec::new(),
                agreements: 0,
                files: &mut files,
            };
            for request in requests {
                writer.request(request, fit, names)?;
            }
            let what = "the type of tickets about it, or \"*\" where all of the customer's are";
            for (desk, kinds) in labelled(desks, |service| names.text_or_all("types", service, what))? {
                writer.desk(&desk, &kinds, fit, names)?;
            }
            writer.finish(fit);
            let anew = "a new priority counts the whole ticket anew by its own times and calendar, from the beginning";
            judge_regrade(agreement, "Frappe", Some(anew), fit);
            judge_titles(&writer.priority, fit);
        }
        judge_calendars(input.policy, &BTreeSet::new(), "Frappe", fit);
        fit.rest(&[], &Verdict::Dropped("Frappe has no field for it".into()));
        Ok(files)
    }
}

/// The site's zone: all hours of Frappe are in it.
fn site(agreement: &Agreement, names: &mut Names) -> Result<Zone, Refused> {
    let own = agreement.heading.zone.as_str();
    let zone = names.text_or("site", "zone", "the time zone of the site, in System Settings", own);
    zone.parse().map_err(|_| {
        Refused::new(format!("names.toml has the time zone `{zone}`, which is none"), "write one such as Europe/Berlin")
    })
}
