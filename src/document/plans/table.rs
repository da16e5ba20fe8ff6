//! A table with a column a plan.

use super::align::{Words, align};
use super::{Plans, in_brackets};
use crate::document::block::{Align, Inline, Table};

/// With more columns a table does not fit on a page; what differs then stands in one cell.
const MOST_COLUMNS: usize = 8;

type Cell = Vec<Inline>;

/// A column of the merged table.
struct Column {
    align: Align,
    head: Cell,
    cells: Vec<Cell>,
}

impl Plans<'_> {
    /// One table of those of several plans.
    pub(super) fn table(&self, tables: &[(usize, &Table)]) -> Table {
        let heads: Vec<Vec<&Cell>> = tables.iter().map(|(_, table)| table.head.iter().collect()).collect();
        let keys: Vec<Vec<(&Cell, Words)>> =
            tables.iter().map(|(_, table)| table.rows.iter().filter_map(|row| key(row)).collect()).collect();
        let rows = align(&keys, |(one, words), (two, others)| match words.shared(others) {
            shared if one == two => 100 + shared,
            shared if shared >= 50 => shared,
            _ => 0,
        });
        let parts = align(&heads, |one, two| usize::from(one == two));
        let columns: Vec<Part> = parts.into_iter().map(|at| Part { tables, rows: &rows, at }).collect();
        let split: Vec<bool> = columns.iter().enumerate().map(|(at, column)| at > 0 && column.differs()).collect();
        let count: usize =
            columns.iter().zip(&split).map(|(column, split)| if *split { column.groups().len() } else { 1 }).sum();
        let mut merged = Vec::new();
        for (at, (column, split)) in columns.iter().zip(&split).enumerate() {
            if *split && count <= MOST_COLUMNS {
                merged.extend(self.split(column));
            } else {
                merged.push(self.joined(column, at == 0));
            }
        }
        Table {
            columns: merged.iter().map(|column| column.align).collect(),
            head: merged.iter().map(|column| column.head.clone()).collect(),
            rows: (0..rows.len()).map(|row| merged.iter().map(|column| column.cells[row].clone()).collect()).collect(),
        }
    }

    /// A column for each group of plans with the same cells.
    fn split(&self, column: &Part) -> Vec<Column> {
        let groups = column.groups().into_iter();
        let columns = groups.map(|(plans, cells)| {
            let mut head = column.head();
            head.push(in_brackets(&self.label(&plans)));
            Column { align: column.align(), head, cells: cells.into_iter().map(cell_or_dash).collect() }
        });
        columns.collect()
    }

    /// One column, with what differs in one cell.
    fn joined(&self, column: &Part, first: bool) -> Column {
        let mut head = column.head();
        let having = column.plans();
        let label = self.label(&having);
        if having.len() < column.tables.len() && head != [Inline::Text(label.clone())] {
            head.push(in_brackets(&label));
        }
        let cells = column.rows.iter().enumerate().map(|(at, row)| {
            let cells: Vec<(usize, &[Inline])> =
                column.cells(at).filter_map(|(plan, cell)| Some((plan, cell?.as_slice()))).collect();
            let mut cell = match cells.as_slice() {
                [] => cell_or_dash(None),
                [(_, one), rest @ ..] if rest.iter().all(|(_, cell)| cell == one) => one.to_vec(),
                differing => self.listed(differing, &Inline::Break),
            };
            if first && row.iter().any(Option::is_none) {
                let plans: Vec<usize> =
                    row.iter().zip(column.tables).filter_map(|(at, (plan, _))| at.map(|_| *plan)).collect();
                cell.push(in_brackets(&self.label(&plans)));
            }
            cell
        });
        Column { align: column.align(), head, cells: cells.collect() }
    }
}

/// What a row is known by.
fn key(row: &[Cell]) -> Option<(&Cell, Words<'_>)> {
    Some((row.first()?, Words::of_cells(row)))
}

fn cell_or_dash(cell: Option<&Cell>) -> Cell {
    cell.cloned().unwrap_or_else(|| vec![Inline::Text("–".into())])
}

/// A column of the tables of several plans.
struct Part<'t> {
    tables: &'t [(usize, &'t Table)],
    /// For each row of the merged table its place in each table.
    rows: &'t [Vec<Option<usize>>],
    /// The column's place in each table.
    at: Vec<Option<usize>>,
}

impl<'t> Part<'t> {
    fn having(&self) -> impl Iterator<Item = (usize, &'t Table, usize)> {
        self.tables.iter().zip(&self.at).filter_map(|((plan, table), at)| Some((*plan, *table, (*at)?)))
    }

    /// The plans whose tables have the column.
    fn plans(&self) -> Vec<usize> {
        self.having().map(|(plan, ..)| plan).collect()
    }

    fn head(&self) -> Cell {
        self.having().next().map(|(_, table, at)| table.head[at].clone()).unwrap_or_default()
    }

    fn align(&self) -> Align {
        self.having().next().map(|(_, table, at)| table.columns[at]).unwrap_or_default()
    }

    /// The cell of a row under each plan that has the column.
    fn cells(&self, row: usize) -> impl Iterator<Item = (usize, Option<&'t Cell>)> {
        let rows = &self.rows[row];
        let all = self.tables.iter().zip(&self.at).zip(rows);
        all.filter_map(|(((plan, table), at), row)| {
            let at = (*at)?;
            Some((*plan, row.map(|row| &table.rows[row][at])))
        })
    }

    /// Whether two plans have different cells in a row.
    fn differs(&self) -> bool {
        (0..self.rows.len()).any(|row| {
            let mut cells = self.cells(row).filter_map(|(_, cell)| cell);
            let first = cells.next();
            cells.any(|cell| Some(cell) != first)
        })
    }

    /// Plans with the same cells, each with the cells of all rows.
    fn groups(&self) -> Vec<(Vec<usize>, Vec<Option<&'t Cell>>)> {
        let mut groups: Vec<(Vec<usize>, Vec<Option<&Cell>>)> = Vec::new();
        for plan in self.plans() {
            let own = |row: usize| self.cells(row).find_map(|(of, cell)| (of == plan).then_some(cell)).flatten();
            let cells: Vec<Option<&Cell>> = (0..self.rows.len()).map(own).collect();
            match groups.iter_mut().find(|(_, known)| *known == cells) {
                Some((plans, _)) => plans.push(plan),
                None => groups.push((vec![plan], cells)),
            }
        }
        groups
    }
}
