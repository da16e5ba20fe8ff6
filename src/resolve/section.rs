//! The agreement from its sections.

use crate::model::{Agreement, PlanChoice, Severities};
use crate::source::Span;
use crate::syntax::tree::{Kind, Line};

use super::clause;
use super::context::Context;
use super::parameter::Parameters;

/// The sections of a spec by their heads.
#[derive(Clone, Copy)]
pub(super) struct Sections<'a>(&'a [Line]);

impl<'a> Sections<'a> {
    /// The section that stands once.
    pub(super) fn one(self, kind: Kind) -> Option<&'a Line> {
        self.0.iter().find(|line| line.kind() == kind)
    }

    /// All sections with this head.
    pub(super) fn all(self, kind: Kind) -> impl Iterator<Item = &'a Line> {
        self.0.iter().filter(move |line| line.kind() == kind)
    }

    /// The lines below the section that stands once.
    pub(super) fn lines(self, kind: Kind) -> &'a [Line] {
        self.one(kind).map_or(&[], |line| &line.children)
    }

    /// Where the section that stands once begins.
    pub(super) fn span(self, kind: Kind) -> Option<Span> {
        self.one(kind).map(Line::span)
    }
}

/// The agreement, if everything it cannot do without is there. What is missing or wrong is
/// reported for all sections in one go.
pub(super) fn agreement(
    lines: &[Line],
    parameters: &Parameters,
    plan_choice: PlanChoice,
    context: &mut Context,
) -> Option<Agreement> {
    let sections = Sections(lines);
    clause::party::zones(sections, context);
    let heading = clause::heading::heading(sections, context);
    let parties = clause::party::parties(sections, context);
    let definitions = clause::definition::definitions(sections, context);
    let period = clause::period::period(sections, context);
    let services = clause::service::services(sections, context);
    let zone = heading.as_ref().map(|heading| heading.zone.clone());
    let calendars = clause::calendar::calendars(sections, zone.as_ref(), context);
    if let Some(period) = &period {
        clause::calendar::holidays_are_known(&calendars, period, context);
    }
    let channels = clause::channel::channels(sections, context);
    let severities = match sections.one(Kind::severities) {
        Some(line) => clause::severity::severities(line, context),
        None => Some(Severities::none()),
    };
    let requests = clause::severity::requests(sections, context);
    let business_days = heading.as_ref().and_then(|heading| heading.business_days.clone());
    let levels = severities
        .as_ref()
        .map(|severities| clause::level::levels(sections, severities, business_days.as_ref(), context));
    let metrics = clause::metric::metrics(sections, context);
    let maintenance = clause::maintenance::maintenance(sections, zone.as_ref(), context);
    let obligations = clause::obligation::obligations(sections, context);
    let escalations = clause::escalation::escalations(sections, context);
    let penalties = sections.one(Kind::penalties).and_then(|line| clause::penalty::penalties(line, context));
    let reports = clause::report::reports(sections, context);
    let disputes = sections.one(Kind::disputes).map(|line| clause::dispute::disputes(line, context));
    let changes = sections.one(Kind::changes).map(|line| clause::change::changes(line, context));
    let law = clause::law::law(sections, context);
    let (clauses, ready_clauses, omissions) = clause::free::clauses(sections, context);
    Some(Agreement {
        heading: heading?,
        parties: parties?,
        definitions,
        period: period?,
        services,
        calendars,
        channels,
        severities: severities?,
        requests,
        levels: levels?,
        metrics,
        maintenance,
        obligations,
        escalations,
        penalties,
        reports,
        disputes,
        changes,
        liability: law.liability,
        force_majeure: law.force_majeure,
        notices: law.notices,
        audit: law.audit,
        subcontractors: law.subcontractors,
        data_protection: law.data_protection,
        continuity: law.continuity,
        confidentiality: law.confidentiality,
        assignment: law.assignment,
        change_of_control: law.change_of_control,
        signature: law.signature,
        exit: law.exit,
        survival: law.survival,
        clauses,
        ready_clauses,
        omissions,
        parameters: parameters.record(),
        plan: parameters.plan(),
        plan_choice,
    })
}
