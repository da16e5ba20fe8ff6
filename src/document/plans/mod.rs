//! One contract for several plans: the contract under each plan, laid over one another.
//!
//! What all plans say stands once. Figures of a sentence that differ stand side by side, each with its plan in
//! brackets; sentences that differ otherwise, and what only some plans have, begin with the plans they are for; tables
//! get a column a plan. The clause on plans says how this is read.

mod align;
mod run;
mod table;

use self::align::{Words, align};
use super::block::{Block, BlockKind, Inline, Item, Role};

/// The blocks of a contract under each plan as the blocks of one contract; they are not numbered yet.
pub(super) fn merge(variants: &[(String, Vec<Block>)]) -> Vec<Block> {
    let plans = Plans(variants.iter().map(|(plan, _)| plan.as_str()).collect());
    let blocks: Vec<_> = variants.iter().enumerate().map(|(plan, (_, blocks))| (plan, blocks.as_slice())).collect();
    plans.blocks(&blocks)
}

/// The names of the plans.
struct Plans<'n>(Vec<&'n str>);

impl Plans<'_> {
    /// `Gold, Silver`.
    fn label(&self, plans: &[usize]) -> String {
        plans.iter().map(|plan| self.0[*plan]).collect::<Vec<_>>().join(", ")
    }

    /// The blocks that each of some plans has at the same place.
    fn blocks(&self, variants: &[(usize, &[Block])]) -> Vec<Block> {
        let words: Vec<Vec<Words>> =
            variants.iter().map(|(_, blocks)| blocks.iter().map(Words::of).collect()).collect();
        let mut merged = Vec::new();
        // The plans of a heading that not all have, with its level: what follows needs no lead-in of its own.
        let mut under: Option<(u8, Vec<usize>)> = None;
        let mut before: Option<Vec<usize>> = None;
        for row in align(&words, Words::likeness) {
            let present: Vec<(usize, &Block)> =
                row.iter().zip(variants).filter_map(|(at, (plan, blocks))| Some((*plan, &blocks[(*at)?]))).collect();
            let Some((_, first)) = present.first() else { continue };
            let own: Option<Vec<usize>> =
                (present.len() < variants.len()).then(|| present.iter().map(|(plan, _)| *plan).collect());
            let level = if let BlockKind::Heading { level, .. } = first.kind { Some(level) } else { None };
            if let Some(level) = level {
                under = under.filter(|(outer, _)| *outer < level);
            }
            let follows = matches!(first.kind, BlockKind::List(_) | BlockKind::Table(_)) && before == own;
            let covered = follows || under.as_ref().map(|(_, plans)| plans) == own.as_ref();
            let groups = groups(&present);
            if groups.len() > 1 && matches!(first.kind, BlockKind::Group { role: Role::Example, .. }) {
                // An example computes one case from beginning to end.
                merged.extend(groups.into_iter().map(|(plans, block)| self.marked(block.clone(), &plans)));
            } else if let Some(plans) = own.as_ref().filter(|_| !covered) {
                merged.push(self.marked(self.block(&present), plans));
            } else {
                merged.push(self.block(&present));
            }
            if let (Some(level), Some(plans), None) = (level, &own, &under) {
                under = Some((level, plans.clone()));
            }
            before = own;
        }
        merged
    }

    fn marked(&self, mut block: Block, plans: &[usize]) -> Block {
        mark(&mut block, &self.label(plans));
        block
    }

    /// One block of several plans.
    fn block(&self, present: &[(usize, &Block)]) -> Block {
        let first = present[0].1;
        if present.iter().all(|(_, block)| *block == first) {
            return first.clone();
        }
        let runs = || {
            parts(present, |kind| match kind {
                BlockKind::Title(text)
                | BlockKind::Heading { text, .. }
                | BlockKind::Clause { text, .. }
                | BlockKind::Paragraph(text) => Some(text.as_slice()),
                _ => None,
            })
        };
        let kind = match &first.kind {
            BlockKind::Paragraph(_) => BlockKind::Paragraph(self.sentence(&runs())),
            BlockKind::Title(_) => BlockKind::Title(self.figures(&runs())),
            BlockKind::Heading { level, number, .. } => {
                BlockKind::Heading { level: *level, number: number.clone(), text: self.figures(&runs()) }
            }
            BlockKind::Clause { number, .. } => {
                BlockKind::Clause { number: number.clone(), text: self.sentence(&runs()) }
            }
            BlockKind::List(_) => BlockKind::List(self.items(&parts(present, |kind| match kind {
                BlockKind::List(items) => Some(items.as_slice()),
                _ => None,
            }))),
            BlockKind::Table(_) => BlockKind::Table(self.table(&parts(present, |kind| match kind {
                BlockKind::Table(table) => Some(table),
                _ => None,
            }))),
            BlockKind::Group { role, .. } => {
                let blocks = self.blocks(&parts(present, |kind| match kind {
                    BlockKind::Group { blocks, .. } => Some(blocks.as_slice()),
                    _ => None,
                }));
                BlockKind::Group { role: *role, blocks }
            }
        };
        Block { kind, ..first.clone() }
    }

    fn items(&self, variants: &[(usize, &[Item])]) -> Vec<Item> {
        let words: Vec<Vec<Words>> =
            variants.iter().map(|(_, items)| items.iter().map(Words::of_item).collect()).collect();
        let rows = align(&words, Words::likeness).into_iter();
        let merged = rows.filter_map(|row| {
            let present: Vec<(usize, &Item)> =
                row.iter().zip(variants).filter_map(|(at, (plan, items))| Some((*plan, &items[(*at)?]))).collect();
            let (_, first) = present.first()?;
            let blocks: Vec<_> = present.iter().map(|(plan, item)| (*plan, item.blocks.as_slice())).collect();
            let mut item = Item { blocks: self.blocks(&blocks), ..(*first).clone() };
            if present.len() < variants.len() {
                let plans: Vec<usize> = present.iter().map(|(plan, _)| *plan).collect();
                item.blocks.first_mut().into_iter().for_each(|block| mark(block, &self.label(&plans)));
            }
            Some(item)
        });
        merged.collect()
    }
}

/// Plans with the same part, in the order of the plans.
fn groups<'p, T: PartialEq + ?Sized>(present: &[(usize, &'p T)]) -> Vec<(Vec<usize>, &'p T)> {
    let mut groups: Vec<(Vec<usize>, &T)> = Vec::new();
    for (plan, part) in present {
        match groups.iter_mut().find(|(_, known)| known == part) {
            Some((plans, _)) => plans.push(*plan),
            None => groups.push((vec![*plan], part)),
        }
    }
    groups
}

/// The same part of the block of each plan.
fn parts<'b, T: ?Sized>(
    present: &[(usize, &'b Block)],
    part: impl Fn(&'b BlockKind) -> Option<&'b T>,
) -> Vec<(usize, &'b T)> {
    present.iter().filter_map(|(plan, block)| Some((*plan, part(&block.kind)?))).collect()
}

/// Says of a block for which plans it is.
fn mark(block: &mut Block, label: &str) {
    match &mut block.kind {
        BlockKind::Paragraph(text) | BlockKind::Clause { text, .. } => {
            text.splice(0..0, lead_in(label));
        }
        BlockKind::Title(text) | BlockKind::Heading { text, .. } => text.push(in_brackets(label)),
        BlockKind::List(items) => {
            items.iter_mut().filter_map(|item| item.blocks.first_mut()).for_each(|block| mark(block, label));
        }
        BlockKind::Table(table) => table.head.first_mut().into_iter().for_each(|cell| cell.push(in_brackets(label))),
        BlockKind::Group { blocks, .. } => blocks.first_mut().into_iter().for_each(|block| mark(block, label)),
    }
}

/// `Gold, Silver:` before a sentence.
fn lead_in(label: &str) -> [Inline; 2] {
    [Inline::Strong(vec![Inline::Text(format!("{label}:"))]), Inline::Text(" ".into())]
}

/// ` (Gold, Silver)` behind a figure.
fn in_brackets(label: &str) -> Inline {
    Inline::Text(format!(" ({label})"))
}
