//! The one layout of a spec: same meaning, every comment, aligned columns.

mod print;
mod same;
mod words;

use super::parse;
use crate::diagnostic::{Diagnostic, Severity};
use crate::source::SourceId;

/// Lays out a spec. A text with errors is refused with them; so is, as a safeguard, one whose
/// meaning or comments would not come out the same.
///
/// The result is its own layout: formatting it again changes nothing.
pub fn format(text: &str) -> Result<String, Vec<Diagnostic>> {
    let (before, findings) = parse(SourceId::default(), text);
    let errors: Vec<Diagnostic> = findings.into_iter().filter(|finding| finding.severity == Severity::Error).collect();
    if !errors.is_empty() {
        return Err(errors);
    }
    let laid_out = print::spec(&before, text);
    let (after, findings) = parse(SourceId::default(), &laid_out);
    let is_read = findings.iter().all(|finding| finding.severity != Severity::Error);
    if is_read && same::meaning(&before, &after) && same::comments(&before, &after) {
        return Ok(laid_out);
    }
    let message = "the layout of this spec would change what it says";
    Err(vec![Diagnostic::new("layout", Severity::Error, None, message).help("please report this with the spec")])
}
