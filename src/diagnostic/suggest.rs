//! "Did you mean": the names that a mistyped word is likely to stand for.

use strsim::damerau_levenshtein;

/// At most so many names are offered.
const OFFERED: usize = 3;
/// Longer words are not compared: the comparison takes the product of both lengths.
const LONGEST: usize = 80;

/// The candidates that `word` is likely to stand for, likeliest first, at most three.
///
/// Case does not count, two swapped letters are one mistake, and a third of the letters may be wrong.
/// Where nothing is that near, names that begin with `word` or contain each of its words are offered.
pub fn similar<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
    let wanted = word.to_lowercase();
    let length = wanted.chars().count();
    if length == 0 || length > LONGEST {
        return Vec::new();
    }
    let allowed = (length / 3).max(1);
    let mut near: Vec<(usize, &str)> = Vec::new();
    for candidate in candidates {
        if near.iter().any(|(_, known)| *known == candidate) {
            continue;
        }
        if let Some(distance) = distance(&wanted, &candidate.to_lowercase(), allowed) {
            near.push((distance, candidate));
        }
    }
    // The sort is stable: equally near names stay in the order they were declared in.
    near.sort_by_key(|(distance, _)| *distance);
    let best = near.first().map_or(0, |(distance, _)| *distance);
    near.into_iter().take_while(|(distance, _)| *distance == best).take(OFFERED).map(|(_, name)| name).collect()
}

/// The words of help: "did you mean `Office Hours`?"; none where nothing is near.
pub fn did_you_mean<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let names: Vec<String> = similar(word, candidates).into_iter().map(|name| format!("`{name}`")).collect();
    let listed = match names.as_slice() {
        [] => return None,
        [first @ .., last] if !first.is_empty() => format!("{} or {last}", first.join(", ")),
        names => names.concat(),
    };
    Some(format!("did you mean {listed}?"))
}

/// How far apart two lower-case words are; none where that is too far.
fn distance(wanted: &str, candidate: &str, allowed: usize) -> Option<usize> {
    let (longer, shorter) = {
        let (one, two) = (wanted.chars().count(), candidate.chars().count());
        (one.max(two), one.min(two))
    };
    if longer - shorter <= allowed && longer <= LONGEST {
        let edits = damerau_levenshtein(wanted, candidate);
        if edits <= allowed && edits < longer {
            return Some(edits);
        }
    }
    let words = |text: &str| {
        let mut words: Vec<String> = text.split([' ', '-', '_']).map(String::from).collect();
        words.sort_unstable();
        words
    };
    let (asked, offered) = (words(wanted), words(candidate));
    let contained = shorter >= 3 && (candidate.starts_with(wanted) || asked.iter().all(|word| offered.contains(word)));
    // Farther than any misspelling, so that it is offered only where there is none.
    contained.then_some(LONGEST)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_was_meant() {
        let names = ["Office Hours", "P1", "P2", "Uptime", "Europe/Berlin", "credit", "Office Holidays"];
        let cases: &[(&str, &[&str])] = &[
            ("Ofice Hours", &["Office Hours"]),
            ("office hours", &["Office Hours"]),
            ("Office Huors", &["Office Hours"]),
            ("Hours Office", &["Office Hours"]),
            ("Hours", &["Office Hours"]),
            ("Office", &["Office Hours", "Office Holidays"]),
            ("P4", &["P1", "P2"]),
            ("Uptmie", &["Uptime"]),
            ("Europe/Belrin", &["Europe/Berlin"]),
            ("cred", &["credit"]),
            ("x", &[]),
            ("penalty", &[]),
            ("", &[]),
        ];
        for (word, expected) in cases {
            assert_eq!(similar(word, names), *expected, "{word}");
        }
    }

    #[test]
    fn says_it() {
        assert_eq!(did_you_mean("P4", ["P1", "P2", "P3", "P5"]).as_deref(), Some("did you mean `P1`, `P2` or `P3`?"));
        assert_eq!(did_you_mean("credti", ["credit"]).as_deref(), Some("did you mean `credit`?"));
        assert_eq!(did_you_mean(&"a".repeat(100_000), ["credit"]), None);
    }
}
