//! Where gaps are meant to stay until somebody fills them in: lines to sign on, and forms that are annexed.

use std::ops::Range;

use super::contract::Contract;
use super::outline::{ANNEXES, label};
use crate::prose::document::BlockKind;

/// What stands before a line to sign on.
const SIGNS: [&str; 9] = ["by", "signature", "signed", "name", "title", "date", "position", "place", "witness"];
/// How far the lines of one signature are apart, in blocks.
const NEAR: usize = 6;

/// A part of a contract, by its heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Text,
    /// Where the parties sign.
    Signatures,
    /// A form to be filled in for each case, such as an order or a statement of work.
    Form,
}

/// By block, the part that it stands in.
pub(super) fn parts(contract: &Contract<'_>) -> Vec<Part> {
    let mut open: Option<(usize, Part)> = None;
    let part_of = |(at, block): (usize, &crate::prose::document::Block)| {
        if block.kind == BlockKind::Heading {
            open = open.filter(|(level, _)| block.level > *level);
            if open.is_none() {
                open = opens(contract, at).map(|part| (block.level, part));
            }
        }
        open.map_or(Part::Text, |(_, part)| part)
    };
    contract.document.blocks.iter().enumerate().map(part_of).collect()
}

/// The part that a heading begins.
fn opens(contract: &Contract<'_>, at: usize) -> Option<Part> {
    let lower = contract.lower(at);
    if lower.trim() == "acceptance" || ["signature", "signed by", "in witness"].iter().any(|word| lower.contains(word))
    {
        return Some(Part::Signatures);
    }
    let keyword = label(contract.block(at)).and_then(|label| label.keyword);
    let annexed = keyword.is_some_and(|word| ANNEXES.contains(&word.as_str()));
    (annexed && (lower.contains("template") || lower.contains("form of ") || lower.trim_end().ends_with(" form")))
        .then_some(Part::Form)
}

/// Whether a gap is a line to sign on that stands under no heading: `By: ____` is near, and this is such a line too.
pub(super) fn is_to_sign(contract: &Contract<'_>, at: usize, gap: &Range<usize>) -> bool {
    let leads = |at: usize, end: usize, words: &[&str]| {
        let before = contract.lower(at)[..end].trim_end_matches([' ', ':', '*']);
        let word = before.rsplit(|letter: char| !letter.is_alphanumeric()).next().unwrap_or("");
        words.contains(&word)
    };
    let signs = |at: usize| contract.lower(at).match_indices("___").any(|(line, _)| leads(at, line, &SIGNS[..3]));
    let last = contract.document.blocks.len();
    leads(at, gap.start, &SIGNS) && (at.saturating_sub(NEAR)..last.min(at + NEAR + 1)).any(signs)
}
