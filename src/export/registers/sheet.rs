//! A register as a table, and what becomes of it: CSV (RFC 4180) and a sheet of a workbook.

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, XlsxError};

use super::super::text::one_line;
use super::{File, Refused};
use crate::model::{Agreement, Date};

/// What a spreadsheet takes for the beginning of a formula (OWASP, "CSV Injection").
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// The most letters that a cell of a workbook holds.
const CELL: usize = 32_767;

/// A cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Cell {
    /// A text, also for numbers: amounts and shares keep each of their digits.
    Text(String),
    /// A date.
    Date(Date),
}

impl Cell {
    /// A text. One that a spreadsheet would compute is shown with an apostrophe before it.
    pub(super) fn text(text: impl Into<String>) -> Self {
        let text: String = text.into().replace("\r\n", "\n").replace('\r', "\n");
        let text: String =
            text.chars().filter(|letter| !letter.is_control() || matches!(letter, '\n' | '\t')).collect();
        Self::Text(if text.starts_with(FORMULA) { format!("'{text}") } else { text })
    }

    fn shown(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Date(date) => date.to_string(),
        }
    }
}

/// A register.
#[derive(Debug)]
pub(super) struct Sheet {
    /// The name of its file and its sheet.
    pub(super) name: &'static str,
    /// The heads of its columns, each with the width of its column in letters.
    pub(super) heads: &'static [(&'static str, u16)],
    /// Its rows, as long as the heads.
    pub(super) rows: Vec<Vec<Cell>>,
}

impl Sheet {
    /// The file `NAME.csv`: UTF-8, commas, lines that end in CRLF.
    pub(super) fn csv(&self) -> Result<File, Refused> {
        let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
        let failed = |_| Refused::new("the register cannot be written", "report this as a mistake of servanda");
        writer.write_record(self.heads.iter().map(|(head, _)| head)).map_err(failed)?;
        for row in &self.rows {
            writer.write_record(row.iter().map(Cell::shown)).map_err(failed)?;
        }
        let bytes = writer.into_inner().map_err(|_| Refused::new("the register cannot be written", "try again"))?;
        Ok(File { path: format!("{}.csv", self.name), bytes })
    }

    fn write(&self, book: &mut Workbook, formats: &Formats) -> Result<(), XlsxError> {
        let sheet = book.add_worksheet().set_name(self.name)?;
        for (at, (head, width)) in (0..).zip(self.heads) {
            sheet.write_string_with_format(0, at, *head, &formats.head)?;
            sheet.set_column_width(at, *width)?;
        }
        sheet.set_freeze_panes(1, 0)?;
        for (row, cells) in (1..).zip(&self.rows) {
            for (at, cell) in (0..).zip(cells) {
                match cell {
                    Cell::Text(text) => {
                        let kept: String = text.chars().take(CELL).collect();
                        sheet.write_string_with_format(row, at, kept, &formats.text)?;
                    }
                    Cell::Date(date) => {
                        let (year, month, day) = (date.year(), date.month(), date.day());
                        let number = |part: i8| u8::try_from(part).unwrap_or(1);
                        let value =
                            ExcelDateTime::from_ymd(u16::try_from(year).unwrap_or(1900), number(month), number(day))?;
                        sheet.write_datetime_with_format(row, at, &value, &formats.date)?;
                    }
                }
            }
        }
        let last = u16::try_from(self.heads.len()).unwrap_or(1) - 1;
        sheet.autofilter(0, 0, u32::try_from(self.rows.len()).unwrap_or(u32::MAX), last)?;
        Ok(())
    }
}

struct Formats {
    head: Format,
    text: Format,
    date: Format,
}

/// A workbook with a sheet for each register. Its date of creation is a fixed one: same policy, same bytes.
pub(super) fn workbook(agreement: &Agreement, sheets: &[Sheet]) -> Result<Vec<u8>, Refused> {
    let write = || -> Result<Vec<u8>, XlsxError> {
        let mut book = Workbook::new();
        let title: String = one_line(&agreement.heading.title).chars().take(255).collect();
        let created = ExcelDateTime::from_ymd(2000, 1, 1)?;
        book.set_properties(&DocProperties::new().set_title(title).set_creation_datetime(&created));
        let formats = Formats {
            head: Format::new().set_bold().set_text_wrap(),
            text: Format::new().set_num_format("@").set_text_wrap(),
            date: Format::new().set_num_format("yyyy-mm-dd"),
        };
        for sheet in sheets {
            sheet.write(&mut book, &formats)?;
        }
        book.save_to_buffer()
    };
    write().map_err(|error| Refused::new(format!("the workbook cannot be written: {error}"), "use the CSV files"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_computed() {
        for text in ["=1+1", "+49", "-2", "@SUM(A1)", "\t=1"] {
            assert_eq!(Cell::text(text), Cell::Text(format!("'{text}")));
        }
        assert_eq!(Cell::text("\r=1"), Cell::Text("\n=1".into()));
        assert_eq!(Cell::text("95%"), Cell::Text("95%".into()));
    }
}
