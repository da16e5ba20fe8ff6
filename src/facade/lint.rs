//! Linting a contract that others wrote.

use crate::diagnostic::{Diagnostic, Report, Severity};
use crate::prose::{self, Changes, Document, Draft, Kind, Packed, Unreadable};
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
        Err(why) => Err(unreadable(name, why)),
    }
}

/// A draft of a spec from a contract whose file is its text, laid out.
///
/// # Errors
/// A report where the draft is no spec, because it is too large for one.
pub fn import(source: Source, kind: Kind) -> Result<Draft, Report> {
    let mut sources = Sources::default();
    let main = sources.add(source);
    match sources.get(main) {
        Some(source) => laid_out(prose::import(&prose::read(source, main, kind), source)),
        None => Err(Report { sources, main, diagnostics: Vec::new() }),
    }
}

/// A draft of a spec from a contract whose text is packed into a file, laid out.
///
/// # Errors
/// A report with the reason why the file cannot be read, or why the draft is no spec.
pub fn import_packed(name: &str, bytes: &[u8], packed: Packed, changes: Changes) -> Result<Draft, Report> {
    let extracted = prose::extract(name, bytes, packed, changes).map_err(|why| unreadable(name, why))?;
    laid_out(prose::import(&extracted.document, &extracted.source))
}

fn laid_out(draft: Draft) -> Result<Draft, Report> {
    let text = super::format(Source::new("the draft", draft.text.as_str()))?;
    Ok(Draft { text, ..draft })
}

/// The one finding about a file that cannot be read.
fn unreadable(name: &str, why: Unreadable) -> Report {
    let mut sources = Sources::default();
    let main = sources.add(Source::new(name, ""));
    let message = format!("cannot read `{name}`: {}", why.why);
    let mut finding = Diagnostic::new("unreadable", Severity::Error, None, message);
    finding.help.extend(why.help);
    Report { sources, main, diagnostics: vec![finding] }
}

/// What the rules find in a contract, each finding with its sentence.
fn findings(document: &Document, options: &Options) -> Vec<Diagnostic> {
    let mut diagnostics = prose::vague(document);
    diagnostics.extend(prose::structure(document));
    // In the order of the text, whoever found it.
    diagnostics.sort_by_key(|finding| finding.span.map(|span| (span.start, span.end)));
    super::weigh(&mut diagnostics, &options.weights);
    let more = diagnostics.split_off(diagnostics.len().min(prose::MOST));
    prose::with_sentences(document, &mut diagnostics);
    if let Some(next) = more.first() {
        let message = format!("only the first {} findings are shown, up to here", prose::MOST);
        let help = "is this a contract? part a longer one into several files";
        diagnostics.push(Diagnostic::new("unreadable", Severity::Error, next.span, message).help(help));
    }
    diagnostics
}
