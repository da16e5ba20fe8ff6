//! The source's words as data of a spec: strings, names and prose that say what they said and do nothing else.

use crate::source::hidden;

/// How wide a line of prose or of a comment is.
const WIDTH: usize = 96;
/// No name is longer, in characters.
const LONGEST_NAME: usize = 48;

/// Words on one line, without what nobody sees, for a comment.
pub(super) fn visible(words: &str) -> String {
    let mut text = String::with_capacity(words.len());
    for letter in words.chars() {
        let unseen = letter.is_whitespace() || letter.is_control() || hidden(letter).is_some();
        let letter = if unseen { ' ' } else { letter };
        if !(letter == ' ' && (text.is_empty() || text.ends_with(' '))) {
            text.push(letter);
        }
    }
    text.truncate(text.trim_end().len());
    text
}

/// Words on one line that can stand in a string or a block of prose. Straight quotation marks would end a string and
/// become typographic ones, braces would name a section and become brackets.
pub(super) fn clean(words: &str) -> String {
    let mut text = String::with_capacity(words.len());
    for letter in visible(words).chars() {
        text.push(match letter {
            '"' if text.is_empty() || text.ends_with([' ', '(', '[', '\u{2014}', '\u{2013}']) => '\u{201C}',
            '"' => '\u{201D}',
            '{' => '[',
            '}' => ']',
            letter => letter,
        });
    }
    text
}

/// A string of a spec.
pub(super) fn string(words: &str) -> String {
    format!("\"{}\"", clean(words))
}

/// Words in lines of bearable width; a longer word has a line of its own.
pub(super) fn wrap(words: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in words.split(' ').filter(|word| !word.is_empty()) {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= WIDTH => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// The name that words of the source make: `the Hosted Service` is `Hosted Service`, `severity 1` is `Severity-1`;
/// none where they make none.
pub(super) fn name(words: &str) -> Option<String> {
    let words = clean(words);
    let words = words.strip_prefix("the ").or_else(|| words.strip_prefix("The ")).unwrap_or(&words);
    let mut name = String::new();
    for word in words.split(' ') {
        let mut letters = word.chars();
        let first = letters.next()?;
        if !word.chars().all(is_of_name) {
            return None;
        }
        let rest = letters.as_str();
        if rest.ends_with(is_joiner) || rest.contains("--") {
            return None;
        }
        if first.is_ascii_digit() {
            if name.is_empty() {
                return None;
            }
            name.push('-');
            name.push_str(word);
        } else if is_joiner(first) {
            return None;
        } else {
            if !name.is_empty() {
                name.push(' ');
            }
            name.extend(first.to_uppercase());
            name.push_str(rest);
        }
    }
    let large = name.chars().next().is_some_and(char::is_uppercase);
    (large && name.chars().count() <= LONGEST_NAME).then_some(name)
}

fn is_joiner(letter: char) -> bool {
    matches!(letter, '-' | '_' | '.' | '/' | '&' | '\'')
}

/// Letters of alphabets whose capitals are known to be such; marks only between letters.
fn is_of_name(letter: char) -> bool {
    is_joiner(letter)
        || (letter.is_alphanumeric()
            && u32::from(letter) < 0x0530
            && !matches!(letter, 'ª' | 'º' | '²' | '³' | '¹' | '¼'..='¾'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_the_source_are_data() {
        assert_eq!(
            clean(" the \"Host\" {channels}\n ends\u{202e} \"\"\" here"),
            "the \u{201C}Host\u{201D} [channels] ends \u{201C}\u{201D}\u{201D} here"
        );
        assert_eq!(string("a \"b\""), "\"a \u{201C}b\u{201D}\"");
    }

    #[test]
    fn words_become_names() {
        for (words, expected) in [
            ("the Hosted Service", Some("Hosted Service")),
            ("Severity 1", Some("Severity-1")),
            ("P1", Some("P1")),
            ("terms of use", Some("Terms Of Use")),
            ("Müller & Co", None),
            ("1", None),
            ("[Customer Name]", None),
            ("A- B", None),
            ("", None),
        ] {
            assert_eq!(name(words).as_deref(), expected, "{words}");
        }
    }
}
