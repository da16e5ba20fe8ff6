//! Every format of findings, against what it should print.

use servanda::diagnostic::{Diagnostic, Edit, Fix, Format, Options, Report, RuleInfo, Severity, render_all};
use servanda::source::{Source, SourceId, Sources, Span};

use crate::support::check_expected;

const RULES: &[RuleInfo] = &[RuleInfo {
    name: "unknown-name",
    severity: Severity::Error,
    summary: "a name that nothing declares",
    page: "# unknown-name\n\nA name that nothing declares.\n",
    fixed: true,
    tags: &["names"],
}];

/// The span of the `nth` occurrence of `words` in a source.
fn at(sources: &Sources, source: SourceId, words: &str, nth: usize) -> Span {
    let text = sources.get(source).expect("the source was added").text();
    let (start, _) = text.match_indices(words).nth(nth).unwrap_or_else(|| panic!("no {words:?} in the source"));
    Span::new(source, start, start + words.len())
}

fn reports() -> Vec<Report> {
    let mut sources = Sources::default();
    let main = sources.add(Source::new(
        "specs/a, 100%:x.sla",
        "agreement \"東京 e\u{301}clair\" zone Europa/Berlin\n\
         parties\n\
         \tprovider \"Müller\t& <Co>\" as Muller\n\
         calendars\r\n  Office Hours\r\n    open Mon-Fri 9-17\r\n\
         levels\n  at least 99,95% each month\n  clock Ofice Hours\n",
    ));
    let base = sources.add(Source::new("house/saas.sla", "parameters\n  Availability percent\n"));
    let span = |source, words| at(&sources, source, words, 0);
    let diagnostics = vec![
        Diagnostic::error("unknown-name", span(main, "Ofice Hours"), "no calendar is named `Ofice Hours`")
            .label("not declared")
            .related(span(main, "Office Hours"), "a calendar declared here")
            .related(span(base, "Availability"), "a parameter declared here")
            .help("did you mean `Office Hours`?")
            .fix("write `Office Hours`", span(main, "Ofice Hours"), "Office Hours"),
        Diagnostic::error("unknown-zone", span(main, "Europa/Berlin"), "no time zone is named `Europa/Berlin`")
            .help("did you mean `Europe/Berlin`?"),
        Diagnostic::warning("odd-name", span(main, "& <Co>"), "the name holds `& <Co>`, 100%\nof it: \"odd\""),
        Diagnostic::error("comma-decimal", span(main, "99,95%"), "a decimal is written with a point").fix(
            "write 99.95%",
            span(main, ","),
            ".",
        ),
        Diagnostic::error("time-of-day", span(main, "9-17"), "a time of day has hours and minutes")
            .help("write 09:00-17:00"),
        Diagnostic::error("no-services", Span::new(main, 60_000, 60_000), "ends too early"),
        Diagnostic::new("no-exit", Severity::Note, None, "nothing says how the agreement ends"),
    ];
    let mut other = Sources::default();
    let clean = other.add(Source::new("clean.sla", "agreement \"A\"\n"));
    let mut twice = Sources::default();
    let second = twice.add(Source::new("b.sla", "extends \"house/saas.sla\"\nzone \u{1b}[31m\n"));
    let again = twice.add(Source::new("house/saas.sla", "parameters\n  Availability percent\n"));
    let in_base = |sources: &Sources, source| {
        Diagnostic::warning(
            "unused-parameter",
            at(sources, source, "Availability", 0),
            "no statement uses `Availability`",
        )
    };
    let escape = Diagnostic {
        fix: Some(Fix {
            title: "remove it".into(),
            edits: vec![
                Edit { span: at(&twice, second, "\u{1b}[31m", 0), text: String::new() },
                Edit { span: at(&twice, second, "extends", 0), text: "extends".into() },
            ],
        }),
        ..Diagnostic::error("control-character", at(&twice, second, "\u{1b}", 0), "a control character: \u{1b}[31m")
    };
    let mut first = Report { diagnostics, main, sources };
    first.diagnostics.push(in_base(&first.sources, base));
    let shared = in_base(&twice, again);
    vec![
        first,
        Report { diagnostics: Vec::new(), main: clean, sources: other },
        Report { diagnostics: vec![shared, escape], main: second, sources: twice },
    ]
}

#[test]
fn every_format() {
    let plain = Options { rules: RULES, ..Options::default() };
    let cases = [
        (Format::Human, "human.txt"),
        (Format::Short, "short.txt"),
        (Format::Json, "findings.json"),
        (Format::Sarif, "findings.sarif"),
        (Format::Github, "github.txt"),
        (Format::Junit, "junit.xml"),
    ];
    for (format, file) in cases {
        check_expected(&format!("tests/cases/diagnostic/{file}"), &render_all(format, &reports(), &plain));
    }
    let coloured = render_all(Format::Human, &reports(), &Options { color: true, ..plain });
    check_expected("tests/cases/diagnostic/human-colour.txt", &coloured.replace('\u{1b}', "ESC"));
}

#[test]
fn nothing_found() {
    let reports = &reports()[1..2];
    let options = Options::default();
    assert_eq!(render_all(Format::Human, reports, &options), "");
    assert_eq!(render_all(Format::Short, reports, &options), "");
    assert_eq!(render_all(Format::Github, reports, &options), "");
    assert_eq!(render_all(Format::Json, reports, &options), "[]\n");
}

/// The order in which rules happened to report is never seen.
#[test]
fn order_is_by_place() {
    let mut backwards = reports();
    for report in &mut backwards {
        report.diagnostics.reverse();
    }
    let options = Options::default();
    assert_eq!(render_all(Format::Json, &backwards, &options), render_all(Format::Json, &reports(), &options));
}

/// An endless line, a span over a whole huge file and a span beyond it cost no more than others.
#[test]
fn hostile_places() {
    let mut sources = Sources::default();
    let line = sources.add(Source::new("line.sla", format!("{}X{}", "ä".repeat(2_000_000), "b".repeat(2_000_000))));
    let lines = sources.add(Source::new("lines.sla", "a line\n".repeat(300_000)));
    let diagnostics = vec![
        Diagnostic::error("syntax", Span::new(line, 4_000_000, 4_000_001), "an odd letter"),
        Diagnostic::error("syntax", Span::new(line, 1, 3_999_999), "an odd start, inside a letter"),
        Diagnostic::error("syntax", Span::new(lines, 0, usize::MAX), "all of it"),
        Diagnostic::error("syntax", Span::new(lines, 700, 10), "ends before it starts"),
        Diagnostic::error("syntax", Span::new(SourceId(9), 0, 1), "in no source"),
    ];
    let report = [Report { sources, main: line, diagnostics }];
    let human = render_all(Format::Human, &report, &Options::default());
    assert!(human.contains("line.sla:1:2000001\n"), "{human}");
    assert!(human.len() < 10_000, "{} bytes", human.len());
    for format in [Format::Short, Format::Json, Format::Sarif, Format::Github, Format::Junit] {
        assert!(!render_all(format, &report, &Options::default()).is_empty());
    }
}
