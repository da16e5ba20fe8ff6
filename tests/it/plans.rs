//! Several plans in one spec: one contract with a column a plan, one policy with all of them, one verdict.

use std::collections::BTreeMap;

use servanda::config::Output;
use servanda::diagnostic::{Format, Options, render};
use servanda::model::PlanChoice;
use servanda::policy;
use servanda::source::{Source, Sources};
use servanda::{LoadError, Loader, Spec, examine};

use crate::support::{check_expected, read};

const EXAMPLE: &str = "examples/plans.sla";
const PLANS: [&str; 3] = ["Gold", "Silver", "Bronze"];

struct NoFiles;

impl Loader for NoFiles {
    fn load(&mut self, _: &str) -> Result<String, LoadError> {
        Err(LoadError::Missing)
    }
}

fn examined(name: &str, text: &str, plan: Option<&str>) -> Spec {
    let options = servanda::Options { plan: plan.map(str::to_owned), ..Default::default() };
    examine(Source::new(name, text), &mut NoFiles, &options)
}

fn built(plan: Option<&str>, output: Output) -> String {
    let mut spec = examined(EXAMPLE, &read(EXAMPLE), plan);
    let files = spec.build(&[output], &BTreeMap::new(), None).expect("the example is built");
    String::from_utf8(files[0].1.clone()).expect("text")
}

fn findings(spec: &Spec) -> String {
    render(Format::Human, &spec.report.diagnostics, &spec.report.sources, &Options::default())
}

#[test]
fn one_contract_holds_all_plans() {
    check_expected("tests/cases/contract/plans.md", &built(None, Output::Markdown));
}

#[test]
fn a_chosen_plan_is_the_only_one() {
    for plan in PLANS {
        let contract = built(Some(&plan.to_lowercase()), Output::Markdown);
        assert!(contract.contains(&format!("Customer has chosen the plan {plan}.")), "{plan}");
        assert!(!PLANS.iter().any(|other| *other != plan && contract.contains(other)), "{plan}");
        assert_eq!(contract.contains("Telephone"), plan != "Bronze", "{plan}");
        assert_eq!(contract.contains("Service Management"), plan == "Gold", "{plan}");
    }
}

/// A sentence that all plans' own contracts have stands in the common contract as often as in one of them.
#[test]
fn what_all_plans_say_stands_once() {
    let whole = built(None, Output::Markdown);
    let own: Vec<String> = PLANS.iter().map(|plan| built(Some(plan), Output::Markdown)).collect();
    // The words behind a number: numbers and references differ with what stands before.
    let words = |line: &str| {
        let (_, words) =
            line.split_once(' ').filter(|(number, _)| number.ends_with(|last: char| last.is_ascii_digit()))?;
        (!words.contains("](#")).then(|| words.to_owned())
    };
    let sentences: Vec<String> = own[0].lines().filter_map(words).collect();
    let common = sentences.iter().filter(|words| own.iter().all(|contract| contract.contains(*words)));
    let common: Vec<&String> = common.filter(|words| words.len() > 40).collect();
    assert!(common.len() > 40, "{}", common.len());
    for words in common {
        let most = own.iter().map(|contract| contract.matches(words.as_str()).count()).max();
        assert_eq!(Some(whole.matches(words.as_str()).count()), most, "{words}");
    }
}

#[test]
fn the_policy_has_each_plan_as_if_it_were_chosen() {
    let text = built(None, Output::PolicyJson);
    let mut sources = Sources::default();
    let source = sources.add(Source::new("policy.json", text.as_str()));
    let all = policy::read(source, &text).expect("a policy that was just written");
    assert_eq!(policy::to_json(&all), text);
    assert_eq!(all.agreements().count(), PLANS.len());
    for (agreement, plan) in all.agreements().zip(PLANS) {
        assert_eq!(agreement.plan_choice, PlanChoice::StatedIn("the Order".into()));
        let mut alone = agreement.clone();
        alone.plan_choice = PlanChoice::Made;
        let chosen: policy::Policy = serde_json::from_str(&built(Some(plan), Output::PolicyJson)).expect("a policy");
        assert_eq!(alone, chosen.agreement);
    }
    let downtime: Vec<i64> = std::iter::once(&all.computed)
        .chain(all.other_plans.iter().map(|terms| &terms.computed))
        .map(|computed| computed.downtime[0].cycles[2].allowed_seconds)
        .collect();
    // March 2027 in Berlin: 44,580 minutes.
    assert_eq!(downtime, [4 * 60 + 27, 44 * 60 + 34, 3 * 3600 + 42 * 60 + 54]);
}

#[test]
fn findings_name_the_plans_they_are_about() {
    let text = read("tests/cases/plans/open.sla");
    check_expected("tests/cases/plans/open.txt", &findings(&examined("open.sla", &text, None)));
    check_expected("tests/cases/plans/unknown.txt", &findings(&examined("open.sla", &text, Some("glod"))));
}

/// No cell of the table of plans is without effect on the contract.
#[test]
fn every_value_of_a_plan_is_in_the_contract() {
    let text = read(EXAMPLE);
    let whole = built(None, Output::Markdown);
    for (from, to) in [
        ("99.9% ", "99.8% "),
        ("EUR 250 ", "EUR 260 "),
        ("4 business hours", "5 business hours"),
        ("2 business days", "3 business days"),
        ("| yes     | no ", "| no      | no "),
        ("EUR 50 ", "EUR 60 "),
        ("30 days | - ", "31 days | - "),
        ("plans chosen in \"the Order\"", "plans"),
    ] {
        assert!(text.contains(from), "{from}");
        let mut spec = examined(EXAMPLE, &text.replacen(from, to, 1), None);
        let files = spec.build(&[Output::Markdown], &BTreeMap::new(), None).expect(from);
        assert_ne!(String::from_utf8_lossy(&files[0].1), whole, "{from}");
    }
}
