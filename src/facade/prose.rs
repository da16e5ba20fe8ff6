//! Vague words in the quoted prose of a spec, found by the engine that lints contracts, each at its own place.

use std::collections::{BTreeMap, BTreeSet};

use crate::check;
use crate::diagnostic::Diagnostic;
use crate::model::Agreement;
use crate::prose::{self, Block, BlockKind, Document};
use crate::source::{SourceId, Sources};
use crate::syntax::tree::{Kind, Line, Node};

/// The vague words of what the author of a spec said in quotation marks, in the language of the agreement; titles,
/// names and addresses say nothing that could be vague.
pub(super) fn vague(agreement: &Agreement, lines: &[Line], sources: &Sources) -> Vec<Diagnostic> {
    let says = check::prose(agreement);
    let mut blocks: BTreeMap<SourceId, Vec<Block>> = BTreeMap::new();
    for line in lines {
        each_string(line, &mut |string| {
            let words = string.text.split_whitespace().collect::<Vec<_>>().join(" ");
            if says.contains(&words) {
                let block = placed(string, sources);
                blocks.entry(string.span.source).or_default().extend(block);
            }
        });
    }
    let language = agreement.heading.language.as_str().split('-').next().unwrap_or_default();
    let defined: BTreeSet<String> = agreement.definitions.iter().map(|of| of.term.value.to_string()).collect();
    let documents = blocks.into_iter().map(|(source, blocks)| Document { source, blocks });
    documents.flat_map(|document| prose::vague_beside(&document, language, &defined)).collect()
}

/// Each string of a statement and of those below it.
fn each_string<'l>(line: &'l Line, take: &mut impl FnMut(&'l Node)) {
    let cells = line.table.iter().flat_map(|table| &table.rows).flat_map(|row| &row.cells);
    let mut open: Vec<&Node> = std::iter::once(&line.node).chain(&line.prose).chain(cells).collect();
    while let Some(node) = open.pop() {
        let is_block = line.prose.as_ref().is_some_and(|prose| std::ptr::eq(prose, node));
        if node.kind == Kind::string || is_block {
            take(node);
        } else {
            open.extend(&node.children);
        }
    }
    line.children.iter().for_each(|child| each_string(child, take));
}

/// The words of a string with the place of each letter: those of a block are indented in the source.
fn placed(string: &Node, sources: &Sources) -> Option<Block> {
    let from = string.span.start as usize;
    let written = sources.get(string.span.source)?.text().get(from..string.span.end as usize)?;
    let quotes = written.len() - written.trim_start_matches('"').len();
    let mut letters = written[quotes..].char_indices();
    let mut block = Block::new(BlockKind::Paragraph);
    let mut buffer = [0; 4];
    for letter in string.text.chars() {
        let (at, _) = if letter.is_whitespace() {
            letters.clone().next()?
        } else {
            letters.find(|(_, written)| *written == letter)?
        };
        block.push(letter.encode_utf8(&mut buffer), from + quotes + at);
    }
    Some(block)
}
