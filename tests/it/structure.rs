//! The structure of contracts that others wrote: what is read of it, and its defects.

use std::fmt::Write as _;

use servanda::prose::{self, Kind};
use servanda::source::{Source, Sources};

/// Each block with what it is and where it stands.
fn outline(text: &str, kind: Kind) -> Vec<String> {
    let mut sources = Sources::default();
    let id = sources.add(Source::new("contract", text));
    let document = prose::read(sources.get(id).expect("just added"), id, kind);
    let line = |block: &prose::Block| {
        let mut line = format!("{:?} {}", block.kind, block.level);
        if let Some(cell) = block.cell {
            let _ = write!(line, " at {}:{}:{} over {}x{}", cell.table, cell.row, cell.column, cell.rows, cell.columns);
        }
        if let Some(marker) = &block.marker {
            let _ = write!(line, " {marker}");
        }
        for strong in block.strong() {
            let _ = write!(line, " *{}*", &block.text[strong.clone()]);
        }
        format!("{line}: {}", block.text)
    };
    document.blocks.iter().map(line).collect()
}

#[test]
fn levels_numbers_and_cells_are_read() {
    let markdown = "## Terms\n\n1. one\n   - in one\n     more\n3. **Three** is said\n\n1) again\n1) again\n\n   and on\n\n| a | b |\n|---|---|\n| 1 | |\n|   | 2 |\n\n<table><tr><td rowspan=2 colspan=\"2\">x</td><td>y</td></tr><tr><td>z</td></tr></table>\n";
    let expected = [
        "Heading 2: Terms",
        "Item 1 1.: one",
        "Item 2: in one more",
        "Item 1 3. *Three*: Three is said",
        "Item 1 1): again",
        "Item 1 2): again",
        "Item 1: and on",
        "Head 0 at 0:0:0 over 1x1: a",
        "Head 0 at 0:0:1 over 1x1: b",
        "Cell 0 at 0:1:0 over 1x1: 1",
        "Cell 0 at 0:2:1 over 1x1: 2",
        "Cell 0 at 1:0:0 over 2x2: x",
        "Cell 0 at 1:0:2 over 1x1: y",
        "Cell 0 at 1:1:2 over 1x1: z",
    ];
    assert_eq!(outline(markdown, Kind::Markdown), expected);
    let html = "<h3>Terms</h3><ol type=\"i\" start=3><li>three<ol type=A><li><p>in <b>three</b></p><p>more</ol><li>four</ol><p>end";
    let expected = [
        "Heading 3: Terms",
        "Item 1 iii.: three",
        "Item 2 A. *three*: in three",
        "Item 2: more",
        "Item 1 iv.: four",
        "Paragraph 0: end",
    ];
    assert_eq!(outline(html, Kind::Html), expected);
}
