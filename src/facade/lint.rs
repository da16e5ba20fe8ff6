//! Linting a contract that others wrote.

use crate::diagnostic::Report;
use crate::prose::{self, Kind};
use crate::source::{Source, Sources};

use super::Options;

/// What is open or wrong in a contract.
pub fn lint(source: Source, kind: Kind, options: &Options) -> Report {
    let mut sources = Sources::default();
    let main = sources.add(source);
    let document = sources.get(main).map(|source| prose::read(source, main, kind));
    let mut diagnostics = document.as_ref().map(prose::vague).unwrap_or_default();
    super::weigh(&mut diagnostics, &options.weights);
    Report { sources, main, diagnostics }
}
