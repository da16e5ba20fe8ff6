//! The examples of `docs/semantics.md` about downtime, metrics and credits.
//!
//! A box `downtime` gives spans in minutes, a box `metric` a formula and what was counted, a box `credits` the
//! statements of a spec whose `for example … gives …` lines the tool computes anew.

use std::collections::BTreeMap;

use servanda::evaluate::formula::{Exact, Observation, Observations, measure, value};
use servanda::evaluate::outages::{ExcludedAs, Seconds, all_down, availability, by_probes, chronic, lasting, length};
use servanda::evaluate::sums::{capped, earned_back, lost_time};
use servanda::evaluate::verdict::{Verdict, compared, share_within, verdict};
use servanda::model::{Indicator, Money, Quantity};
use servanda::source::Source;
use servanda::{LoadError, Loader, Options, examine};

/// Answers a box of this kind; none for boxes of other kinds.
pub(super) fn answered(kind: &str, text: &str) -> Option<String> {
    match kind {
        "downtime" => Some(each_line(text, downtime())),
        "metric" => Some(each_line(text, metric(text))),
        "level" => Some(each_line(text, level(text))),
        "sums" => Some(each_line(text, sums())),
        "credits" => {
            computed_by_the_tool(text);
            Some(text.to_owned())
        }
        _ => None,
    }
}

/// The text with the answer after each line that has one.
fn each_line(text: &str, mut answer: impl FnMut(&str) -> Option<String>) -> String {
    let answered = text.lines().map(|line| {
        let question = line.split(" => ").next().unwrap_or(line).trim_end();
        answer(question.trim()).map_or_else(|| question.to_owned(), |answer| format!("{question} => {answer}"))
    });
    answered.map(|line| line + "\n").collect()
}

/// `above 10-12, 20-26 lasting 5`, `probes 1=up 2=down … failing 3 passing 2`, `down 10-20`, `excluded 5-15`,
/// `both 0-10 and 5-20`, `counted 0-100`, `available`, `missed yes no yes in 2 of 3`.
fn downtime() -> impl FnMut(&str) -> Option<String> {
    let (mut counted, mut down, mut excluded) = (Vec::new(), Vec::new(), Vec::new());
    move |question| {
        let (word, rest) = question.split_once(' ').unwrap_or((question, ""));
        match word {
            "counted" => {
                counted = spans(rest);
                None
            }
            "down" => {
                down = spans(rest);
                None
            }
            "excluded" => {
                excluded = spans(rest);
                None
            }
            "above" => {
                let (above, minutes) = rest.split_once(" lasting ").expect("a length");
                Some(shown(&lasting(&spans(above), minutes.parse::<i64>().expect("minutes") * 60)))
            }
            "both" => {
                let services: Vec<Vec<Seconds>> = rest.split(" and ").map(spans).collect();
                Some(shown(&all_down(&services)))
            }
            "probes" => {
                let (probes, limits) = rest.split_once(" failing ").expect("limits");
                let (failing, passing) = limits.split_once(" passing ").expect("limits");
                let probes: Vec<(i64, bool)> =
                    probes.split(' ').zip(0..).map(|(probe, minute)| (minute * 60, probe == "up")).collect();
                let end = i64::try_from(probes.len()).expect("few") * 60;
                let outages =
                    by_probes(&probes, failing.parse().expect("a count"), passing.parse().expect("a count"), end);
                Some(shown(&outages))
            }
            "available" => {
                let counts_as = if rest == "with excluded as up" { ExcludedAs::Up } else { ExcludedAs::Neither };
                Some(availability(&counted, &down, &excluded, counts_as).map_or("no time counts".to_owned(), percent))
            }
            "missed" => {
                let (cycles, limit) = rest.split_once(" in ").expect("a limit");
                let (misses, of) = limit.split_once(" of ").expect("a limit");
                let cycles: Vec<bool> = cycles.split(' ').map(|cycle| cycle == "yes").collect();
                let arises = chronic(&cycles, misses.parse().expect("a count"), of.parse().expect("a count"));
                Some(if arises { "the right arises" } else { "no right yet" }.to_owned())
            }
            _ => None,
        }
    }
}

/// `is FORMULA`, `empty hour is 100%`, `hours 0 1 2`, then `Input [group=key] value …` and `gives`.
fn metric(text: &str) -> impl FnMut(&str) -> Option<String> {
    let inputs: Vec<&str> = text
        .lines()
        .filter_map(|line| line.strip_prefix("counts ").or_else(|| line.strip_prefix("measures ")))
        .collect();
    let declared: String = inputs.iter().map(|input| format!("    measures {input} as \"…\"\n")).collect();
    let mut formula = None;
    let mut from = Observations::default();
    let inputs: Vec<String> = inputs.into_iter().map(str::to_owned).collect();
    move |question| {
        let (word, rest) = question.split_once(' ').unwrap_or((question, ""));
        match word {
            "is" => {
                let spec = spec_with(&format!("metrics\n  Figure\n{declared}    is {rest}\n"), "at least 99%");
                formula = spec.agreement().and_then(|agreement| Some(agreement.metrics.first()?.formula.clone()));
                assert!(formula.is_some(), "{:#?}", spec.report.diagnostics);
                None
            }
            "hours" => {
                from.known.insert("hour".to_owned(), rest.split(' ').map(str::to_owned).collect());
                None
            }
            "intervals" => {
                let (by, keys) = rest.split_at(rest.find("minutes").expect("minutes") + "minutes".len());
                from.known.insert(by.to_owned(), keys.split_whitespace().map(str::to_owned).collect());
                None
            }
            "empty" => {
                let (_, worth) = rest.split_once(" is ").expect("a value");
                from.empty_group = Some(number(worth));
                None
            }
            "gives" => Some(value(formula.as_ref()?, &from).map_or("nothing".to_owned(), plain)),
            "seen" => {
                let input = inputs.iter().find(|input| rest.starts_with(*input)).expect("an input");
                let mut groups = BTreeMap::new();
                for part in rest[input.len()..].split_whitespace() {
                    match part.split_once('=') {
                        Some((group, key)) => drop(groups.insert(group.replace('_', " "), key.to_owned())),
                        None => from.all.push(Observation {
                            input: input.clone(),
                            value: number(part),
                            groups: groups.clone(),
                        }),
                    }
                }
                None
            }
            _ => None,
        }
    }
}

/// The statements of a level, then `judged 18 of 20`, `judged 99.949% of 1000` or `lasted 5 20 31 open`.
fn level(text: &str) -> impl FnMut(&str) -> Option<String> {
    let question = |line: &&str| line.starts_with("judged ") || line.starts_with("lasted ");
    let statements: String =
        text.lines().take_while(|line| !question(line)).map(|line| format!("  {line}\n")).collect();
    let spec = spec_with(&format!("levels\n{statements}"), "at least 99%");
    let agreement = spec.agreement().unwrap_or_else(|| panic!("{:#?}", spec.report.diagnostics));
    let level = agreement.levels.last().expect("the level").clone();
    move |question| {
        let (word, rest) = question.split_once(' ')?;
        let (figure, events) = match word {
            "judged" => {
                let (figure, events) = rest.split_once(" of ")?;
                let all: u64 = events.parse().expect("a count");
                let share = if figure.ends_with('%') { number(figure) } else { number(figure) / number(events) };
                (share, all)
            }
            "lasted" => {
                let Indicator::ShareWithin(share) = &level.indicator else { panic!("a share within a time") };
                let limit = (measure(&Quantity::Duration(share.within)) / number("1000")).to_integer();
                let lengths: Vec<Option<i64>> = rest.split(' ').map(|length| length.parse().ok()).collect();
                let limit = i64::try_from(limit).expect("seconds");
                (share_within(&lengths, limit)?, u64::try_from(lengths.len()).expect("few"))
            }
            _ => return None,
        };
        let verdict = match verdict(&level, figure, events)? {
            Verdict::NotJudged => return Some("not judged".to_owned()),
            Verdict::Met => "met",
            Verdict::Missed => "missed",
        };
        Some(format!("{}, {verdict}", percent(compared(&level, figure)?)))
    }
}

/// `incident at most …`, `level at most …`, `all at most …`, then `credits INCIDENT + INCIDENT; LEVEL`;
/// `lost 45 of 44640 minutes, 3 times EUR 1800`; `missed yes no no in 2`.
fn sums() -> impl FnMut(&str) -> Option<String> {
    let mut most: BTreeMap<String, Money> = BTreeMap::new();
    move |question| {
        let (word, rest) = question.split_once(' ')?;
        match word {
            "incident" | "level" | "all" => {
                most.insert(word.to_owned(), money(rest.strip_prefix("at most ")?));
                None
            }
            "credits" => {
                let cap = |word: &str| most.get(word).copied();
                let levels: Vec<Money> = rest
                    .split("; ")
                    .map(|level| {
                        let incidents: Vec<Money> = level
                            .split(" + ")
                            .map(|incident| capped(&[money(incident)], cap("incident")).expect("a sum"))
                            .collect();
                        capped(&incidents, cap("level")).expect("a sum")
                    })
                    .collect();
                let each: Vec<String> = levels.iter().map(ToString::to_string).collect();
                Some(format!("{}, together {}", each.join(" and "), capped(&levels, cap("all"))?))
            }
            "lost" => {
                let (time, worth) = rest.split_once(" minutes, ")?;
                let (down, counted) = time.split_once(" of ")?;
                let (times, fee) = worth.split_once(" times ")?;
                let minutes = |text: &str| text.parse::<i64>().expect("minutes") * 60;
                let credit = lost_time(times.parse().expect("a number"), money(fee), minutes(down), minutes(counted));
                Some(credit?.to_string())
            }
            "missed" => {
                let (cycles, in_a_row) = rest.split_once(" back after ")?;
                let cycles: Vec<bool> = cycles.split(' ').map(|cycle| cycle == "yes").collect();
                let back = earned_back(&cycles, in_a_row.parse().expect("a count"));
                let back: Vec<String> = back.iter().map(|at| format!("month {}", at + 1)).collect();
                Some(if back.is_empty() { "nothing".to_owned() } else { back.join(", ") })
            }
            _ => None,
        }
    }
}

fn money(text: &str) -> Money {
    let (currency, amount) = text.split_once(' ').expect("money");
    Money::from_major(amount.parse().expect("a number"), currency.parse().expect("a currency")).expect("an amount")
}

/// A spec with these sections in it, which must be free of errors: every example in it is computed anew.
fn computed_by_the_tool(sections: &str) {
    let spec = spec_with(sections, "at least 99%");
    assert!(
        !spec.has_errors(),
        "{sections}
{:#?}",
        spec.report.diagnostics
    );
}

/// The base with these sections, and another target for its level `Uptime`.
pub(super) fn spec_with(sections: &str, target: &str) -> servanda::Spec {
    struct Alone;
    impl Loader for Alone {
        fn load(&mut self, _: &str) -> Result<String, LoadError> {
            Err(LoadError::Missing)
        }
    }
    let base = include_str!("../../cases/evaluate/base.sla");
    // What follows the first line of a target stands below the level, too.
    let (first, more) = target.split_once('\n').unwrap_or((target, ""));
    let base = base.replacen("at least 99% each month", &format!("{first} each month\n{more}"), 1);
    examine(Source::new("semantics.sla", format!("{base}\n{sections}")), &mut Alone, &Options::default())
}

/// `10-12, 20-26`, in minutes.
fn spans(text: &str) -> Vec<Seconds> {
    let minutes = |text: &str| text.trim().parse::<i64>().expect("minutes") * 60;
    let span = |part: &str| part.split_once('-').map(|(from, to)| (minutes(from), minutes(to))).expect("a span");
    text.split(", ").filter(|part| !part.is_empty()).map(span).collect()
}

fn shown(spans: &[Seconds]) -> String {
    let each: Vec<String> = spans.iter().map(|(from, to)| format!("{}-{}", from / 60, to / 60)).collect();
    format!(
        "{} minutes down: {}",
        length(spans) / 60,
        if each.is_empty() { "none".to_owned() } else { each.join(", ") }
    )
}

fn number(text: &str) -> Exact {
    match text.strip_suffix('%') {
        Some(percent) => number(percent) / Exact::from_integer(100),
        None => {
            let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
            let scale = 10_i128.pow(u32::try_from(decimals.len()).expect("few"));
            Exact::new(format!("{whole}{decimals}").parse().expect("digits"), scale)
        }
    }
}

fn plain(value: Exact) -> String {
    if value.is_integer() { value.to_string() } else { format!("{value}, about {}", percent(value)) }
}

fn percent(value: Exact) -> String {
    let thousandths = (value * Exact::from_integer(100_000)).floor().to_integer();
    format!("{}.{:03}%", thousandths / 1000, thousandths % 1000)
}
