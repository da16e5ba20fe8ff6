//! Names that mix scripts, where one letter may pass for another.

use unicode_script::{Script, ScriptExtension};

use super::report::Report;
use super::tree::Node;
use crate::diagnostic::Diagnostic;

/// Reports every word outside of quotes that is written in more than one script.
pub(super) fn check(statement: &Node, report: &mut Report) {
    if statement.text.is_ascii() {
        return;
    }
    if statement.children.is_empty() {
        if !statement.text.starts_with('"') && statement.kind != super::tree::Kind::string {
            check_words(statement, report);
        }
        return;
    }
    for part in &statement.children {
        check(part, report);
    }
}

fn check_words(name: &Node, report: &mut Report) {
    for word in name.text.split([' ', '-', '/', '&']) {
        if let Some((first, other)) = mixed(word) {
            let message = format!("`{word}` mixes {} and {} letters", first.full_name(), other.full_name());
            report.push(
                Diagnostic::warning("mixed-script-name", name.span, message)
                    .help("write a name in one script, so that nobody takes one letter for another"),
            );
        }
    }
}

/// Two scripts of a word that are not written together in any language.
fn mixed(word: &str) -> Option<(Script, Script)> {
    if word.is_ascii() || !ScriptExtension::for_str(word).is_empty() {
        return None;
    }
    let mut scripts =
        word.chars().map(Script::from).filter(|script| !matches!(script, Script::Common | Script::Inherited));
    let first = scripts.next()?;
    let other = scripts.find(|script| *script != first && !(is_east_asian(*script) && is_east_asian(first)))?;
    Some((first, other))
}

fn is_east_asian(script: Script) -> bool {
    matches!(script, Script::Han | Script::Hiragana | Script::Katakana | Script::Hangul | Script::Bopomofo)
}
