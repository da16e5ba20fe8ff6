//! Defined terms.

use crate::model::Definition;
use crate::resolve::context::Context;
use crate::resolve::section::Sections;
use crate::resolve::value::prose_of_line;
use crate::syntax::tree::{Kind, Line};

/// The terms, in the order of the spec.
pub(in crate::resolve) fn definitions(sections: Sections, context: &mut Context) -> Vec<Definition> {
    let lines = sections.lines(Kind::definitions).iter().filter(|line| line.kind() == Kind::definition);
    lines.filter_map(|line| definition(line, context)).collect()
}

fn definition(line: &Line, context: &mut Context) -> Option<Definition> {
    let term = Context::new_name(&line.node)?;
    let meaning = prose_of_line(line);
    if meaning.is_none() {
        context.missing(
            Some(line.span()),
            format!("`{}` has no meaning", term.value),
            "write the meaning in quotes after `means`, or in a block of `\"\"\"` below",
        );
    }
    Some(Definition { term, meaning: meaning? })
}
