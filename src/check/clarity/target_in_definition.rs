//! A definition that sets another time than the table of times.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "target-in-definition",
    severity: Severity::Warning,
    hurts: Hurts::Both,
    why: "the word promises one time, the table that uses the word another",
    page: include_str!("../../../docs/rules/target-in-definition.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    for definition in &agreement.definitions {
        let term = definition.term.as_str().to_lowercase();
        let named = [
            ("acknowledgement", TimeMeasure::Acknowledgement),
            ("response", TimeMeasure::Response),
            ("update", TimeMeasure::Update),
            ("workaround", TimeMeasure::Workaround),
            ("resolution", TimeMeasure::Resolution),
        ];
        let Some((_, of)) = named.into_iter().find(|(word, _)| term == *word || term.ends_with(&format!(" {word}")))
        else {
            continue;
        };
        let Some(time) = within(definition.meaning.as_str()) else { continue };
        if let Some((row, other)) =
            times_rows(agreement).filter_map(|row| Some((row, row.time(of)?))).find(|(_, other)| other.value != time)
        {
            found.at(
                &definition.meaning,
                format!(
                    "`{}` is within {time} by its meaning, and `{}` gets {}",
                    definition.term, row.severity, other.value
                ),
                "say here what counts, and leave the time to the table",
            );
            found.related(other, "the table's time");
        }
    }
}

/// The first length of time after the word `within`.
fn within(text: &str) -> Option<Duration> {
    let words: Vec<&str> =
        text.split_whitespace().map(|word| word.trim_end_matches(|end: char| !end.is_alphanumeric())).collect();
    let mut starts = words.iter().enumerate().filter(|(_, word)| **word == "within").map(|(at, _)| at + 1);
    starts.find_map(|at| {
        let length = |count: usize| words.get(at..at + count)?.join(" ").parse::<Duration>().ok();
        length(2).or_else(|| length(3))
    })
}
