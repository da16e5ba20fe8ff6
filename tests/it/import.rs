//! Drafts of specs from contracts: what comes back of our own contracts, what is read of others, and that nothing of a
//! source is lost.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use proptest::prelude::*;
use servanda::config::Output;
use servanda::prose::{self, Changes, Draft, Kind, Packed};
use servanda::source::{Source, SourceId, Sources};
use servanda::{LoadError, Loader, Options, examine, format, import, import_packed, syntax};

use crate::docx::{pack, parts};
use crate::support::{check_expected, entries, read, repeatable, repository};

/// Reads what specs extend, below the folder of the examples.
struct Examples;

impl Loader for Examples {
    fn load(&mut self, path: &str) -> Result<String, LoadError> {
        std::fs::read_to_string(repository("examples").join(path)).map_err(|_| LoadError::Missing)
    }
}

/// The draft of a text; it is a spec in its own layout.
fn draft(name: &str, text: &str, kind: Kind) -> Draft {
    let draft = import(Source::new(name, text), kind).unwrap_or_else(|report| panic!("{name}: {report:#?}"));
    is_spec(&draft.text);
    draft
}

fn is_spec(text: &str) {
    let (_, findings) = syntax::parse(SourceId(0), text);
    let errors: Vec<_> =
        findings.iter().filter(|finding| finding.severity == servanda::diagnostic::Severity::Error).collect();
    assert!(errors.is_empty(), "{errors:#?}\n{text}");
    assert_eq!(format(Source::new("draft", text)).ok().as_deref(), Some(text), "it has its own layout");
}

/// The lines of the typed statements: without comments and clauses.
fn typed(text: &str) -> Vec<&str> {
    let clauses = text.find("\nclause ").unwrap_or(text.len());
    text[..clauses].lines().filter(|line| !line.trim().is_empty() && !line.trim_start().starts_with('#')).collect()
}

/// What a draft says about the subjects that a contract must bring back.
fn facts(text: &str) -> BTreeSet<String> {
    let mut facts = BTreeSet::new();
    let mut holes: Vec<String> = Vec::new();
    let (mut section, mut level, mut head, mut calendar) = ("", String::new(), Vec::new(), String::new());
    for line in typed(text) {
        let depth = line.len() - line.trim_start().len();
        let words = line.split_whitespace().collect::<Vec<_>>().join(" ");
        match depth {
            0 => section = line.split(' ').next().unwrap_or(""),
            2 => {
                level.clone_from(&words);
                calendar.clone_from(&words);
            }
            _ => {}
        }
        let told = match section {
            "parameters" => {
                holes.push(words.rsplit_once(' ').map_or(words.clone(), |(name, _)| name.to_owned()));
                None
            }
            "parties" if depth == 2 => Some(words),
            "severities" if depth == 2 => Some(format!("severity {words}")),
            "calendars" if depth == 4 => Some(format!("{calendar} {words}")),
            "levels" if words.starts_with('|') => {
                let cells: Vec<String> =
                    words.trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect();
                if cells[0] == "severity" {
                    head = cells;
                } else {
                    let says = |cell: &String| cell != "-" && !holes.contains(cell);
                    for (column, cell) in cells.iter().enumerate().skip(1).filter(|(_, cell)| says(cell)) {
                        facts.insert(format!("{level}: {} {} {cell}", cells[0], head[column]));
                    }
                }
                None
            }
            "levels" if depth == 4 && words.starts_with("at least") => Some(format!("{level}: {words}")),
            "penalties"
                if depth == 4
                    && (words.starts_with("below")
                        || words.starts_with("at or below")
                        || words.starts_with("at most")) =>
            {
                Some(format!("{level}: {words}"))
            }
            "penalties"
                if depth == 2
                    && (words.starts_with("at most")
                        || words.starts_with("claim within")
                        || words.starts_with("given")) =>
            {
                Some(words)
            }
            "disputes" if depth == 2 && (words.starts_with("courts") || words.starts_with("governing")) => Some(words),
            _ => None,
        };
        facts.extend(told);
    }
    facts
}

/// The same of a policy.
fn facts_of(policy: &serde_json::Value) -> BTreeSet<String> {
    let mut facts = BTreeSet::new();
    let agreement = &policy["agreement"];
    let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    for party in ["provider", "customer"] {
        let (told, identity) = (&agreement["parties"][party], &agreement["parties"][party]["identity"]);
        let who = match (identity["named"].as_str(), identity["anyone_who"].as_str()) {
            (Some(name), _) => format!("\"{name}\""),
            (_, Some(who)) => format!("anyone who \"{who}\""),
            _ => format!("{identity}"),
        };
        facts.insert(format!("{party} {who} as {}", text(&told["name"])));
    }
    for severity in list(&agreement["severities"]["entries"]) {
        let when = severity["criteria"].as_str().map(|when| format!(" when \"{when}\"")).unwrap_or_default();
        facts.insert(format!("severity {} \"{}\"{when}", text(&severity["name"]), text(&severity["title"])));
    }
    for level in list(&agreement["levels"]) {
        let services: Vec<String> = list(&level["services"]).iter().map(text).collect();
        let of = format!("{}{}", if level["each"] == true { "each of " } else { "" }, services.join(", "));
        let name = text(&level["name"]);
        if let Some(uptime) = level["indicator"].get("uptime") {
            let cycle = level["judged"]["each"]
                .as_str()
                .map(|each| format!(" each {}", each.replace('_', " ")))
                .unwrap_or_default();
            let during =
                uptime["during"]["calendar"].as_str().map(|name| format!(" during {name}")).unwrap_or_default();
            let at_least = text(&level["target"]["threshold"]["percent"]);
            facts.insert(format!("uptime of {of} as {name}: at least {at_least}{cycle}{during}"));
        }
        for row in list(&level["indicator"]["support_times"]["rows"]) {
            let about = format!("times of {of} as {name}: {}", text(&row["severity"]));
            for measure in ["response", "acknowledgement", "update", "workaround", "resolution", "onsite", "parts"] {
                facts.extend(row[measure].as_str().map(|time| format!("{about} {measure} {time}")));
            }
            let clock = if row["clock"] == "always" { "24x7".to_owned() } else { text(&row["clock"]["calendar"]) };
            facts.insert(format!("{about} clock {clock}"));
            facts.extend(row["met_by"].as_str().map(|share| format!("{about} met by {share}")));
        }
    }
    let penalties = &agreement["penalties"];
    for rule in list(&penalties["credits"]) {
        let levels: Vec<String> = list(&rule["levels"]).iter().map(text).collect();
        let base = base(&rule["base"]).map(|base| format!(" from {base}")).unwrap_or_default();
        let about = format!("credits for {}{base}", levels.join(", "));
        for band in list(&rule["bands"]) {
            if let (Some(limit), Some(share)) = (band["limit"]["percent"].as_str(), band["award"]["share"].as_str()) {
                facts.insert(format!("{about}: {} {limit} credit {share}", text(&band["edge"]).replace('_', " ")));
            }
        }
        facts.extend(list(&rule["caps"]).iter().filter_map(cap).map(|cap| format!("{about}: {cap}")));
    }
    facts.extend(list(&penalties["caps"]).iter().filter_map(cap));
    let claim = &penalties["claim"];
    if claim["automatic"] == true {
        facts.insert("given without a claim".to_owned());
    } else if let Some(within) = claim["within"].as_str() {
        let after = match (claim["after"].as_str(), claim["after"]["end_of"].as_str()) {
            (Some(after), _) => format!("the {after}"),
            (_, Some(unit)) => format!("the end of the {unit}"),
            _ => format!("\"{}\"", text(&claim["after"]["words"])),
        };
        facts.insert(format!("claim within {within} after {after}"));
    }
    facts.extend(agreement["disputes"]["governing_law"].as_str().map(|law| format!("governing law \"{law}\"")));
    for step in list(&agreement["disputes"]["steps"]) {
        facts.extend(step["kind"]["courts"]["place"].as_str().map(|of| format!("courts of \"{of}\"")));
    }
    facts
}

fn list(value: &serde_json::Value) -> &[serde_json::Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn base(base: &serde_json::Value) -> Option<String> {
    if base == "affected_service" {
        return Some("the fee of the affected service".to_owned());
    }
    if base == "monthly_invoice" {
        return Some("the monthly invoice".to_owned());
    }
    if let Some(service) = base["service_fee"].as_str() {
        return Some(format!("the fee of {service}"));
    }
    if let Some(words) = base["words"].as_str() {
        return Some(format!("\"{words}\""));
    }
    let fees = &base["fees"];
    let services: Vec<&str> = list(&fees["services"]).iter().filter_map(serde_json::Value::as_str).collect();
    let of = if services.is_empty() { String::new() } else { format!(" of {}", services.join(", ")) };
    let period = if fees["for_period"] == true { " for the period" } else { "" };
    fees.is_object().then(|| format!("the fees{of}{period}"))
}

fn cap(cap: &serde_json::Value) -> Option<String> {
    let share = &cap["amount"]["share"];
    let amount = match share["share"].as_str() {
        Some(percent) => format!("{percent} of {}", base(&share["of"])?),
        None => format!("{}", cap["amount"]),
    };
    let each = cap["each"]["each"].as_str().map(|each| format!(" each {}", each.replace('_', " ")));
    let each = each.or_else(|| (cap["each"] == "period").then(|| " each period".to_owned())).unwrap_or_default();
    let incident = if cap["per_incident"] == true { " for one incident" } else { "" };
    Some(format!("at most {amount}{each}{incident}"))
}

/// The contract of an example as Markdown and as HTML, and its policy.
fn built(path: &str) -> (String, String, serde_json::Value) {
    let mut spec = examine(Source::new(path, read(path)), &mut Examples, &Options::default());
    let outputs = [Output::Markdown, Output::Html, Output::PolicyJson];
    let files = spec.build(&outputs, &BTreeMap::new(), None).unwrap_or_else(|| panic!("{path}: {:#?}", spec.report));
    let text = |at: usize| String::from_utf8(files[at].1.clone()).expect("UTF-8");
    (text(0), text(1), serde_json::from_slice(&files[2].1).expect("JSON"))
}

/// What our own contracts say comes back as it was said, or stays a clause: no value of a draft differs from the policy
/// that the contract was made of. What comes back, and what does not, is listed.
#[test]
fn our_own_contracts_come_back() {
    let mut told = String::new();
    let mut wrong = Vec::new();
    let (mut back, mut all) = (0, 0);
    let paths = ["examples", "examples/customers", "examples/real"].into_iter().flat_map(entries);
    for path in paths.filter(|path| path.ends_with(".sla")) {
        let (contract, html, policy) = built(&path);
        let expected = facts_of(&policy);
        let found = facts(&draft("contract.md", &contract, Kind::Markdown).text);
        assert_eq!(facts(&draft("contract.html", &html, Kind::Html).text), found, "{path}: the HTML says the same");
        // Hours are no fact of a policy's rows; they are compared by the times that name them.
        let strange = found.difference(&expected).filter(|fact| !fact.contains(" open ") && !fact.contains(" closed "));
        wrong.extend(strange.map(|fact| format!("{path}: {fact}")));
        back += expected.intersection(&found).count();
        all += expected.len();
        let _ = writeln!(told, "{path}: {} of {}", expected.intersection(&found).count(), expected.len());
        for fact in expected.difference(&found) {
            let _ = writeln!(told, "  stays a clause: {fact}");
        }
    }
    let _ = writeln!(told, "all: {back} of {all}");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    check_expected("tests/cases/import/round-trip.txt", &told);
}

/// Texts in our own wording, as others write theirs, with the drafts that they give.
#[test]
fn contracts_of_others_are_read() {
    for path in entries("tests/cases/import") {
        let Some(stem) = [".md", ".txt", ".html"].iter().find_map(|ending| path.strip_suffix(ending)) else { continue };
        if stem.ends_with("round-trip") {
            continue;
        }
        let name = path.rsplit('/').next().unwrap_or_default();
        let text = read(&path);
        let draft = draft(name, &text, Kind::of(name));
        nothing_is_lost(name, &text, Kind::of(name), &draft.text);
        check_expected(&format!("{stem}.sla"), &draft.text);
    }
}

/// Letters and digits only: how words are wrapped, quoted and marked makes no difference.
fn bare(text: &str) -> String {
    text.chars().filter(|letter| letter.is_alphanumeric()).collect()
}

/// Each sentence of a source stands in its draft: in a clause, or in the comment of a statement.
fn nothing_is_lost(name: &str, text: &str, kind: Kind, draft: &str) {
    let mut sources = Sources::default();
    let id = sources.add(Source::new(name, text));
    let document = prose::read(sources.get(id).expect("just added"), id, kind);
    let said = bare(draft);
    for block in &document.blocks {
        // A full stop and a capital end a sentence, as far as this test needs to know.
        for sentence in block.text.split_inclusive(". ") {
            assert!(said.contains(&bare(sentence)), "{name} loses `{sentence}`\n{draft}");
        }
    }
}

#[test]
fn nothing_of_our_own_contracts_is_lost() {
    for path in ["examples/north-star.sla", "examples/help-desk.sla", "examples/real/german-hosting.sla"] {
        let (contract, ..) = built(path);
        nothing_is_lost(path, &contract, Kind::Markdown, &draft(path, &contract, Kind::Markdown).text);
    }
    let received = "examples/received/hosting-terms.md";
    nothing_is_lost(received, &read(received), Kind::Markdown, &draft(received, &read(received), Kind::Markdown).text);
}

/// The same agreement as a Word file: places are sections.
#[test]
fn word_files_are_drafted() {
    let packed = pack(&parts(&read("tests/cases/docx/numbering.parts")));
    let draft = import_packed("their.docx", &packed, Packed::Docx, Changes::Accepted).expect("a draft");
    is_spec(&draft.text);
    check_expected("tests/cases/import/numbering.docx.sla", &draft.text);
}

#[test]
fn a_title_of_brackets_gives_a_spec() {
    for kind in [Kind::Markdown, Kind::Html, Kind::Text] {
        draft("brackets", &format!("{} ", "(".repeat(56)), kind);
    }
}

proptest! {
    #![proptest_config(repeatable(64))]

    #[test]
    fn any_text_gives_a_spec(text in "\\PC{0,300}") {
        for kind in [Kind::Markdown, Kind::Html, Kind::Text] {
            draft("any", &text, kind);
        }
    }

    /// Words that the readers look for, in any order, with marks that mean something in a spec.
    #[test]
    fn any_words_give_a_spec(text in "((between|Acme, Inc\\.|\\(\"Acme\", \"we\"\\)|and|\\(the \"Customer\"\\)|# |## Support|\\| Severity \\| Response \\| Resolution \\|\n|\\|---\\|---\\|---\\|\n|\\| P1 – Critical \\| 1 hour \\| 2 to 3 days \\|\n|This agreement lasts|renews for|thirty \\(30\\) days|99\\.9%|Uptime is at least|each calendar month|below 99%|credit of 10% of the fee|governed by the laws of|courts of|\"\"\"|\\{channels\\}|\\{Name\\}|\"Term\" means|Maintenance takes place|Sunday 02:00 to 04:00|within|claim|1 January 2027|\u{202e}|\u{e000}|EUR 500|’|Support Hours are Monday to Friday 9:00 am to 5:00 pm|\\.|;|:|,|\n\n|- ) ?){0,60}") {
        for kind in [Kind::Markdown, Kind::Text] {
            draft("words", &text, kind);
        }
    }

    #[test]
    fn any_damage_gives_a_spec(places in prop::collection::vec((any::<usize>(), any::<char>()), 1..24)) {
        let mut letters: Vec<char> = read("examples/received/hosting-terms.md").chars().collect();
        for (at, letter) in places {
            let at = at % letters.len();
            letters[at] = letter;
        }
        draft("damaged.md", &letters.into_iter().collect::<String>(), Kind::Markdown);
    }
}
