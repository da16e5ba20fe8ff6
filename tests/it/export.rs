//! Exports: each target's files for each example, the report of what does not fit, and names that are missing.
//!
//! What is expected lies in `tests/cases/export/TARGET/EXAMPLE/`; `SERVANDA_UPDATE=1` writes it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use servanda::export::{Carries, Exporter, Input, NameValue, Names, Verdict, Wanted, export, exporters, matrix};
use servanda::policy::Policy;
use servanda::source::Source;
use servanda::{LoadError, Loader, Options, examine};

use crate::support::{check_expected, entries, read, repository};

/// Reads below `examples/`.
struct Examples;

impl Loader for Examples {
    fn load(&mut self, path: &str) -> Result<String, LoadError> {
        Ok(read(&format!("examples/{path}")))
    }
}

/// A policy whose names and texts have quotes, line ends, formulas, shell characters, emoji, and words that YAML takes
/// for other things.
const HOSTILE: &str = "tests/cases/export/hostile.policy.json";

/// The examples that can be exported, and the hostile policy: stem and policy.
fn policies() -> Vec<(String, Policy)> {
    let hostile = servanda::read_policy(Source::new(HOSTILE, read(HOSTILE)));
    let hostile = hostile.unwrap_or_else(|report| panic!("{:?}", report.diagnostics));
    let specs = ["examples", "examples/customers", "examples/real"].into_iter().flat_map(entries);
    specs
        .filter(|path| path.ends_with(".sla"))
        .filter_map(|path| {
            let spec = examine(Source::new(&path, read(&path)), &mut Examples, &Options::default());
            let stem = Path::new(&path).file_stem()?.to_string_lossy().into_owned();
            Some((stem, spec.policy()?.clone()))
        })
        // Of several plans one is chosen first.
        .filter(|(_, policy)| policy.other_plans.is_empty())
        .chain([("hostile".to_owned(), hostile)])
        .collect()
}

/// A name for everything that is asked for.
fn named(exporter: &dyn Exporter, input: &Input<'_>) -> Names {
    let Ok(asked) = export(exporter, input, &Names::default()) else { return Names::default() };
    Names::new(names_for(&asked.wanted))
}

/// An entry of `names.toml` for each name that is not known.
fn names_for(asked: &[Wanted]) -> impl Iterator<Item = ((String, String, String), NameValue)> {
    let wanted = asked.iter().enumerate().filter(|(_, wanted)| wanted.known.is_none());
    wanted.map(|(at, wanted)| {
        let key = (wanted.target.to_owned(), wanted.kind.to_owned(), wanted.key.clone());
        let number = i64::try_from(at).expect("few names") + 1001;
        let start = if wanted.what.contains("URL") { "https://tenant.example/" } else { "" };
        let text = NameValue::Text(format!("{start}{}_{number}", wanted.kind));
        (key, if wanted.number { NameValue::Number(number) } else { text })
    })
}

#[test]
fn each_example_has_its_expected_files() {
    let update = std::env::var_os("SERVANDA_UPDATE").is_some_and(|value| value == "1");
    for (stem, policy) in policies() {
        let input = Input::new(&policy, &stem);
        for exporter in exporters() {
            let folder = format!("tests/cases/export/{}/{stem}", exporter.name());
            if update {
                let _ = std::fs::remove_dir_all(repository(&folder));
            }
            let (mut files, text) = match export(*exporter, &input, &named(*exporter, &input)) {
                Ok(exported) => {
                    assert!(exported.missing.is_empty(), "{folder}: {:?}", exported.missing);
                    let (strays, forgotten) = exported.fit.mistakes();
                    assert!(strays.is_empty(), "{folder}: judged, but not there: {strays:?}");
                    assert!(forgotten.is_empty(), "{folder}: not judged: {forgotten:?}");
                    (exported.files, exported.fit.to_text())
                }
                Err(refused) => (Vec::new(), format!("refused: {}\nhelp: {}\n", refused.why, refused.help)),
            };
            files.push(servanda::export::File::text("fit.txt", text));
            for file in files {
                let path = format!("{folder}/{}", file.path);
                if update {
                    std::fs::create_dir_all(repository(&path).parent().expect("a folder")).expect("a folder");
                }
                match String::from_utf8(file.bytes) {
                    Ok(text) => check_expected(&path, &text),
                    Err(bytes) if update => {
                        std::fs::write(repository(&path), bytes.into_bytes()).expect("written");
                    }
                    Err(bytes) => {
                        let expected = std::fs::read(repository(&path)).expect("an expected file");
                        assert!(expected == bytes.into_bytes(), "{path} differs");
                    }
                }
            }
        }
    }
}

/// No statement fares better than the matrix says of its topic.
#[test]
fn the_matrix_tells_the_most_that_a_target_does() {
    let mut used: BTreeSet<(&str, &str)> = BTreeSet::new();
    for (stem, policy) in policies() {
        let input = Input::new(&policy, &stem);
        for exporter in exporters() {
            let Ok(exported) = export(*exporter, &input, &named(*exporter, &input)) else { continue };
            for (statement, verdict) in exported.fit.judged() {
                let topic = statement.topic;
                let most = exporter.carries(topic);
                let place = || format!("{stem}, {}: {}", exporter.name(), statement.place());
                match verdict {
                    Verdict::Exact => {
                        assert_eq!(most, Carries::Exact, "{}", place());
                        used.insert((exporter.name(), topic.words()));
                    }
                    Verdict::Approximated(_) => {
                        assert!(!matches!(most, Carries::Never(_)), "{}", place());
                        used.insert((exporter.name(), topic.words()));
                    }
                    Verdict::Dropped(_) => {}
                }
            }
        }
    }
    // What the matrix promises is kept for some example.
    for exporter in exporters() {
        for topic in servanda::export::Topic::ALL {
            let never = matches!(exporter.carries(topic), Carries::Never(_));
            assert!(
                never || used.contains(&(exporter.name(), topic.words())),
                "{}: no example shows `{}`",
                exporter.name(),
                topic.words()
            );
        }
    }
}

/// What `docs/exports.md` says of targets is made from the exporters; each has a page of its own.
#[test]
fn the_page_on_exports_has_the_matrix_and_a_page_for_each_target() {
    let line = |target: &&dyn Exporter| format!("- [`{0}`](exports/{0}.md): {1}\n", target.name(), target.title());
    let list: String = exporters().iter().map(line).collect();
    let page = between(&read("docs/exports.md"), "<!-- matrix -->\n", &matrix());
    check_expected("docs/exports.md", &between(&page, "<!-- targets -->\n", &list));
    let pages: BTreeSet<String> =
        exporters().iter().map(|target| format!("docs/exports/{}.md", target.name())).collect();
    assert_eq!(pages, entries("docs/exports").into_iter().collect());
    for exporter in exporters() {
        let name = exporter.name();
        assert_eq!(exporter.page(), read(&format!("docs/exports/{name}.md")));
        for part in ["## Before you begin", "## How to apply", "## Traps"] {
            assert!(exporter.page().contains(part), "{name}: {part}");
        }
    }
}

/// A page with what stands between a mark and the next end replaced.
fn between(page: &str, mark: &str, made: &str) -> String {
    let (before, rest) = page.split_once(mark).expect("the mark");
    let (_, after) = rest.split_once("<!-- end -->").expect("its end");
    format!("{before}{mark}{made}<!-- end -->{after}")
}

/// Without names nothing is written, all that is missing is told, and the template asks for just that.
#[test]
fn missing_names_are_listed_and_can_be_filled_in() {
    for (stem, policy) in policies() {
        let input = Input::new(&policy, &stem);
        for exporter in exporters() {
            let Ok(exported) = export(*exporter, &input, &Names::default()) else { continue };
            if exported.missing.is_empty() {
                continue;
            }
            assert!(exported.files.is_empty(), "{stem}, {}", exporter.name());
            let template = Names::template(&exported.wanted);
            assert_eq!(template.matches(" ?\n").count(), exported.missing.len(), "{template}");
            let filled: String = template
                .lines()
                .map(|line| line.strip_prefix("# \"").map_or(line.to_owned(), |rest| format!("\"{rest}")) + "\n")
                .enumerate()
                .map(|(at, line)| line.replace(" = \"\" #", &format!(" = \"given {at}\" #")))
                .collect();
            let names = servanda::export_names(Source::new("names.toml", &*filled))
                .unwrap_or_else(|report| panic!("{stem}, {}: {:?}\n{filled}", exporter.name(), report.diagnostics));
            let again = export(*exporter, &input, &names).expect("exported");
            assert!(again.missing.is_empty(), "{:?}", again.missing);
        }
    }
}

#[test]
fn the_same_policy_gives_the_same_bytes() {
    let (stem, policy) = policies().swap_remove(1);
    let input = Input::new(&policy, &stem);
    for exporter in exporters() {
        let names = named(*exporter, &input);
        let files = || export(*exporter, &input, &names).map(|exported| (exported.files, exported.fit.to_json()));
        assert_eq!(files(), files());
    }
}

/// What a person reads marks nothing up by the names and texts of the agreement.
#[test]
fn checklists_show_names_as_they_are() {
    use pulldown_cmark::{Event, Options, Parser, Tag};
    let mut lists = 0;
    for (stem, policy) in policies() {
        let input = Input::new(&policy, &stem);
        for exporter in exporters() {
            let Ok(exported) = export(*exporter, &input, &named(*exporter, &input)) else { continue };
            for file in exported.files.iter().filter(|file| file.path.ends_with(".md")) {
                lists += 1;
                let text = std::str::from_utf8(&file.bytes).expect("text");
                let boxes = text.lines().filter(|line| line.starts_with("- [ ] ")).count();
                let mut tasks = 0;
                for event in Parser::new_ext(text, Options::all()) {
                    let marked = match event {
                        Event::TaskListMarker(_) => {
                            tasks += 1;
                            false
                        }
                        Event::Html(_) | Event::InlineHtml(_) | Event::Code(_) | Event::FootnoteReference(_) => true,
                        Event::InlineMath(_) | Event::DisplayMath(_) => true,
                        Event::Start(
                            Tag::Link { .. } | Tag::Image { .. } | Tag::Emphasis | Tag::Strong | Tag::Strikethrough,
                        ) => true,
                        _ => false,
                    };
                    let allowed = text.starts_with("# Business hours") && matches!(event, Event::Code(_));
                    assert!(!marked || allowed, "{stem}, {}, {}: {event:?}", exporter.name(), file.path);
                }
                assert_eq!(tasks, boxes, "{stem}, {}, {}", exporter.name(), file.path);
            }
        }
    }
    assert!(lists > 20, "{lists} checklists");
}

/// A case of `refusals/`: a target, an example with changes of its words, and entries of `names.toml`, of which `*` is
/// any key; what is said stands beside it.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Refusal {
    to: String,
    from: String,
    #[serde(default)]
    change: BTreeMap<String, String>,
    #[serde(default)]
    names: BTreeMap<String, BTreeMap<String, toml::Value>>,
}

#[test]
fn what_does_not_fit_is_refused_in_words() {
    const FOLDER: &str = "tests/cases/export/refusals";
    let cases: Vec<_> = entries(FOLDER).into_iter().filter(|path| path.ends_with(".toml")).collect();
    assert!(cases.len() > 15, "{cases:?}");
    for case in cases {
        let refusal: Refusal = toml::from_str(&read(&case)).unwrap_or_else(|error| panic!("{case}: {error}"));
        let folders = ["examples", "examples/customers", "examples/real"].into_iter();
        let mut paths = folders.map(|folder| format!("{folder}/{}.sla", refusal.from));
        let path = paths.find(|path| Path::new(&repository(path)).is_file()).expect("an example");
        let mut spec = read(&path);
        for (old, new) in &refusal.change {
            assert!(spec.contains(old.as_str()), "{case}: {old}");
            spec = spec.replace(old.as_str(), new);
        }
        let spec = examine(Source::new(&path, spec), &mut Examples, &Options::default());
        let policy = spec.policy().unwrap_or_else(|| panic!("{case}: {:?}", spec.report.diagnostics));
        let input = Input::new(policy, &refusal.from);
        let exporter = servanda::export::exporter(&refusal.to).expect("a target");
        let asked = export(exporter, &input, &Names::default()).map(|asked| asked.wanted).unwrap_or_default();
        let given = asked.iter().filter_map(|wanted| {
            let kind = refusal.names.get(wanted.kind)?;
            let value = kind.get(&wanted.key).or_else(|| kind.get("*"))?;
            let value = match value {
                toml::Value::Integer(number) => NameValue::Number(*number),
                value => NameValue::Text(value.as_str().expect("a text or a number").to_owned()),
            };
            Some(((wanted.target.to_owned(), wanted.kind.to_owned(), wanted.key.clone()), value))
        });
        let names = Names::new(names_for(&asked).chain(given));
        let said = match export(exporter, &input, &names) {
            Err(refused) => format!("{}\nhelp: {}\n", refused.why, refused.help),
            Ok(_) => panic!("{case} is exported"),
        };
        check_expected(&case.replace(".toml", ".txt"), &said);
    }
}
