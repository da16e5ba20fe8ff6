//! A reference to a section, a point or an annex that is not there.

use super::Found;
use super::contract::{Contract, Sentence, word_places};
use super::outline::{ANNEXES, TO_LETTER, is_part, label};

/// What a reference to a number begins with.
const TO_NUMBER: [&str; 14] = [
    "section", "sections", "sec.", "clause", "clauses", "article", "articles", "paragraph", "paragraphs",
    "subsection", "sub-section", "sub-clause", "ziffer", "\u{A7}",
];

/// What the name of another document ends with.
const OTHERS: [&str; 6] = ["Agreement", "Addendum", "Act", "Code", "Order", "Policy"];

pub(super) fn find(contract: &Contract<'_>, found: &mut Found<'_>) {
    for sentence in &contract.sentences {
        numbers(contract, sentence, found);
        letters(contract, sentence, found);
        annexes(contract, sentence, found);
    }
}

fn numbers(contract: &Contract<'_>, sentence: &Sentence<'_>, found: &mut Found<'_>) {
    for keyword in TO_NUMBER.iter().filter(|keyword| sentence.lower.contains(**keyword)) {
        for start in word_places(sentence.lower, keyword) {
            let mut at = start + keyword.len();
            at += sentence.text[at..].len() - sentence.text[at..].trim_start_matches([' ', '\u{A7}']).len();
            let mut targets = Vec::new();
            while let Some((parts, length)) = number(&sentence.lower[at..]) {
                targets.push((parts, at..at + length));
                at += length;
                let rest = &sentence.lower[at..];
                let joint = [", and ", " and ", ", or ", " or ", ", ", " & ", " to "].iter().find(|joint| rest.starts_with(**joint));
                match joint {
                    Some(joint) if rest[joint.len()..].starts_with(|letter: char| letter.is_ascii_digit()) => {
                        // `section 4 and 30 days` goes on with something else.
                        let next = number(&rest[joint.len()..]);
                        let unit = next.as_ref().is_some_and(|(_, length)| {
                            rest[joint.len() + length..].trim_start().starts_with(['%', '-'])
                                || ["day", "hour", "month", "minute", "business", "week", "year", "percent"]
                                    .iter()
                                    .any(|unit| rest[joint.len() + length..].trim_start().starts_with(unit))
                        });
                        if unit {
                            break;
                        }
                        at += joint.len();
                    }
                    _ => break,
                }
            }
            let own = label(sentence.block).is_some_and(|label| {
                label.keyword.is_some() && sentence.start + start <= label.range.start
            });
            if targets.is_empty() || own || elsewhere(sentence, start, at) {
                continue;
            }
            for (parts, range) in targets {
                if !contract.outline.leads(&parts) {
                    let shown = &sentence.text[range.clone()];
                    let whole = sentence.placed(&(if range.start > start + keyword.len() + 2 { range.start } else { start }..range.end));
                    if sentence.block.is_aside(&whole) {
                        continue;
                    }
                    found.push(
                        sentence.block,
                        &whole,
                        format!("there is no {} {shown} in this document", singular(keyword)),
                        "correct the number, or name the document that it is in",
                    );
                }
            }
        }
    }
}

fn singular(keyword: &str) -> &str {
    match keyword {
        "\u{A7}" | "sec." => "section",
        other => other.strip_suffix('s').unwrap_or(other),
    }
}

/// A number at the start of a text: `7.4`, `3.2(b)`, `7 (1)`; its parts and its length.
fn number(text: &str) -> Option<(Vec<String>, usize)> {
    let digits: String = text.chars().take_while(|letter| letter.is_ascii_digit() || *letter == '.').collect();
    let digits = digits.trim_end_matches('.');
    if digits.is_empty() || digits.split('.').any(|part| part.is_empty() || part.len() > 3) {
        return None;
    }
    let mut parts: Vec<String> = digits.split('.').map(String::from).collect();
    let mut at = digits.len();
    // `4a` is another way of numbering.
    if text[at..].starts_with(|letter: char| letter.is_alphanumeric() || letter == '%' || letter == '/') {
        return None;
    }
    while let Some(rest) = text[at..].trim_start_matches(' ').strip_prefix('(') {
        let Some((inside, _)) = rest.split_once(')') else { break };
        if !is_part(inside) {
            break;
        }
        parts.push(inside.to_owned());
        at = text.len() - rest.len() + inside.len() + 1;
    }
    Some((parts, at))
}

/// Whether a reference is to another document or a law.
fn elsewhere(sentence: &Sentence<'_>, start: usize, end: usize) -> bool {
    let after = sentence.text[end..].trim_start_matches([' ', ',']);
    let lower = sentence.lower[end..].trim_start_matches([' ', ',']);
    let of = lower.strip_prefix("of ").or(lower.strip_prefix("in ")).or(lower.strip_prefix("under "));
    if let Some(of) = of {
        let here = ["this ", "these ", "our ", "the present", "the sla", "the terms", "the t&c"];
        return !here.iter().any(|word| of.starts_with(word));
    }
    // `§ 1 HGB`, `Art. 28 GDPR`, `Article 30 DORA`, `Section 508 compliance`.
    let next = after.split([' ', ',', '.', ';', ')']).next().unwrap_or("");
    let code = next.len() >= 2 && next.chars().filter(|letter| letter.is_uppercase()).count() >= 2;
    let before = sentence.text[..start].trim_end();
    let word = before.rsplit([' ', '(']).next().unwrap_or("");
    let code_before = word.len() >= 2 && word.chars().all(|letter| letter.is_uppercase());
    let owner = word.ends_with("'s") || OTHERS.contains(&word);
    code || code_before || owner || in_brackets_after(before)
}

/// Whether the words before a reference stand in brackets behind the name of another document: `the MSA (Exhibit A)`.
fn in_brackets_after(before: &str) -> bool {
    let Some(open) = before.rfind('(').filter(|open| !before[*open..].contains(')')) else { return false };
    let name = before[..open].trim_end().rsplit([' ', '(']).next().unwrap_or("");
    let code = name.len() >= 3 && name.chars().all(char::is_uppercase) && name != "SLA";
    code || OTHERS.contains(&name)
}

fn letters(contract: &Contract<'_>, sentence: &Sentence<'_>, found: &mut Found<'_>) {
    if !sentence.lower.contains('(') {
        return;
    }
    for keyword in TO_LETTER.iter().filter(|keyword| sentence.lower.contains(**keyword)) {
        for start in word_places(sentence.lower, keyword) {
            let rest = &sentence.lower[start + keyword.len()..];
            let Some(inside) = rest.strip_prefix(" (").and_then(|rest| rest.split_once(')')).map(|(inside, _)| inside) else {
                continue;
            };
            let end = start + keyword.len() + 3 + inside.len();
            if !is_part(inside) || elsewhere(sentence, start, end) {
                continue;
            }
            if contract.outline.has_letter(inside, sentence.at) {
                continue;
            }
            found.push(
                sentence.block,
                &sentence.placed(&(start..end)),
                format!("there is no {keyword} ({inside}) here"),
                "correct the letter, or name the section that it is in",
            );
        }
    }
}

fn annexes(contract: &Contract<'_>, sentence: &Sentence<'_>, found: &mut Found<'_>) {
    for keyword in ANNEXES.iter().filter(|keyword| sentence.lower.contains(**keyword)) {
        for start in word_places(sentence.lower, keyword) {
            // The verb, and the thing that is no part of a document, are written small.
            if !sentence.text[start..].starts_with(char::is_uppercase) {
                continue;
            }
            let rest = &sentence.text[start + keyword.len()..];
            let Some(id) = rest.strip_prefix(' ').map(|rest| {
                rest.chars().take_while(|letter| letter.is_alphanumeric()).collect::<String>()
            }) else {
                continue;
            };
            let named = id.len() == 1 && id.chars().all(|letter| letter.is_ascii_uppercase() || letter.is_ascii_digit())
                || id.len() == 2 && id.bytes().all(|byte| byte.is_ascii_digit())
                || (2..=4).contains(&id.len()) && id.chars().all(|letter| "IVX".contains(letter));
            let end = start + keyword.len() + 1 + id.len();
            let own = sentence.start + start == 0 && !sentence.text[end..].starts_with(' ');
            let range = sentence.placed(&(start..end));
            let known = contract.outline.annexes.contains(&format!("{keyword} {}", id.to_lowercase()));
            if !named || own || known || elsewhere(sentence, start, end) || sentence.block.is_aside(&range) {
                continue;
            }
            found.push(
                sentence.block,
                &range,
                format!("this document has no {}", &sentence.text[start..end]),
                "add it, or say which document it belongs to",
            );
        }
    }
}
