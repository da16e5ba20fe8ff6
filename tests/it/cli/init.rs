//! `init`: specs that check clean, whatever the answers.

use super::sandbox::Sandbox;

/// Nothing is found in the spec.
fn is_clean(sandbox: &Sandbox, file: &str) {
    let check = sandbox.run(&["check", file, "--format", "short"]);
    assert_eq!((check.status, check.out.as_str()), (0, ""), "{file}");
}

#[test]
fn the_usual_answers_check_clean_and_build() {
    let sandbox = Sandbox::new();
    let run = sandbox.run(&["init", "--yes", "--effective", "2027-01-01"]);
    assert_eq!((run.status, run.out.as_str()), (0, ""), "{}", run.err);
    is_clean(&sandbox, "agreement.sla");
    assert_eq!(sandbox.run(&["build", "agreement.sla"]).status, 0);
    let fmt = sandbox.run(&["fmt", "--check", "agreement.sla"]);
    assert_eq!((fmt.status, fmt.out.as_str()), (0, ""), "it has the one layout");
}

#[test]
fn all_answers_as_options() {
    let sandbox = Sandbox::new();
    let arguments = [
        "init",
        "--yes",
        "--provider",
        "Ärzte & Co's <Cloud> #1",
        "--customer",
        "日本電気 *株式会社*",
        "--service",
        "The `API`",
        "--zone",
        "America/Argentina/Buenos_Aires",
        "--currency",
        "JPY",
        "--fee",
        "120000",
        "--uptime",
        "99.95",
        "--effective",
        "2028-02-29",
        "--holidays",
        "US, DE-BE",
        "--law",
        "Japan",
        "--courts",
        "Tokyo",
        "--out",
        "x/a.sla",
    ];
    let run = sandbox.run(&arguments);
    assert_eq!(run.status, 0, "{}", run.err);
    let text = sandbox.read("x/a.sla");
    for words in [
        "provider \"Ärzte & Co's <Cloud> #1\" as Ärzte\n",
        "zone America/Argentina/Buenos_Aires\n",
        "fee JPY 120000 per month\n",
        "effective 2028-02-29\n",
        "public holidays of US, DE-BE\n",
        "below 99.95%  credit 10%\n",
        "uptime of Platform as Uptime\n",
    ] {
        assert!(text.contains(words), "{words} is missing in\n{text}");
    }
    is_clean(&sandbox, "x/a.sla");
}

#[test]
fn a_file_that_is_there_stays() {
    let sandbox = Sandbox::new();
    sandbox.file("agreement.sla", "mine\n");
    let run = sandbox.run(&["init", "--yes"]);
    assert_eq!(run.status, 2);
    assert!(run.err.contains("exists already"), "{}", run.err);
    assert_eq!(sandbox.read("agreement.sla"), "mine\n");
    assert_eq!(sandbox.run(&["init", "--yes", "--force"]).status, 0);
    assert!(sandbox.read("agreement.sla").starts_with("# A service level agreement"));
}

#[test]
fn a_wrong_answer_is_refused_in_the_words_of_the_language() {
    let sandbox = Sandbox::new();
    let cases = [
        ("--zone", "Europe/Belrin", "Europe/Berlin"),
        ("--currency", "EUX", "EUR"),
        ("--effective", "2027-02-30", ""),
        ("--uptime", "99,9", "99.9"),
        ("--uptime", "101%", ""),
        ("--holidays", "DE-XX", ""),
        ("--fee", "-5", ""),
        ("--provider", "A\" as B", "a quotation mark cannot stand in it"),
        ("--provider", "A\n\n# 99. Liability", "cannot stand in it"),
        ("--provider", "{Fee}", "`{` cannot stand in it"),
        ("--zone", "UTC # x", "a space cannot stand in it"),
        ("--service", "", "it is empty"),
    ];
    for (option, value, words) in cases {
        let run = sandbox.run(&["init", "--yes", &format!("{option}={value}")]);
        assert_eq!(run.status, 2, "{option} {value}: {}", run.err);
        assert!(run.err.starts_with(&format!("error: {option} cannot be taken: ")), "{}", run.err);
        assert!(run.err.contains(words), "{option} {value}: {}", run.err);
        assert!(sandbox.names(".").is_empty());
    }
}

#[test]
fn questions_are_asked_until_they_can_be_answered() {
    let sandbox = Sandbox::new();
    let answers = "Acme Cloud GmbH\nBerlin\n\nGlobex Corporation\nSpringfield\n\n\nEurope/Belrin\nEurope/Berlin\nEUR\n2500\n2027-01-01\n\nDE-BE\nGermany\nBerlin\n";
    let run = sandbox.run_with_input(&["init"], answers.as_bytes());
    assert_eq!(run.status, 0, "{}", run.err);
    assert!(run.err.contains("did you mean `Europe/Berlin`"), "{}", run.err);
    assert!(sandbox.read("agreement.sla").contains("fee EUR 2500 per month\n"));
    is_clean(&sandbox, "agreement.sla");

    let short = sandbox.run_with_input(&["init", "--out", "b.sla"], b"Acme\n\n\n");
    assert_eq!(short.status, 2);
    assert!(short.err.contains("--customer VALUE, or --yes"), "{}", short.err);
    assert_eq!(sandbox.names("."), ["agreement.sla"]);
}

#[test]
fn a_script_gets_the_same_bytes_again() {
    let sandbox = Sandbox::new();
    let text = |zone: &str, language: &str| {
        let mut command = sandbox.command(&["init", "--yes", "--out", "-"]);
        command.env("SOURCE_DATE_EPOCH", "1800000000").env("TZ", zone).env("LANG", language);
        super::sandbox::finish(command).out
    };
    let first = text("Asia/Tokyo", "C");
    assert!(first.contains("effective 2027-02-01\n"), "{first}");
    assert_eq!(first, text("America/New_York", "de_DE.UTF-8"));
}
