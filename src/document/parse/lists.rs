//! The last item of a list ends its sentence: a loop in a template ends every item with a semicolon.

use crate::document::block::{Block, BlockKind, Inline, Item};

/// Ends each list with a full stop where its items end with semicolons.
pub(super) fn end(blocks: &mut [Block]) {
    for block in blocks {
        match &mut block.kind {
            BlockKind::List(items) => items.last_mut().into_iter().for_each(end_item),
            BlockKind::Group { blocks, .. } => end(blocks),
            _ => {}
        }
    }
}

fn end_item(item: &mut Item) {
    match item.blocks.last_mut().map(|block| &mut block.kind) {
        Some(BlockKind::List(items)) => items.last_mut().into_iter().for_each(end_item),
        Some(BlockKind::Paragraph(run)) => {
            if let Some(Inline::Text(words)) = run.last_mut()
                && words.ends_with(';')
            {
                words.pop();
                words.push('.');
            }
        }
        _ => {}
    }
}
