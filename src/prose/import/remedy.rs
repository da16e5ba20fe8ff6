//! What surrounds service credits: how they are paid, and whether they are the only remedy.

use std::ops::Range;

use super::reading::{Reading, place};
use super::statement::Statement;
use crate::prose::structure::contract::Sentence;

/// How credits are paid and when they expire, where one sentence says so and none says otherwise.
pub(super) fn payment(reading: &mut Reading<'_, '_>) -> Vec<Statement> {
    let mut found: Vec<Statement> = Vec::new();
    let mut taken = Vec::new();
    for sentence in reading.prose().filter(|sentence| sentence.lower.contains("credit")) {
        for (words, range) in [cash(sentence), invoice(sentence), expiry(sentence)].into_iter().flatten() {
            match found.iter_mut().find(|known| known.words == words) {
                Some(known) => known.from.push(place(sentence)),
                None => found.push(Statement::new(words).from(place(sentence))),
            }
            taken.push((sentence.at, sentence.placed(&range)));
        }
    }
    reading.take_all(taken);
    found
}

/// A statement, and the part of the sentence that says it.
type Told = (&'static str, Range<usize>);

/// The first of these words, and where they stand.
fn find(lower: &str, words: &[&str]) -> Option<Range<usize>> {
    words.iter().filter_map(|words| lower.find(words).map(|at| at..at + words.len())).min_by_key(|range| range.start)
}

fn cash(sentence: &Sentence<'_>) -> Option<Told> {
    const NEVER: [&str; 14] = [
        "not redeemable for cash",
        "not be redeemed for cash",
        "not be redeemable for cash",
        "not paid out in cash",
        "not be paid out in cash",
        "not be paid in cash",
        "not paid in cash",
        "cannot be exchanged for cash",
        "not be exchanged for cash",
        "not exchangeable for cash",
        "not be exchanged for, or converted to, monetary amounts",
        "not result in cash payments",
        "cannot be redeemed for cash",
        "not be converted to cash",
    ];
    let range = find(sentence.lower, &NEVER)?;
    // `Not … unless required by law` is sometimes.
    let always = !["unless", "except", "until"].iter().any(|word| sentence.lower.contains(word));
    always.then_some(("never in cash", range))
}

fn invoice(sentence: &Sentence<'_>) -> Option<Told> {
    const NEXT: [&str; 9] = [
        "applied to the next invoice",
        "applied to the next monthly invoice",
        "applied to your next invoice",
        "applied against the next invoice",
        "service credits to the next invoice",
        "deducted from the next invoice",
        "deducted from its next invoice",
        "credited on the next invoice",
        "credited to the next invoice",
    ];
    let range = find(sentence.lower, &NEXT)?;
    let sure = ![" may ", " or ", "discretion", " if ", "not "]
        .iter()
        .any(|word| sentence.lower[..range.start].contains(word));
    sure.then_some(("pay by next invoice", range))
}

fn expiry(sentence: &Sentence<'_>) -> Option<Told> {
    let lower = sentence.lower;
    let range =
        find(lower, &["credits expire when the", "credits expire on termination", "credits expire upon termination"])?;
    let rest = &lower[range.end..];
    let ends = rest.split(['.', ';', ',']).next().unwrap_or("");
    if !range.is_empty() && lower[range.clone()].ends_with("when the") {
        let order = ends.contains("order") && ends.trim_end().ends_with("ends");
        let agreement = ends.contains("agreement") && ends.trim_end().ends_with("ends");
        let words = if order { "expires when the order ends" } else { "expires when the agreement ends" };
        return (order || agreement).then_some((words, range.start..range.end + ends.len()));
    }
    Some(("expires when the agreement ends", range.start..lower.len()))
}

/// Whether credits are the only remedy; `may_end` says that the contract lets the customer end it after misses.
pub(super) fn only(reading: &mut Reading<'_, '_>, may_end: bool) -> Option<Statement> {
    let credits = reading.prose().any(|sentence| sentence.lower.contains("credit"));
    let mut found: Vec<Sentence<'_>> = Vec::new();
    for sentence in reading.prose().filter(|_| credits) {
        if is_only(sentence.lower) {
            found.push(*sentence);
        }
    }
    let keeps = |sentence: &Sentence<'_>| {
        let lower = sentence.lower;
        ["except", "other than", "apart from", "in addition to", "save for"].iter().any(|word| lower.contains(word))
            && lower.contains("terminat")
    };
    // Who keeps what else is for somebody to say.
    let other = |sentence: &Sentence<'_>| {
        ["except", "other than", "save for", "unless"].iter().any(|word| sentence.lower.contains(word))
            && !keeps(sentence)
            && !sentence.lower.contains("unless otherwise")
    };
    if found.is_empty() || found.iter().any(other) {
        return None;
    }
    let termination = may_end || found.iter().any(keeps);
    let mut statement = Statement::new(if termination {
        "credits are the only remedy except termination"
    } else {
        "credits are the only remedy"
    });
    for sentence in found {
        statement.from.push(place(&sentence));
        reading.take((sentence.at, sentence.whole()));
    }
    Some(statement)
}

/// Whether a sentence in small letters says that credits, or the terms that give them, are the only remedy.
fn is_only(lower: &str) -> bool {
    let remedies = [
        "sole and exclusive remed",
        "exclusive remed",
        "sole remed",
        "only remed",
        "exclusive and sole remed",
        "sole and exclusive monetary remed",
        "sole and exclusive right and remed",
    ];
    let Some(remedy) = find(lower, &remedies) else { return false };
    let before = &lower[..remedy.start];
    if before.contains("not ")
        || before.contains(" nor ")
        || lower.contains("infring")
        || lower.contains("warrant") && !lower.contains("credit")
    {
        return false;
    }
    let is = [" are ", " is ", " shall be ", " represent", " constitute", " will be ", " as "];
    // `Service credits are … the sole remedy`: nothing but the credits stands before the verb.
    let credits = before.find("credit").is_some_and(|at| is.iter().any(|verb| before[at..].contains(verb)));
    // `… remedy is the receipt of service credits`.
    let tail = &lower[remedy.end..];
    let received = tail.find("credit").is_some_and(|at| is.iter().any(|verb| tail[..at].contains(verb)));
    let states = ["this sla", "these terms", "this section", "the foregoing", "this agreement"];
    let verbs = [" states", " describes", " sets forth", " represents", " sets out"];
    let stated = states.iter().any(|what| verbs.iter().any(|verb| before.contains(&format!("{what}{verb}"))));
    // What the terms give as a whole is credits only where they speak of the levels.
    let levels = ["uptime", "availab", "service level", "service commitment", "sla", "target"];
    credits
        || received
        || stated && levels.iter().any(|word| lower.contains(word)) && !before.contains("this agreement")
}
