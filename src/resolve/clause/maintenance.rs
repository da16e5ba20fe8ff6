//! Planned maintenance.

use crate::model::{Allowance, At, Duration, Emergency, Maintenance, Window, WindowDays, Zone};
use crate::resolve::context::Context;
use crate::resolve::section::Sections;
use crate::syntax::tree::{Kind, Line};

use super::calendar::days_of;
use super::heading::zone_of;

/// Maintenance by its names; a window without a zone has the agreement's.
pub(in crate::resolve) fn maintenance(
    sections: Sections,
    zone: Option<&Zone>,
    context: &mut Context,
) -> Vec<Maintenance> {
    sections.all(Kind::maintenance).filter_map(|line| one(line, zone, context)).collect()
}

fn one(line: &Line, zone: Option<&Zone>, context: &mut Context) -> Option<Maintenance> {
    let allowance = |line: &Line, context: &mut Context| {
        Some(Allowance {
            at_most: context.duration(&line.node)?.value,
            each: context.cycle(&line.node)?,
            origin: line.span().into(),
        })
    };
    let not_on = line.children_of(Kind::no_window_on).flat_map(|line| line.node.all(Kind::dates).collect::<Vec<_>>());
    Some(Maintenance {
        name: Context::new_name(&line.node)?,
        services: context.names(&line.node, Kind::service).into_iter().map(|name| name.value).collect(),
        windows: line.children_of(Kind::window).filter_map(|line| window(line, zone, context)).collect(),
        allowances: line.children_of(Kind::allowance).filter_map(|line| allowance(line, context)).collect(),
        announced: line.child(Kind::announced).and_then(|line| context.duration(&line.node)),
        emergency: line.child(Kind::emergency).and_then(|line| emergency(line, context)),
        not_on: not_on.filter_map(|part| context.dates_of(part)).collect(),
        origin: line.span().into(),
    })
}

fn window(line: &Line, zone: Option<&Zone>, context: &mut Context) -> Option<Window> {
    let days = line.node.get(Kind::window_days)?;
    let days = match days.get(Kind::days) {
        Some(part) => WindowDays::Weekly(days_of(part)),
        None => {
            let ordinal = context.ordinal(days)?;
            let day = days.get(Kind::day)?.text.parse().ok()?;
            match u8::try_from(ordinal) {
                Ok(ordinal @ 1..=5) => WindowDays::Monthly { ordinal, day },
                _ => {
                    context.misplaced(line.span(), "no month has that many", "write 1st to 5th");
                    return None;
                }
            }
        }
    };
    let hours = line.node.get(Kind::hours).and_then(|part| context.hours_of(part))?;
    let own = match line.node.get(Kind::zone_name) {
        Some(part) => Some(zone_of(part, context)?),
        None => zone.cloned(),
    };
    Some(Window { days, hours, zone: own?, origin: line.span().into() })
}

fn emergency(line: &Line, context: &mut Context) -> Option<Emergency> {
    let Some(each) = context.cycle(&line.node) else { return Some(Emergency::CountsAsDown) };
    let at_most = context.duration(&line.node)?.value;
    let announced: Option<At<Duration>> = context.nth_duration(&line.node, 1);
    Some(Emergency::Limited { at_most, each, announced: announced.map(|at| at.value) })
}
