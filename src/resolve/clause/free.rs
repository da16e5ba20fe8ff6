//! Clauses in the author's own words, ready clauses, and what is left out on purpose.

use crate::diagnostic::{Diagnostic, suggest};
use crate::model::{At, FreeClause, Omission, Omitted, Place, ReadyClause, ReadyClauseName, Section};
use crate::resolve::context::Context;
use crate::resolve::section::Sections;
use crate::resolve::value::{prose_of, text};
use crate::syntax::tree::{Kind, Line, Node};

/// Free clauses, ready clauses, omissions.
pub(in crate::resolve) fn clauses(
    sections: Sections,
    context: &mut Context,
) -> (Vec<FreeClause>, Vec<ReadyClause>, Vec<Omission>) {
    let free = sections.all(Kind::clause).filter_map(|line| free_clause(line, context)).collect();
    let mut ready: Vec<ReadyClause> = Vec::new();
    for part in sections.all(Kind::include_clause).flat_map(|line| line.node.all(Kind::clause_name)) {
        let Some(clause) = ready_clause(part, context) else { continue };
        if ready.iter().any(|known| known.clause.value == clause.value) {
            context.error(Diagnostic::error("said-twice", part.span, format!("`{}` is included twice", part.text)));
        } else {
            ready.push(ReadyClause { clause });
        }
    }
    let omissions: Vec<Omission> =
        sections.all(Kind::without_section).filter_map(|line| omission(line, &ready, context)).collect();
    (free, ready, omissions)
}

fn free_clause(line: &Line, context: &mut Context) -> Option<FreeClause> {
    let title = text(&line.node)?;
    let below = line.child(Kind::prose_line).and_then(|line| line.node.get(Kind::string));
    let words = line.prose.as_ref().or(below);
    if words.is_none() {
        context.missing(
            Some(line.span()),
            format!("the clause \"{}\" has no words", title.value),
            "write them in a block of `\"\"\"` below",
        );
    }
    let place = line.node.get(Kind::place).and_then(|place| {
        let section = section_of(place.get(Kind::section_word)?, context)?.value;
        Some(Place { before: place.text.starts_with("before"), section })
    });
    Some(FreeClause { title, text: prose_of(words?), place })
}

/// A node that names a section.
pub(in crate::resolve) fn section_of(part: &Node, context: &mut Context) -> Option<At<Section>> {
    let section = Section::from_word(&part.text);
    if section.is_none() {
        let words = Section::ALL.iter().map(|section| section.word());
        let mut diagnostic =
            Diagnostic::error("unknown-name", part.span, format!("there is no section `{}`", part.text));
        if let Some(help) = suggest::did_you_mean(&part.text, words) {
            diagnostic = diagnostic.help(help);
        }
        context.error(diagnostic);
    }
    section.map(|section| At::new(section, part.span))
}

fn ready_clause(part: &Node, context: &mut Context) -> Option<At<ReadyClauseName>> {
    let clause = ReadyClauseName::ALL.into_iter().find(|clause| clause.word() == part.text);
    if clause.is_none() {
        let words: Vec<&str> = ReadyClauseName::ALL.iter().map(|clause| clause.word()).collect();
        let mut diagnostic =
            Diagnostic::error("unknown-name", part.span, format!("there is no ready clause `{}`", part.text));
        diagnostic = match suggest::did_you_mean(&part.text, words.iter().copied()) {
            Some(help) => diagnostic.help(help),
            None => diagnostic.help(format!("ready clauses are: {}", words.join(", "))),
        };
        context.error(diagnostic);
    }
    clause.map(|clause| At::new(clause, part.span))
}

fn omission(line: &Line, included: &[ReadyClause], context: &mut Context) -> Option<Omission> {
    let part = line.node.get(Kind::clause_name)?;
    let what = match Section::from_word(&part.text) {
        Some(section) => Omitted::Section(section),
        None => Omitted::Clause(ready_clause(part, context)?.value),
    };
    if let Omitted::Clause(clause) = what
        && let Some(known) = included.iter().find(|known| known.clause.value == clause)
    {
        context.error(
            Diagnostic::error("said-twice", part.span, format!("`{}` is both included and left out", part.text))
                .related(known.clause.span(), "included here"),
        );
    }
    let reason = text(&line.node).map(|reason| reason.value);
    if reason.is_none() {
        context.missing(
            Some(line.span()),
            "nothing says why this is left out",
            format!("add the reason: `without {} \"the main agreement has it\"`", part.text),
        );
    }
    Some(Omission { what: At::new(what, part.span), reason })
}
