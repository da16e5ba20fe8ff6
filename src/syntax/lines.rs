//! The physical lines of a text, with their indentation.

/// A line as it stands in the text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Physical<'t> {
    /// The line without its indentation, trailing blanks and line break.
    pub(super) content: &'t str,
    /// The byte where the content begins.
    pub(super) start: usize,
    /// The columns before the content; a tab counts as two.
    pub(super) indent: usize,
    /// Whether tabs indent it.
    pub(super) tabs: bool,
    /// Whether spaces indent it.
    pub(super) spaces: bool,
}

/// Reads one line after the other.
pub(super) struct PhysicalLines<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> PhysicalLines<'t> {
    pub(super) fn new(text: &'t str, from: usize) -> Self {
        Self { text, at: from }
    }

    /// The next line, without going on.
    pub(super) fn peek(&self) -> Option<Physical<'t>> {
        Self { text: self.text, at: self.at }.next()
    }
}

impl<'t> Iterator for PhysicalLines<'t> {
    type Item = Physical<'t>;

    fn next(&mut self) -> Option<Physical<'t>> {
        let rest = self.text.get(self.at..).filter(|rest| !rest.is_empty())?;
        let line = rest.split_once('\n').map_or(rest, |(line, _)| line);
        let content = line.trim_start_matches([' ', '\t']);
        let margin = &line[..line.len() - content.len()];
        let tabs = margin.bytes().filter(|byte| *byte == b'\t').count();
        let physical = Physical {
            content: content.trim_end(),
            start: self.at + margin.len(),
            indent: margin.len() + tabs,
            tabs: tabs > 0,
            spaces: tabs < margin.len(),
        };
        self.at += line.len() + 1;
        Some(physical)
    }
}
