//! What went wrong in a line, in the words of the language.

mod phrases;
mod place;
mod slips;
mod values;
mod wording;

pub(super) use place::{begins_in, guess_head, not_far_enough_in, nothing_below, too_far_in};
pub(super) use wording::is_one_word;

use super::blocks::{TIMES_COLUMNS, TableKind};
use super::layout::Words;
use super::nodes::Fault;
use super::report::Report;
use super::tree::{Kind, Node};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::suggest::did_you_mean;

/// Reports a line that is no statement of `block`; gives the head it was likely meant to be.
pub(super) fn statement(words: &Words<'_>, fault: &Fault, block: Kind, report: &mut Report) -> Option<Kind> {
    let (at, kinds) = match fault {
        Fault::TooNested => {
            report.push(too_nested(words, report));
            return None;
        }
        Fault::Expected { at, kinds } => (*at, kinds),
    };
    if report.is_full() {
        report.push(Diagnostic::error("syntax", report.span(words.start, words.end()), "no statement"));
        return None;
    }
    let slip = slips::find(words, at, kinds, report)
        .or_else(|| slips::capital_beginning(words, block, report))
        .or_else(|| slips::lower_beginning(words, block, report))
        .or_else(|| phrases::find(words, at, block, report))
        .or_else(|| phrases::swapped(words, at, block, report))
        .or_else(|| phrases::missing(words, at, kinds, block, report));
    if let Some(slip) = slip {
        report.push(slip);
        return guess_head(words, block).or_else(|| phrases::head(words, block));
    }
    if let Some((home, finding)) = place::elsewhere(words, block, report) {
        report.push(finding);
        return Some(home);
    }
    let finding = if at == 0 || is_unknown_name(&words.text[..at], report) {
        wording::unknown(words, block, report)
    } else {
        wording::expected(words, at, kinds, report)
    };
    report.push(finding);
    guess_head(words, block)
}

/// Whether the words before the byte where a line goes wrong are capitalised like a name, and stand nowhere else:
/// `This agreement lasts …` begins no statement about a party called This.
fn is_unknown_name(before: &str, report: &Report) -> bool {
    let name = before.trim_end();
    name.split(' ').all(|word| word.starts_with(char::is_uppercase)) && report.stands_once(name)
}

/// Reports a cell that its column's rule does not take.
pub(super) fn cell(words: &Words<'_>, fault: &Fault, rule: Kind, report: &mut Report) {
    let finding = match fault {
        Fault::TooNested => too_nested(words, report),
        Fault::Expected { at, kinds } => slips::find(words, *at, kinds, report)
            .or_else(|| phrases::find(words, *at, rule, report))
            .unwrap_or_else(|| {
                let finding = wording::expected(words, *at, kinds, report);
                let is_none =
                    rule == Kind::cell_duration && words.text.starts_with(|sign: char| !sign.is_ascii_digit());
                if is_none { finding.help("write `-` where there is no such time") } else { finding }
            }),
    };
    report.push(finding);
}

/// Reports a column that the table does not know.
pub(super) fn column(name: &Node, at: usize, kind: TableKind, report: &mut Report) {
    let known: Vec<&str> = match (kind, at) {
        (TableKind::Times, _) => TIMES_COLUMNS.iter().map(|(column, _)| *column).collect(),
        (TableKind::Plans, 0) => vec!["term"],
        (TableKind::Matrix, 0) => vec!["impact"],
        (TableKind::Plans, _) => {
            let finding = Diagnostic::error("table", name.span, format!("`{}` is no name of a plan", name.text));
            report.push(finding.help("a name begins with a capital letter, such as `Gold`"));
            return;
        }
        (TableKind::Matrix, _) => {
            let finding = Diagnostic::error("table", name.span, format!("`{}` is no name of an urgency", name.text));
            report.push(finding.help("a name begins with a capital letter, such as `High`"));
            return;
        }
    };
    let finding = Diagnostic::error("table", name.span, format!("`{}` is no column of this table", name.text));
    let listed: Vec<String> = known.iter().map(|column| format!("`{column}`")).collect();
    let help = did_you_mean(&name.text, known).unwrap_or_else(|| match listed.as_slice() {
        [only] => format!("the first column is {only}"),
        _ => format!("the columns are {}", wording::list(&listed, "and")),
    });
    report.push(finding.help(help));
}

fn too_nested(words: &Words<'_>, report: &Report) -> Diagnostic {
    let span = report.span(words.start, words.end());
    Diagnostic::error("too-large", span, "this formula has too many parts within each other")
        .help("give parts of it a name of their own with `counts` or `measures`")
}
