//! The linter for contracts that others wrote.

use std::ops::Range;

use servanda::prose::Kind;
use servanda::source::Source;
use servanda::{Options, lint};

use crate::support::read;

/// The vague words that are found: rule and words.
fn found(text: &str, kind: Kind) -> Vec<(&'static str, String)> {
    let report = lint(Source::new("contract", text), kind, &Options::default());
    let words = |finding: &servanda::diagnostic::Diagnostic| {
        let words = finding.span.map_or("", |span| report.sources.text(span));
        (finding.rule, words.split_whitespace().collect::<Vec<_>>().join(" "))
    };
    report.diagnostics.iter().filter(|finding| finding.rule.starts_with("vague-")).map(words).collect()
}

fn words(text: &str) -> Vec<String> {
    found(text, Kind::Markdown).into_iter().map(|(_, words)| words).collect()
}

/// A labelled text without its marks, the labels that must be met, and those that may be: `[[TIME promptly]]`, `{{…}}`.
fn labelled(text: &str) -> (String, Vec<Range<usize>>, Vec<Range<usize>>) {
    let (mut plain, mut must, mut may) = (String::new(), Vec::new(), Vec::new());
    let mut rest = text;
    while let Some(open) = rest.find("[[").into_iter().chain(rest.find("{{")).min() {
        let (close, spans) = if rest[open..].starts_with("[[") { ("]]", &mut must) } else { ("}}", &mut may) };
        plain += &rest[..open];
        let (words, after) = rest[open + 2..].split_once(close).expect("a mark is closed");
        let family = words.split_once(' ').filter(|(family, _)| family.chars().all(|c| c.is_ascii_uppercase()));
        let words = family.map_or(words, |(_, words)| words);
        spans.push(plain.len()..plain.len() + words.len());
        plain += words;
        rest = after;
    }
    (plain + rest, must, may)
}

/// The score on texts of our own does not fall; `tests/score tests/cases/labelled` prints it by family.
#[test]
fn labelled_texts_are_found_and_no_others() {
    let touches = |one: &Range<usize>, other: &Range<usize>| one.start < other.end && other.start < one.end;
    let (mut met, mut labels, mut right) = (0_usize, 0_usize, 0_usize);
    let (mut wrong, mut missed) = (Vec::new(), Vec::new());
    for name in ["sentences-en", "support-en", "hosting-en", "wartung-de"] {
        let (text, must, may) = labelled(&read(&format!("tests/cases/labelled/{name}.md")));
        let report = lint(Source::new(name, text.clone()), Kind::Markdown, &Options::default());
        let vague = report.diagnostics.iter().filter(|finding| finding.rule.starts_with("vague"));
        let spans: Vec<_> = vague.map(|finding| finding.span.expect("a place").range()).collect();
        for span in &spans {
            if must.iter().any(|label| touches(label, span)) {
                right += 1;
            } else if !may.iter().any(|label| touches(label, span)) {
                wrong.push(format!("{name}: {}", &text[span.clone()]));
            }
        }
        labels += must.len();
        for label in &must {
            if spans.iter().any(|span| touches(label, span)) {
                met += 1;
            } else {
                missed.push(format!("{name}: {}", &text[label.clone()]));
            }
        }
    }
    assert!(met * 100 >= labels * 95, "missed: {missed:?}");
    assert!(wrong.len() * 100 <= right * 5, "wrong: {wrong:?}");
}

#[test]
fn context_settles_words() {
    let open = |text: &str| !words(text).is_empty();
    assert!(open("The desk answers promptly."));
    for settled in [
        "The desk answers promptly, and in any case within 2 hours.",
        "# Prompt answers and reasonable efforts",
        "> The desk answers promptly.",
        "The desk `answers promptly`.",
        "See [Prompt and reasonable help](https://help.example) for more.",
        "\"Reasonable Efforts\" means 40 hours of work a month. The Host owes Reasonable Efforts.",
        "    the desk answers promptly",
        "---\ntitle: prompt help\n---\n\nThe desk answers within 2 hours.",
        "| Reasonable efforts |\n|---|\n| 4 hours |",
        "The Host answers \"promptly\" where a letter says so.",
    ] {
        assert!(!open(settled), "{settled}: {:?}", words(settled));
    }
    // A point of a list stands under what leads to it.
    assert!(open("The service level does not apply to:\n\n- maintenance, such as upgrades\n"));
    assert!(!open("We sell tools:\n\n- for the house, such as hammers\n"));
}

/// The same text finds the same in each writing; lines may be wrapped, quotes curly, letters entities.
#[test]
fn each_writing_finds_the_same() {
    let markdown = "# Support\n\nThe Host will answer **promptly** and use\nreasonable efforts.\n\n- Excluded are technical\n  difficulties.\n\n| case | time |\n|---|---|\n| a significant fault of the line | 4 hours |\n";
    let html = "<html><head><style>p { promptly: 1 }</style></head><body><h1>Support</h1><p>The Host will answer <b>promptly</b> and\nuse reasonable&nbsp;efforts.</p><ul><li>Excluded are technical difficulties.</li></ul><table><tr><th>case</th><th>time</th></tr><tr><td>a significant fault of the line</td><td>4 hours</td></tr></table><script>promptly</script></body></html>";
    let text = "SUPPORT\n\nThe Host will answer promptly and use\nreasonable efforts.\n\n- Excluded are technical\n  difficulties.\n\na significant fault of the line: 4 hours\n";
    let expected = ["promptly", "reasonable efforts", "technical difficulties", "significant"];
    for (kind, source) in [(Kind::Markdown, markdown), (Kind::Html, html), (Kind::Text, text)] {
        let list: Vec<String> =
            found(source, kind).into_iter().map(|(_, words)| words.replace("&nbsp;", " ")).collect();
        assert_eq!(list, expected, "{kind:?}");
    }
    let curly = "The Host\u{2019}s desk answers promptly. \u{201C}Prompt\u{201D} means within 2 hours.";
    assert_eq!(words(curly), ["promptly"]);
}

#[test]
fn german_is_read_with_its_own_words() {
    let text = "Der Anbieter wird die Störung unverzüglich und mit angemessenem Aufwand beheben, und der Kunde ist zu informieren.";
    assert_eq!(words(text), ["unverzüglich", "angemessenem Aufwand"]);
    assert_eq!(
        words("Der Anbieter wird die Störung unverzüglich, spätestens innerhalb von 2 Stunden, beheben."),
        Vec::<String>::new()
    );
}

/// Every place is a place in the file, whatever the file is.
#[test]
fn findings_point_at_the_words_of_the_source() {
    let text = "Intro &amp; more.\n\n1. The Host \\*will\\* answer\n   as soon\n   as possible.\n";
    let report = lint(Source::new("contract.md", text), Kind::Markdown, &Options::default());
    let span = report.diagnostics[0].span.expect("a place");
    assert_eq!(report.sources.text(span), "as soon\n   as possible");
    for hostile in [
        "<",
        "<!--",
        "&#",
        "<a <b",
        "\u{FEFF}",
        "[[[[",
        "|||",
        "&#xFFFFFFFF;",
        "<p",
        "\"",
        "- - - -",
        "1.",
        "<script>x",
    ] {
        for kind in [Kind::Markdown, Kind::Html, Kind::Text] {
            lint(Source::new("x", hostile), kind, &Options::default());
        }
    }
}
