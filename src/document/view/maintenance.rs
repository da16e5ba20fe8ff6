//! Planned maintenance.

use schemars::JsonSchema;
use serde::Serialize;

use super::Context;
use crate::model::{Allowance, Emergency, Maintenance as Entry, Window, WindowDays};

/// Planned maintenance.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Maintenance {
    entries: Vec<MaintenanceView>,
    /// Whether there is more than one kind.
    several: bool,
}

/// One kind of maintenance.
#[derive(Debug, Serialize, JsonSchema)]
struct MaintenanceView {
    name: String,
    /// Empty: all.
    services: Vec<String>,
    windows: Vec<WindowView>,
    one_window: bool,
    allowances: Vec<AllowanceView>,
    announced: Option<String>,
    emergency: EmergencyKind,
    emergency_at_most: Option<String>,
    emergency_each: Option<String>,
    emergency_announced: Option<String>,
    not_on: Vec<String>,
    source: String,
}

/// A window.
#[derive(Debug, Serialize, JsonSchema)]
struct WindowView {
    /// `Saturday`, `Sunday`; empty where it is monthly.
    days: Vec<String>,
    /// `second`, of a monthly window.
    ordinal: Option<String>,
    /// The day of a monthly window.
    day: Option<String>,
    /// `04:00 to 05:00`.
    hours: String,
    zone: String,
}

/// The most in a cycle.
#[derive(Debug, Serialize, JsonSchema)]
struct AllowanceView {
    at_most: String,
    /// `each Calendar Month`.
    each: String,
}

/// What emergency maintenance is.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
enum EmergencyKind {
    /// Nothing is said: it has to keep the rules of all maintenance.
    Unsaid,
    CountsAsDown,
    Limited,
}

impl Maintenance {
    /// Planned maintenance, if there is any.
    pub(super) fn new(context: &Context<'_>) -> Option<Self> {
        let maintenance = &context.agreement.maintenance;
        (!maintenance.is_empty()).then(|| Self {
            entries: maintenance.iter().map(|entry| MaintenanceView::new(entry, context)).collect(),
            several: maintenance.len() > 1,
        })
    }
}

impl MaintenanceView {
    fn new(entry: &Entry, context: &Context<'_>) -> Self {
        let forms = context.forms;
        let mut view = Self {
            name: entry.name.to_string(),
            services: context.services(&entry.services),
            one_window: entry.windows.len() == 1,
            windows: entry.windows.iter().map(|window| WindowView::new(window, context)).collect(),
            allowances: entry.allowances.iter().map(|allowance| AllowanceView::new(allowance, context)).collect(),
            announced: entry.announced.as_ref().map(|before| forms.duration(before.value)),
            emergency: EmergencyKind::Unsaid,
            emergency_at_most: None,
            emergency_each: None,
            emergency_announced: None,
            not_on: entry.not_on.iter().map(|dates| forms.dates(*dates)).collect(),
            source: context.source(entry.origin),
        };
        match &entry.emergency {
            None => {}
            Some(Emergency::CountsAsDown) => view.emergency = EmergencyKind::CountsAsDown,
            Some(Emergency::Limited { at_most, each, announced }) => {
                view.emergency = EmergencyKind::Limited;
                view.emergency_at_most = Some(forms.duration(*at_most));
                view.emergency_each = Some(forms.each(*each));
                view.emergency_announced = announced.map(|before| forms.duration(before));
            }
        }
        view
    }
}

impl WindowView {
    fn new(window: &Window, context: &Context<'_>) -> Self {
        let forms = context.forms;
        let (days, ordinal, day) = match &window.days {
            WindowDays::Weekly(days) => (forms.weekdays(days), None, None),
            WindowDays::Monthly { ordinal, day } => {
                (Vec::new(), Some(forms.ordinal((*ordinal).into())), Some(forms.weekday(*day).to_owned()))
            }
        };
        Self { days, ordinal, day, hours: forms.hours(window.hours), zone: forms.zone(&window.zone) }
    }
}

impl AllowanceView {
    fn new(allowance: &Allowance, context: &Context<'_>) -> Self {
        Self { at_most: context.forms.duration(allowance.at_most), each: context.forms.each(allowance.each) }
    }
}
