//! Severities of which none takes what fits no other.

use super::Found;
use super::contract::Contract;

/// What takes the rest.
const REST: [&str; 14] = [
    "other", "else", "remaining", "otherwise", "not fall", "everything", "any issue", "all issues", "not covered", "any request", "all requests", "not meet", "neither", "any problem that does not",
];

pub(super) fn find(contract: &Contract<'_>, found: &mut Found<'_>) {
    let levels = contract.levels();
    if levels.iter().filter(|level| !level.definitions.is_empty()).count() < 2 {
        return;
    }
    let Some(last) = levels.iter().rfind(|level| !level.definitions.is_empty()) else { return };
    let rest = levels.iter().flat_map(|level| &level.definitions).any(|(_, text)| {
        // `No other way is known` and `another user` take nothing.
        let lower = text.to_lowercase().replace("no other", "").replace("another", "");
        REST.iter().any(|words| lower.contains(words))
    });
    // The lowest level takes the rest where it takes whatever is not critical.
    let lowest = last.definitions.iter().any(|(_, text)| {
        let lower = text.to_lowercase();
        ["non-critical ", "noncritical ", "non-urgent "].iter().any(|word| {
            lower.split(word).skip(1).any(|after| ["issue", "request", "problem", "incident", "case"].iter().any(|case| after.starts_with(case)))
        })
    });
    // So does the one that is told by how little a case matters, and not by what it is.
    let slight = last.definitions.iter().any(|(_, text)| matters_little(&text.to_lowercase()));
    let said = contract.sentences.iter().any(|sentence| {
        sentence.has(&["all other", "any other", "everything else", "otherwise"]) && sentence.has(&["severit", "priorit", "ticket", "request", "incident", "issue"])
    });
    if rest || lowest || slight || said {
        return;
    }
    found.push(
        contract.block(last.at),
        &last.range,
        "a case that meets none of these definitions has no severity, and no time",
        "let the last one take the rest: `all other cases`",
    );
}

/// Whether words in small letters tell of a small impact, such as `trivial impact on the business`, or of one that work
/// goes on in spite of.
fn matters_little(lower: &str) -> bool {
    const SMALL: [&str; 9] = ["trivial", "minimal", "minor", "low", "little", "small", "limited", "slight", "no"];
    let words: Vec<&str> = lower.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let small = words.iter().enumerate().any(|(at, word)| {
        SMALL.contains(word) && words[at + 1..words.len().min(at + 4)].iter().any(|word| word.starts_with("impact"))
    });
    small || words.iter().any(|word| word.starts_with("impact")) && lower.contains("continue")
}
