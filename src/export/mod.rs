//! From the policy to the files of the tools that track it, with a report of what does not fit.
//!
//! One file an exporter, one line of [`EXPORTERS`]. An exporter reads the policy alone, gives each statement of the
//! agreement its verdict in the [`Fit`], asks [`Names`] for what only the user's own installation knows, and refuses
//! where the tool would apply a statement to more than the parties agreed.

mod alertmanager;
mod checklist;
mod counted;
mod fit;
mod frappe;
mod freshdesk;
mod hours;
mod icalendar;
mod jira;
mod ladder;
mod matrix;
mod names;
mod openslo;
mod pagerduty;
mod prometheus;
mod registers;
mod request_tracker;
mod schedule;
mod service_now;
mod statement;
mod text;
mod ticket;
mod topic;
mod zabbix;
mod zammad;
mod zendesk;

pub use fit::{Fit, Verdict};
pub use matrix::matrix;
pub use names::{NameValue, Names, Wanted};
pub use statement::Statement;
pub use topic::Topic;

use std::sync::Arc;

use crate::policy::Policy;
use statement::Statements;

/// The exporters there are, in the order in which they are listed.
#[rustfmt::skip]
static EXPORTERS: &[&dyn Exporter] = &[
    &openslo::OpenSlo,
    &request_tracker::RequestTracker,
    &prometheus::Prometheus,
    &alertmanager::Alertmanager,
    &pagerduty::PagerDuty,
    &service_now::ServiceNow,
    &zabbix::Zabbix,
    &zendesk::Zendesk,
    &zammad::Zammad,
    &freshdesk::Freshdesk,
    &frappe::HELPDESK,
    &frappe::ERPNEXT,
    &jira::Jira,
    &icalendar::ICalendar,
    &registers::Registers,
];

/// A tool that tracks an agreement.
pub trait Exporter: Sync {
    /// The name that is typed: `zendesk`. Lower case, words joined by hyphens.
    fn name(&self) -> &'static str;

    /// The tool's own name and the version that the files are for: `OpenSLO v1`.
    fn title(&self) -> &'static str;

    /// The page of the target: prerequisites, how to apply, traps; Markdown.
    fn page(&self) -> &'static str;

    /// The most that the tool can do with statements on a topic.
    fn carries(&self, topic: Topic) -> Carries;

    /// The files for an agreement; none where the tool has nothing to track in it. Every statement on a topic that the
    /// tool carries gets its verdict in `fit`.
    ///
    /// # Errors
    /// Where a file would hold for more than the parties agreed, or would not be taken by the tool.
    fn export(&self, input: &Input<'_>, fit: &mut Fit, names: &mut Names) -> Result<Vec<File>, Refused>;
}

/// What a tool can do with statements on a topic.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Carries {
    /// It can say them as they are; single statements may still be approximated or dropped.
    Exact,
    /// It can only come near; how is said with each statement.
    Approximated,
    /// It has no place for them; why.
    Never(&'static str),
}

/// What is exported; made once for all targets of an agreement.
#[derive(Debug, Clone)]
pub struct Input<'p> {
    /// The policy.
    pub policy: &'p Policy,
    /// What the agreement's files are called: the spec's file name without its ending.
    pub stem: &'p str,
    statements: Arc<Statements>,
}

impl<'p> Input<'p> {
    /// The policy under the name that its files get.
    pub fn new(policy: &'p Policy, stem: &'p str) -> Self {
        Self { policy, stem, statements: Arc::new(Statements::of(&policy.agreement)) }
    }
}

/// A file for the tool.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Its path below the target's folder; `/` between folders.
    pub path: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

impl File {
    /// A text file.
    pub fn text(path: impl Into<String>, text: impl Into<String>) -> Self {
        Self { path: path.into(), bytes: text.into().into_bytes() }
    }
}

/// Why nothing is written for a tool.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// What is in the way: lower case, no full stop.
    pub why: String,
    /// What to do instead.
    pub help: String,
}

impl Refused {
    /// A refusal with what to do instead.
    pub fn new(why: impl Into<String>, help: impl Into<String>) -> Self {
        Self { why: why.into(), help: help.into() }
    }
}

/// The files of a target with the report of what does not fit.
#[derive(Debug, Clone)]
pub struct Exported {
    /// The files; empty where names are missing, or where the tool has nothing to track.
    pub files: Vec<File>,
    /// A verdict for every statement of the agreement.
    pub fit: Fit,
    /// What only the user's installation knows and `names.toml` does not say yet.
    pub missing: Vec<Wanted>,
    /// All names that were asked for, for the template of `names.toml`.
    pub wanted: Vec<Wanted>,
}

/// All exporters.
pub fn exporters() -> &'static [&'static dyn Exporter] {
    EXPORTERS
}

/// The exporter with this name.
pub fn exporter(name: &str) -> Option<&'static dyn Exporter> {
    EXPORTERS.iter().copied().find(|exporter| exporter.name() == name)
}

/// Exports an agreement to a target. `names` are the entries of `names.toml`.
///
/// # Errors
/// Where the exporter refuses.
pub fn export(exporter: &dyn Exporter, input: &Input<'_>, names: &Names) -> Result<Exported, Refused> {
    let mut names = names.of(exporter.name());
    let mut fit = Fit::new(Arc::clone(&input.statements), exporter);
    let files = exporter.export(input, &mut fit, &mut names)?;
    fit.close(exporter);
    let missing = names.missing();
    Ok(Exported { files: if missing.is_empty() { files } else { Vec::new() }, fit, missing, wanted: names.wanted() })
}
