//! What the JSON reader found, in words for people.

use serde_json::error::Category;

use crate::diagnostic::suggest;

/// The message of an error and what to do about it. Where the text is known to be JSON, a value that
/// the reader could not begin with is one of the wrong kind.
pub(super) fn explain(error: &serde_json::Error, is_json: bool) -> (String, Option<String>) {
    let whole = error.to_string();
    let text = whole.split_once(" at line ").map_or(whole.as_str(), |(text, _)| text);
    match error.classify() {
        Category::Data => data(text),
        Category::Eof => {
            ("the text ends before the policy does".to_owned(), Some("it was cut off: build it anew".into()))
        }
        Category::Syntax | Category::Io => syntax(text, is_json),
    }
}

fn syntax(text: &str, is_json: bool) -> (String, Option<String>) {
    if text.contains("recursion") {
        return ("values are nested more than 128 deep here".to_owned(), None);
    }
    if is_json {
        return ("a word, or an object with one, is expected here".to_owned(), None);
    }
    ("this is not JSON".to_owned(), Some(text.to_owned()))
}

/// Errors about what a field holds. Texts that are not of the reader's making are those of our own
/// quantities and are right as they are.
fn data(text: &str) -> (String, Option<String>) {
    let quoted: Vec<&str> = text.split('`').skip(1).step_by(2).collect();
    let first = quoted.first().copied().unwrap_or_default();
    let listed = || quoted.iter().skip(1).copied();
    if text.starts_with("missing field") {
        (format!("`{first}` is missing here"), None)
    } else if text.starts_with("duplicate field") {
        (format!("`{first}` stands here twice"), None)
    } else if text.starts_with("unknown field") {
        (format!("`{first}` has no meaning here"), advice(first, listed()))
    } else if text.starts_with("unknown variant") {
        (format!("`{first}` is not one of the words for this"), advice(first, listed()))
    } else if let Some((found, wanted)) = mismatch(text) {
        (format!("{} stands here", plain(found)), Some(format!("write {}", plain(wanted))))
    } else {
        (text.to_owned(), None)
    }
}

fn advice<'a>(word: &str, known: impl Iterator<Item = &'a str> + Clone) -> Option<String> {
    let listed = || {
        let known: Vec<String> = known.clone().map(|word| format!("`{word}`")).collect();
        (!known.is_empty()).then(|| format!("known here: {}", known.join(", ")))
    };
    suggest::did_you_mean(word, known.clone()).or_else(listed)
}

/// `invalid type: integer `5`, expected a string` as what was found and what was wanted.
fn mismatch(text: &str) -> Option<(&str, &str)> {
    let text = ["invalid type: ", "invalid value: ", "invalid length "]
        .into_iter()
        .find_map(|beginning| text.strip_prefix(beginning))?;
    text.split_once(", expected ")
}

/// The reader's names of types in plain words.
fn plain(text: &str) -> String {
    let names = [
        ("struct ", "an object for "),
        ("enum ", "a word for "),
        ("variant identifier", "a word"),
        ("string or map", "a word, or an object with one"),
        ("a sequence", "a list"),
        ("sequence", "a list"),
        ("boolean", "true or false:"),
        ("a boolean", "true or false"),
        ("map", "an object"),
        ("null", "nothing"),
        ("string \"", "the text \""),
        ("a string", "a text"),
        ("a borrowed string", "a text"),
        ("integer", "the number"),
        ("floating point", "the number"),
        ("i64", "a whole number"),
        ("i16", "a whole number"),
        ("i8", "a whole number"),
        ("u64", "a whole number"),
        ("u32", "a whole number from 0"),
        ("u16", "a whole number from 0"),
        ("u8", "a whole number from 0 to 255"),
    ];
    let found = names.into_iter().find_map(|(name, words)| Some(format!("{words}{}", text.strip_prefix(name)?)));
    found.unwrap_or_else(|| text.to_owned()).replace("tuple", "list")
}
