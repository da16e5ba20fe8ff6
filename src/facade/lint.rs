//! Linting a contract that others wrote.

use crate::diagnostic::{Diagnostic, Report, Severity};
use crate::prose::{self, Changes, Document, Kind, Packed};
use crate::source::{Source, Sources};

use super::Options;

/// What is open or wrong in a contract whose file is its text.
pub fn lint(source: Source, kind: Kind, options: &Options) -> Report {
    let mut sources = Sources::default();
    let main = sources.add(source);
    let document = sources.get(main).map(|source| prose::read(source, main, kind));
    let diagnostics = document.map(|document| findings(&document, options)).unwrap_or_default();
    Report { sources, main, diagnostics }
}

/// What is open or wrong in a contract whose text is packed into a file, a Word file say; a report with the one
/// reason why it cannot be read, as an error of the rule `unreadable`, where it cannot.
pub fn lint_packed(
    name: &str,
    bytes: &[u8],
    packed: Packed,
    changes: Changes,
    options: &Options,
) -> Result<Report, Report> {
    let mut sources = Sources::default();
    match prose::extract(name, bytes, packed, changes) {
        Ok(extracted) => {
            let main = sources.add(extracted.source);
            let mut diagnostics = extracted.findings;
            super::weigh(&mut diagnostics, &options.weights);
            diagnostics.extend(findings(&extracted.document, options));
            Ok(Report { sources, main, diagnostics })
        }
        Err(unreadable) => {
            let main = sources.add(Source::new(name, ""));
            let message = format!("cannot read `{name}`: {}", unreadable.why);
            let mut finding = Diagnostic::new("unreadable", Severity::Error, None, message);
            finding.help.extend(unreadable.help);
            Err(Report { sources, main, diagnostics: vec![finding] })
        }
    }
}

/// What the rules find in a contract, each finding with its sentence.
fn findings(document: &Document, options: &Options) -> Vec<Diagnostic> {
    let mut diagnostics = prose::vague(document);
    diagnostics.extend(prose::structure(document));
    // In the order of the text, whoever found it.
    diagnostics.sort_by_key(|finding| finding.span.map(|span| (span.start, span.end)));
    super::weigh(&mut diagnostics, &options.weights);
    prose::with_sentences(document, &mut diagnostics);
    diagnostics
}
