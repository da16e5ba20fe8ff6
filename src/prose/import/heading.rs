//! The agreement's heading: its title, reference, version, currency and zone.

use super::reading::{Reading, place};
use super::statement::Statement;
use super::words::{clean, string};
use crate::model::{Currency, Zone};
use crate::prose::document::BlockKind;
use crate::prose::sentence::words;
use crate::prose::structure::contract::Sentence;

/// How many blocks at the beginning are looked at for what stands on a title page.
const FRONT: usize = 8;
/// How many blocks a title page has with a table of contents.
const CONTENTS: usize = 80;
/// No title is longer, in bytes.
const LONGEST_TITLE: usize = 160;

pub(super) fn read(reading: &mut Reading<'_, '_>) -> Statement {
    let title = title(reading);
    let named = title.is_some();
    let mut agreement = match title {
        Some(at) => {
            let whole = 0..reading.contract.block(at).text.len();
            reading.take((at, whole.clone()));
            Statement::new(format!("agreement {}", string(&reading.contract.block(at).text))).from((at, whole))
        }
        None => Statement::new("agreement \"Agreement\""),
    };
    if !named {
        agreement = agreement.open("the title");
    }
    let (mut version, mut reference) = (None, None);
    for sentence in reading.contract.sentences.iter().filter(|sentence| sentence.at < CONTENTS) {
        if sentence.at < FRONT {
            version = version.or_else(|| read_version(reading, sentence));
        }
        reference = reference.or_else(|| read_reference(reading, sentence));
    }
    agreement.below.extend(reference);
    agreement.below.push(version.unwrap_or_else(|| open("version, such as `version 1.0`")));
    agreement.below.push(currency(reading).unwrap_or_else(|| open("currency, such as `currency EUR`")));
    let zone = zone(reading);
    reading.zone = zone.as_ref().and_then(|zone| zone.words.strip_prefix("zone ")).map(str::to_owned);
    agreement.below.push(zone.unwrap_or_else(|| open("zone in which days begin, such as `zone Europe/London`")));
    agreement
}

fn open(what: &str) -> Statement {
    Statement::default().open(what)
}

/// The block that is the title: the first one that is no code, where it is a heading or reads as one; else a heading near
/// it that names an agreement, or the first heading where only a few words stand before it. What names an address of the
/// web is none.
fn title(reading: &Reading<'_, '_>) -> Option<usize> {
    /// What stands before a title is not longer, in bytes.
    const ASIDE: usize = 40;
    let blocks = &reading.contract.document.blocks;
    let mut first = true;
    let mut only_asides = true;
    for (at, block) in blocks.iter().enumerate().filter(|(_, block)| block.kind != BlockKind::Code).take(FRONT) {
        let words = clean(&block.text);
        let lower = words.to_lowercase();
        let says = ["agreement", "terms", "contract", "sla", "service level", "vertrag", "vereinbarung"]
            .iter()
            .any(|word| lower.contains(word));
        let reads = match block.kind {
            // A heading of a section may stand first.
            BlockKind::Heading => says || only_asides && block.level <= 1,
            BlockKind::Paragraph => first && says && !words.ends_with(['.', ':', ';', ',']),
            _ => false,
        };
        let address = words.split(' ').any(is_address);
        if reads && !address && !words.is_empty() && words.len() <= LONGEST_TITLE {
            return Some(at);
        }
        first = false;
        only_asides &= block.kind != BlockKind::Heading && words.len() <= ASIDE && !address;
        // Behind a heading of another kind, or a sentence, no title stands.
        if !address && !only_asides {
            return None;
        }
    }
    None
}

/// Whether a word is an address of the web: `github.com/acme`.
fn is_address(word: &str) -> bool {
    let (host, _) = word.split_once('/').unwrap_or(("", ""));
    word.contains("://") || host.contains('.') && !host.ends_with('.')
}

/// `Version 2.0`.
fn read_version(reading: &mut Reading<'_, '_>, sentence: &Sentence<'_>) -> Option<Statement> {
    let at = sentence.lower.find("version")?;
    let rest = &sentence.text[at + "version".len()..];
    if sentence.lower[..at].ends_with(char::is_alphanumeric) || !rest.starts_with([' ', ':']) {
        return None;
    }
    let rest = rest.trim_start_matches([':', ' ']);
    let start = sentence.text.len() - rest.len();
    let number = rest.split(|letter: char| letter.is_whitespace() || letter == ',').next()?.trim_end_matches('.');
    let is_number = number.split('.').all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()));
    // A heading such as `Version control` is none; one that is nothing but the version is.
    let in_heading =
        sentence.block.kind == BlockKind::Heading && sentence.text.trim().len() > start - at + number.len();
    if !is_number || in_heading {
        return None;
    }
    reading.take((sentence.at, sentence.placed(&(at..start + number.len()))));
    Some(Statement::new(format!("version {number}")).from(place(sentence)))
}

/// `Reference ACME-2027-014, version 1.0`.
fn read_reference(reading: &mut Reading<'_, '_>, sentence: &Sentence<'_>) -> Option<Statement> {
    let rest = sentence.text.trim_start().strip_prefix("Reference")?;
    let reference = rest.trim_start_matches([':', ' ']).split(',').next()?.trim().trim_end_matches('.');
    if reference.is_empty() || reference.contains(' ') {
        return None;
    }
    let end = sentence.text.find(reference)? + reference.len();
    reading.take((sentence.at, sentence.placed(&(0..end))));
    Some(Statement::new(format!("reference {}", string(reference))).from(place(sentence)))
}

/// The one currency of all amounts that name theirs by its code or by the sign of the euro; none where an amount has a
/// sign that several currencies share.
fn currency(reading: &Reading<'_, '_>) -> Option<Statement> {
    let mut found: Option<(Currency, Statement)> = None;
    for sentence in &reading.contract.sentences {
        if sentence.text.contains(['$', '\u{A3}', '\u{A5}']) {
            return None;
        }
        let written = words(sentence.text, &(0..sentence.text.len()));
        let is_amount =
            |word: Option<&str>| word.is_some_and(|word| word.starts_with(|first: char| first.is_ascii_digit()));
        for (at, word) in written.iter().enumerate() {
            let next = written.get(at + 1).map(|word| word.text);
            let before = at.checked_sub(1).map(|before| written[before].text);
            let code = word.text.len() == 3 && word.text.bytes().all(|byte| byte.is_ascii_uppercase());
            let Some(currency) = word.text.parse::<Currency>().ok().filter(|_| code) else { continue };
            if is_amount(next) || is_amount(before) {
                match &found {
                    Some((known, _)) if *known != currency => return None,
                    Some(_) => {}
                    None => {
                        let statement = Statement::new(format!("currency {currency}")).from(place(sentence));
                        found = Some((currency, statement));
                    }
                }
            }
        }
    }
    found.map(|(_, statement)| statement)
}

/// The one zone that the text names as the data base of zones does: `Europe/Berlin`.
fn zone(reading: &Reading<'_, '_>) -> Option<Statement> {
    let mut found: Option<(String, Statement)> = None;
    for sentence in &reading.contract.sentences {
        for word in
            sentence.text.split(|letter: char| letter.is_whitespace() || matches!(letter, ',' | ';' | '(' | ')'))
        {
            let word = word.trim_end_matches('.');
            if !word.contains('/')
                || !word.starts_with(|first: char| first.is_ascii_uppercase())
                || word.parse::<Zone>().is_err()
            {
                continue;
            }
            match &found {
                Some((known, _)) if known != word => return None,
                Some(_) => {}
                None => found = Some((word.to_owned(), Statement::new(format!("zone {word}")).from(place(sentence)))),
            }
        }
    }
    found.map(|(_, statement)| statement)
}
