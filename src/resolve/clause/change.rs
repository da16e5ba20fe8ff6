//! How the agreement and its fees change.

use crate::model::{ChangeByNotice, ChangeForm, Changes, FeeChange};
use crate::resolve::context::Context;
use crate::resolve::value::{prose, text};
use crate::syntax::tree::{Kind, Line};

/// The changes.
pub(in crate::resolve) fn changes(section: &Line, context: &mut Context) -> Changes {
    let form = section
        .child(Kind::only_in_writing)
        .map(|line| if line.node.text.contains("text form") { ChangeForm::TextForm } else { ChangeForm::Writing });
    let fees = section.child(Kind::fees_change).and_then(|line| {
        Some(FeeChange {
            by: text(&line.node)?.value,
            at_most: context.percent(&line.node).map(|share| share.value),
            notice: context.duration(&line.node).map(|notice| notice.value),
            origin: line.span().into(),
        })
    });
    Changes {
        form,
        may_not_lower: section
            .children_of(Kind::may_not_lower)
            .filter_map(|line| context.name(&line.node, Kind::party))
            .map(|party| party.value)
            .collect(),
        by_notice: section.children_of(Kind::may_change).filter_map(|line| by_notice(line, context)).collect(),
        fees,
        origin: section.span().into(),
    }
}

fn by_notice(line: &Line, context: &mut Context) -> Option<ChangeByNotice> {
    let node = &line.node;
    Some(ChangeByNotice {
        party: context.name(node, Kind::party)?.value,
        what: prose(node)?.value,
        notice: context.duration(node)?.value,
        may_leave: node
            .get(Kind::other_may_leave)
            .and_then(|part| context.name(part, Kind::party))
            .map(|party| party.value),
        origin: line.span().into(),
    })
}
