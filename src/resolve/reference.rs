//! References to clauses in the author's words: `{section}`.

use crate::diagnostic::{Diagnostic, suggest};
use crate::model::Section;
use crate::source::{Sources, Span};
use crate::syntax::tree::{Kind, Line, Node};

/// Reports every `{word}` that is no section of the agreement; a contract would print it as it stands.
pub(super) fn check(lines: &[Line], sources: &Sources, diagnostics: &mut Vec<Diagnostic>) {
    let begins = |section: Section| {
        lines.iter().any(|line| {
            line.node.text.strip_prefix(section.word()).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
        })
    };
    let there: Vec<Section> = Section::ALL.into_iter().filter(|section| begins(*section)).collect();
    let mut checker = Checker { there, sources, diagnostics };
    for line in lines {
        checker.line(line);
    }
}

struct Checker<'a> {
    there: Vec<Section>,
    sources: &'a Sources,
    diagnostics: &'a mut Vec<Diagnostic>,
}

impl Checker<'_> {
    fn line(&mut self, line: &Line) {
        self.node(&line.node);
        if let Some(prose) = &line.prose {
            self.words(prose.span);
        }
        for cell in line.table.iter().flat_map(|table| &table.rows).flat_map(|row| &row.cells) {
            self.node(cell);
        }
        for line in &line.children {
            self.line(line);
        }
    }

    fn node(&mut self, node: &Node) {
        if node.kind == Kind::string {
            self.words(node.span);
        }
        for part in &node.children {
            self.node(part);
        }
    }

    /// The references in words, as they were written: values of parameters are already in place of their names.
    fn words(&mut self, span: Span) {
        let text = self.sources.text(span);
        for (open, _) in text.match_indices('{') {
            let inner = &text[open + 1..];
            let Some(close) = inner.find('}') else { continue };
            let word = inner[..close].trim();
            let section = Section::from_word(word);
            if word.starts_with(char::is_uppercase) || section.is_some_and(|section| self.there.contains(&section)) {
                continue;
            }
            let start = span.range().start + open;
            let place = Span::new(span.source, start, start + close + 2);
            let finding = match section {
                Some(section) => {
                    Diagnostic::error("unknown-reference", place, format!("the agreement has no section `{word}`"))
                        .help(format!("add the section `{}`, or refer to another", section.word()))
                }
                None => {
                    let words = self.there.iter().map(|section| section.word());
                    let help = suggest::did_you_mean(word, words)
                        .unwrap_or_else(|| "a section such as {channels} prints the number of its clause".to_owned());
                    Diagnostic::error("unknown-reference", place, format!("`{{{word}}}` is no section of a spec"))
                        .help(help)
                }
            };
            self.diagnostics.push(finding);
        }
    }
}
