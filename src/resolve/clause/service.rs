//! Services and their fees.

use crate::diagnostic::Diagnostic;
use crate::model::{Fee, FeeUnit, Service};
use crate::resolve::context::Context;
use crate::resolve::section::Sections;
use crate::resolve::value::{cycle_unit, text};
use crate::syntax::tree::{Kind, Line};

/// The services.
pub(in crate::resolve) fn services(sections: Sections, context: &mut Context) -> Vec<Service> {
    let lines = sections.lines(Kind::services).iter().filter(|line| line.kind() == Kind::service_entry);
    let services: Vec<Service> = lines.filter_map(|line| service(line, context)).collect();
    if services.is_empty() {
        context.missing(
            sections.span(Kind::services),
            "the agreement has no service",
            "add a section `services` with a line such as `API \"Acme API\"`",
        );
    }
    services
}

fn service(line: &Line, context: &mut Context) -> Option<Service> {
    let name = Context::new_name(&line.node)?;
    let depends_on =
        line.child(Kind::depends_on).map(|line| context.names(&line.node, Kind::service)).unwrap_or_default();
    for other in depends_on.iter().filter(|other| other.value == name.value) {
        context.error(Diagnostic::error("value", other.span(), format!("`{}` depends on itself", name.value)));
    }
    Some(Service {
        title: text(&line.node)?.value,
        fees: line.children_of(Kind::fee).filter_map(|line| fee(line, context)).collect(),
        described_in: line.child(Kind::described).and_then(|line| text(&line.node)).map(|document| document.value),
        depends_on,
        plans: line
            .child(Kind::available_plans)
            .map(|line| context.names(&line.node, Kind::plan).into_iter().map(|plan| plan.value).collect())
            .unwrap_or_default(),
        name,
    })
}

fn fee(line: &Line, context: &mut Context) -> Option<Fee> {
    if let Some(stated) = line.node.get(Kind::fee_stated) {
        let per = stated.get(Kind::calendar_unit).and_then(|unit| cycle_unit(&unit.text));
        return Some(Fee::StatedIn { document: text(stated)?.value, per });
    }
    let amount = line.node.get(Kind::fee_amount)?;
    if let Some(counted) = amount.get(Kind::fee_counted) {
        let monthly = counted.text.ends_with("month");
        return Some(Fee::Counted { amount: context.money(amount)?, each: text(counted)?.value, monthly });
    }
    let per = match amount.get(Kind::fee_unit).map_or("once", |unit| unit.text.as_str()) {
        "month" => FeeUnit::Month,
        "quarter" => FeeUnit::Quarter,
        "year" => FeeUnit::Year,
        "contract year" => FeeUnit::ContractYear,
        "billing month" => FeeUnit::BillingMonth,
        "user per month" => FeeUnit::UserMonth,
        _ => FeeUnit::Once,
    };
    Some(Fee::Amount { amount: context.money(amount)?, per })
}
