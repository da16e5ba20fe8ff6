//! Tables: their rows and columns, as a reader sees them.

use crate::prose::document::{BlockKind, Document};

/// A table; cells that reach over several rows or columns stand in each of them.
#[derive(Debug, Default)]
pub(in crate::prose) struct Table {
    /// The rows, from the head on: by column, the blocks of the cell; none where it is empty.
    pub(in crate::prose) rows: Vec<Vec<Vec<usize>>>,
    /// How many rows belong to the head.
    pub(in crate::prose) head: usize,
}

/// The tables of a document.
pub(in crate::prose) fn tables(document: &Document) -> Vec<Table> {
    // What a table of a hostile file can claim to have.
    const MOST: usize = 512;
    let mut tables: Vec<Table> = Vec::new();
    let mut current = None;
    for (at, block) in document.blocks.iter().enumerate() {
        let Some(place) = block.cell else { continue };
        if current != Some(place.table) {
            current = Some(place.table);
            tables.push(Table::default());
        }
        let Some(table) = tables.last_mut() else { continue };
        let rows = place.row..place.row.saturating_add(place.rows.min(MOST));
        let columns = place.column..place.column.saturating_add(place.columns.min(MOST));
        if columns.end > 4 * MOST || rows.end > table.rows.len() + 4 * MOST {
            continue;
        }
        for row in rows {
            if table.rows.len() <= row {
                table.rows.resize(row + 1, Vec::new());
            }
            let cells = &mut table.rows[row];
            if cells.len() < columns.end {
                cells.resize(columns.end, Vec::new());
            }
            for cell in &mut cells[columns.clone()] {
                cell.push(at);
            }
        }
        if block.kind == BlockKind::Head && place.row == table.head && (place.row == 0 || place.column == 1) {
            table.head = place.row + 1;
        }
    }
    for table in &mut tables {
        let width = table.rows.iter().map(Vec::len).max().unwrap_or(0);
        for row in &mut table.rows {
            row.resize(width, Vec::new());
        }
        // HTML without `th`: the first row is the head, as people write it.
        if table.head == 0 && table.rows.len() > 2 {
            table.head = 1;
        }
    }
    tables
}

impl Table {
    /// The words of a cell.
    pub(in crate::prose) fn text(&self, document: &Document, row: usize, column: usize) -> String {
        let cell = self.rows.get(row).and_then(|row| row.get(column)).map_or(&[][..], Vec::as_slice);
        let texts: Vec<&str> = cell.iter().map(|at| document.blocks[*at].text.trim()).collect();
        texts.join(" ")
    }

    /// How many columns it has.
    pub(in crate::prose) fn width(&self) -> usize {
        self.rows.first().map_or(0, Vec::len)
    }

    /// What stands over a column, in small letters.
    pub(in crate::prose) fn over(&self, document: &Document, column: usize) -> String {
        let texts: Vec<String> = (0..self.head).map(|row| self.text(document, row, column)).collect();
        texts.join(" ").to_lowercase()
    }

    /// The rows below the head.
    pub(in crate::prose) fn body(&self) -> std::ops::Range<usize> {
        self.head..self.rows.len()
    }
}
