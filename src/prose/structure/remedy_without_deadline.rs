//! A credit or refund that is owed, and never due.

use super::Found;
use super::contract::{Contract, Sentence};

/// What is owed.
const REMEDY: [&str; 9] = ["credit", "refund", "compensation", "rebate", "discount", "reimburse", "gutschrift", "reduction", "penalty"];
/// What says that it is owed.
const OWED: [&str; 17] = [
    "will credit", "shall credit", "will be credited", "shall be credited", "will issue", "shall issue", "will provide", "is entitled", "are entitled",
    "be entitled", "is eligible", "will be eligible", "will refund", "shall refund", "would be given", "we credit", "we'll apply",
];
/// What says when it is due.
const DUE: [&str; 20] = [
    "next invoice", "next billing", "following invoice", "next bill", "future invoice", "subsequent invoice", "following month", "next payment",
    "upcoming invoice", "billing cycle", "applied to the invoice", "next month", "future payments", "subsequent month", "immediately",
    "future fees", "future cloud service fees", "at the end of", "to the month in which", "invoice for the following",
];

pub(super) fn find(contract: &Contract<'_>, found: &mut Found<'_>) {
    let owed = contract.sentences.iter().find(|sentence| owes(sentence));
    let Some(sentence) = owed else { return };
    let due = contract.sentences.iter().any(|other| {
        other.has(&REMEDY) && (other.has(&DUE) || within(other)) && !claims(other)
    });
    if due {
        return;
    }
    found.push(
        sentence.block,
        &sentence.whole(),
        "nothing says when this is paid or credited",
        "add when: `within ___ days of ___`, or `on the invoice for the following month`",
    );
}

fn owes(sentence: &Sentence<'_>) -> bool {
    let cell = sentence.block.cell.is_some();
    !cell
        && sentence.has(&REMEDY)
        && sentence.has(&OWED)
        && !sentence.has(&["not be entitled", "not entitled", "not eligible", "credit card", "no credit", "not entitle"])
}

/// Whether it names a length of time.
fn within(sentence: &Sentence<'_>) -> bool {
    sentence.has(&["within", "no later than", "not later than", "by the"]) && !super::quantity::lengths(&sentence.words()).is_empty()
}

/// Whether the time is the customer's to claim in.
fn claims(sentence: &Sentence<'_>) -> bool {
    sentence.has(&["must notify", "must request", "must submit", "must be received", "claim", "must contact", "request made", "request received", "written request", "must inform"])
        && !sentence.has(&["after receipt", "of receipt of the claim", "will be credited", "shall be credited within", "issue"])
}
