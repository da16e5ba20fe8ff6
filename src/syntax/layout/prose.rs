//! Prose blocks between `"""`.

use super::{Layout, Words};
use crate::diagnostic::Diagnostic;
use crate::syntax::lines::Physical;
use crate::syntax::tree::{Kind, Node};

impl<'t> Layout<'t, '_> {
    /// Reads to the closing `"""` or to before the first line that is indented less than `indent`.
    pub(super) fn prose(&mut self, opening: &Physical<'t>, first: Words<'t>, indent: usize) -> Node {
        let mut lines: Vec<(usize, &str)> = Vec::new();
        let mut end = first.end();
        let mut closed = false;
        if let Some(only) = first.text.strip_suffix("\"\"\"") {
            lines.push((0, only.trim()));
            closed = true;
        } else if !first.text.trim().is_empty() {
            lines.push((0, first.text.trim()));
        }
        let from = lines.len();
        while !closed {
            let Some(line) = self.lines.peek() else {
                let span = self.report.span(opening.start, opening.start + opening.content.len());
                self.report.push(
                    Diagnostic::error("layout", span, "this prose block is not closed")
                        .help("write `\"\"\"` on a line of its own after the text"),
                );
                break;
            };
            if line.indent < indent && !line.content.is_empty() {
                break;
            }
            self.lines.next();
            let mut content = line.content;
            if let Some(rest) = content.strip_prefix("\"\"\"").map(str::trim_start)
                && rest.starts_with('#')
            {
                let comment = self.comment(rest, line.start + content.len() - rest.len());
                self.waiting.push((indent, comment));
                content = "\"\"\"";
            }
            if let Some(last) = content.strip_suffix("\"\"\"") {
                content = last.trim_end();
                closed = true;
            }
            if !content.is_empty() {
                end = line.start + content.len();
            }
            if !(closed && content.is_empty()) {
                lines.push((line.indent, content));
            }
        }
        self.blank |= !closed && lines.last().is_some_and(|(_, content)| content.is_empty());
        let text = dedent(&lines, from);
        if text.is_empty() {
            let span = self.report.span(opening.start, opening.start + opening.content.len());
            self.report.push(Diagnostic::error("layout", span, "this prose block is empty"));
        }
        let start = if text.is_empty() { end } else { first.start };
        Node { kind: Kind::string, text, span: self.report.span(start, end.max(start)), children: Vec::new() }
    }
}

/// The lines without the indentation that all of them share; those before `from` have none of their own.
fn dedent(lines: &[(usize, &str)], from: usize) -> String {
    let written = |line: &&(usize, &str)| !line.1.is_empty();
    let shared = lines.iter().skip(from).filter(written).map(|(indent, _)| *indent).min().unwrap_or(0);
    let mut text = String::new();
    for (at, (indent, content)) in lines.iter().enumerate() {
        if at > 0 {
            text.push('\n');
        }
        if at >= from && !content.is_empty() {
            text.extend(std::iter::repeat_n(' ', indent.saturating_sub(shared)));
        }
        text.push_str(content);
    }
    text.trim_matches('\n').to_owned()
}
