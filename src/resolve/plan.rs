//! Plans: which of them an agreement is made for, and what an agreement without a service has no use for.

use crate::diagnostic::{Diagnostic, suggest};
use crate::model::PlanChoice;
use crate::source::Span;
use crate::syntax::tree::{Kind, Line, Node, Table};

/// The plans that an agreement is made for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Plans {
    /// The chosen one, or all of the spec; none where a spec has no plans, or not the one that is wanted.
    pub(super) names: Vec<String>,
    /// Who says which of them applies.
    pub(super) choice: PlanChoice,
}

impl Plans {
    /// The plans of merged statements: the one that is `wanted`, else the one that the spec names, else all.
    pub(super) fn of(lines: &[Line], wanted: Option<&str>, diagnostics: &mut Vec<Diagnostic>) -> Self {
        let mut plans = Self { names: Vec::new(), choice: PlanChoice::Made };
        let Some((head, table)) = table(lines) else {
            let wanted = wanted.zip(lines.first());
            diagnostics.extend(wanted.map(|(wanted, first)| none(wanted, first.span())));
            return plans;
        };
        let mut extends = lines.iter().filter(|line| line.kind() == Kind::extends).flat_map(|line| &line.children);
        let named = extends.rfind(|line| line.kind() == Kind::choose_plan);
        let named = named.and_then(|line| line.node.get(Kind::plan));
        let known = || table.head.iter().skip(1).map(|head| head.text.as_str());
        match wanted.or_else(|| named.map(|node| node.text.as_str())) {
            Some(wanted) => match known().find(|plan| plan.eq_ignore_ascii_case(wanted)) {
                Some(plan) => plans.names.push(plan.to_owned()),
                None => diagnostics.push(unknown(wanted, named.map_or(table.span, |node| node.span), known())),
            },
            None => {
                plans.names = known().map(str::to_owned).collect();
                plans.choice = match head.node.get(Kind::string) {
                    Some(document) => PlanChoice::StatedIn(document.text.clone()),
                    None => PlanChoice::Open,
                };
                if plans.choice == PlanChoice::Open {
                    diagnostics.push(open(head.span(), known()));
                }
            }
        }
        plans
    }
}

impl Plans {
    /// What an agreement is resolved for: each of its plans, or none.
    pub(super) fn variants(&self) -> impl Iterator<Item = Option<&str>> {
        let without = self.names.is_empty().then_some(None);
        without.into_iter().chain(self.names.iter().map(|plan| Some(plan.as_str())))
    }
}

/// The section `plans` and its table.
pub(super) fn table(lines: &[Line]) -> Option<(&Line, &Table)> {
    let head = lines.iter().find(|line| line.kind() == Kind::plans)?;
    Some((head, head.table.as_ref()?))
}

fn listed<'n>(plans: impl Iterator<Item = &'n str>) -> String {
    plans.map(|plan| format!("`{plan}`")).collect::<Vec<_>>().join(", ")
}

fn unknown<'n>(wanted: &str, span: Span, known: impl Iterator<Item = &'n str> + Clone) -> Diagnostic {
    let finding = Diagnostic::error("unknown-plan", span, format!("there is no plan `{wanted}`"))
        .help(format!("the plans are {}", listed(known.clone())));
    match suggest::did_you_mean(wanted, known) {
        Some(help) => finding.help(help),
        None => finding,
    }
}

fn none(wanted: &str, span: Span) -> Diagnostic {
    Diagnostic::error("unknown-plan", span, format!("there is no plan `{wanted}`: this agreement has no plans"))
        .help("leave `--plan` out, or add a section `plans`")
}

fn open<'n>(span: Span, known: impl Iterator<Item = &'n str>) -> Diagnostic {
    let message = "this agreement has several plans, and nothing says which of them applies";
    Diagnostic::warning("plan-not-chosen", span, message)
        .help("write `plans chosen in \"the order\"` with the document that names the customer's plan")
        .help(format!("or write `plan …` below `extends`, or pass `--plan`, with one of {}", listed(known)))
}

/// Takes away the services that are not in `plan`, and what is about them only: their sections, their levels and the
/// credits for these.
pub(super) fn without_other_services(lines: &mut Vec<Line>, plan: &str) {
    let gone = |line: &Line, kind: Kind, names: &[String]| {
        let mut named = every(&line.node, kind).peekable();
        named.peek().is_some() && named.all(|node| names.contains(&node.text))
    };
    let outside = |service: &Line| {
        let plans = service.child(Kind::available_plans);
        plans.is_some_and(|line| line.node.all(Kind::plan).all(|node| node.text != plan))
    };
    let names = |lines: &[&Line]| -> Vec<String> {
        lines.iter().filter_map(|line| Some(line.node.get(Kind::new_name)?.text.clone())).collect()
    };
    let below = |lines: &[Line], section: Kind| -> Vec<Line> {
        lines.iter().filter(|line| line.kind() == section).flat_map(|line| line.children.clone()).collect()
    };
    let all = below(lines, Kind::services);
    let services = names(&all.iter().filter(|line| outside(line)).collect::<Vec<_>>());
    if services.is_empty() {
        return;
    }
    let all = below(lines, Kind::levels);
    let levels = names(&all.iter().filter(|line| gone(line, Kind::service, &services)).collect::<Vec<_>>());
    lines.retain(|line| !gone(line, Kind::service, &services));
    for line in lines {
        strike(&mut line.node, Kind::service, &services);
        match line.kind() {
            Kind::services => line.children.retain(|service| !outside(service)),
            Kind::levels => {
                line.children.retain(|level| !gone(level, Kind::service, &services));
                line.children.iter_mut().for_each(|level| strike(&mut level.node, Kind::service, &services));
            }
            Kind::penalties => {
                line.children.retain(|remedy| !gone(remedy, Kind::level, &levels));
                line.children.iter_mut().for_each(|remedy| strike(&mut remedy.node, Kind::level, &levels));
            }
            _ => {}
        }
    }
}

/// Takes names out of a statement's lists.
fn strike(node: &mut Node, kind: Kind, names: &[String]) {
    node.children.retain(|part| part.kind != kind || !names.contains(&part.text));
    node.children.iter_mut().for_each(|part| strike(part, kind, names));
}

/// All parts of a kind, however deep.
fn every(node: &Node, kind: Kind) -> Box<dyn Iterator<Item = &Node> + '_> {
    let own = (node.kind == kind).then_some(node);
    Box::new(own.into_iter().chain(node.children.iter().flat_map(move |part| every(part, kind))))
}
