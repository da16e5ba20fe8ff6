//! Applying safe rewrites to the files that were checked.

use std::path::PathBuf;

use super::output;
use super::refusal::Refusal;
use crate::diagnostic::{Edit, Report};

/// The text of a report's main source with its safe rewrites; none where there are none. Of two rewrites that
/// overlap, the first is applied: the next run applies the other.
pub(super) fn rewritten(report: &Report) -> Option<String> {
    let source = report.sources.get(report.main)?;
    let fixes = report.diagnostics.iter().filter_map(|finding| finding.fix.as_ref());
    let mut edits: Vec<&Edit> = Vec::new();
    for fix in fixes {
        let own = fix.edits.iter().all(|edit| edit.span.source == report.main);
        let apart = |edit: &Edit| {
            edits.iter().all(|other| edit.span.end <= other.span.start || other.span.end <= edit.span.start)
        };
        if own && fix.edits.iter().all(apart) {
            edits.extend(&fix.edits);
        }
    }
    edits.sort_by_key(|edit| std::cmp::Reverse(edit.span));
    let mut text = source.text().to_owned();
    for edit in &edits {
        if text.get(edit.span.range()).is_some() {
            text.replace_range(edit.span.range(), &edit.text);
        }
    }
    (text != source.text()).then_some(text)
}

/// Writes the rewritten texts, all or none.
pub(super) fn write(texts: Vec<(PathBuf, String)>) -> Result<(), Refusal> {
    let files: Vec<(PathBuf, Vec<u8>)> = texts.into_iter().map(|(path, text)| (path, text.into_bytes())).collect();
    output::write_whole(&files)
}
