//! The sentence that a finding stands in.

use std::ops::Range;

use super::document::Document;
use super::sentence::sentences;
use crate::diagnostic::Diagnostic;

/// Gives each finding the sentence that its words stand in, as [`Block::text`](super::Block) has it.
pub fn with_sentences(document: &Document, findings: &mut [Diagnostic]) {
    // Blocks lie in the source in their order; where one lies within another, the later one is the inner one.
    let starts: Vec<usize> = document.blocks.iter().map(|block| block.start()).collect();
    // Those of the last block: findings that stand side by side ask for the same.
    let mut cut: (usize, Vec<Range<usize>>) = (usize::MAX, Vec::new());
    for finding in findings {
        let Some(span) = finding.span.filter(|span| span.source == document.source) else { continue };
        let Some(at) = starts.partition_point(|start| *start <= span.start as usize).checked_sub(1) else { continue };
        let block = &document.blocks[at];
        let Some(byte) = block.byte_of(span.start as usize) else { continue };
        if cut.0 != at {
            cut = (at, sentences(&block.text));
        }
        let sentence =
            cut.1.get(cut.1.partition_point(|range| range.end <= byte)).filter(|range| range.contains(&byte));
        finding.sentence = sentence.map(|range| block.text[range.clone()].trim().to_owned());
    }
}
