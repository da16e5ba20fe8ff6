//! The words that the author of a spec wrote, and what can be read from them.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{
    After, Agreement, ClockStart, Deadline, DownCondition, Excluded, Indicator, Name, PauseReason, RemedyKept,
    SeveralMissedThen, TerminationGround,
};
use crate::source::Span;

/// Some words of the spec.
pub(super) struct Words {
    /// What they say.
    pub(super) words: String,
    /// Where they stand, or the statement that they stand in.
    pub(super) origin: Span,
}

/// All words of the author in an agreement that say something about it.
pub(super) fn texts(agreement: &Agreement) -> Vec<Words> {
    let mut texts = Vec::new();
    let mut add = |words: &str, origin: Span| texts.push(Words { words: words.to_owned(), origin });
    for definition in &agreement.definitions {
        add(definition.meaning.as_str(), definition.meaning.span());
    }
    agreement.requests.iter().for_each(|request| add(&request.title, request.name.span()));
    for right in &agreement.period.terminations {
        if let TerminationGround::Reason { when, .. } = &right.ground {
            add(when.as_str(), right.origin.0);
        }
    }
    for service in &agreement.services {
        add(service.described_in.as_deref().unwrap_or_default(), service.name.span());
    }
    for severity in &agreement.severities.entries {
        if let Some(criteria) = &severity.criteria {
            add(criteria.as_str(), criteria.span());
        }
        severity.examples.iter().for_each(|example| add(example.as_str(), severity.name.span()));
        severity.falls.iter().for_each(|fall| add(fall.when.as_str(), severity.name.span()));
    }
    for level in &agreement.levels {
        for exclusion in &level.exclusions {
            if let Excluded::Words(words) = &exclusion.what {
                add(words.as_str(), exclusion.origin.0);
            }
            exclusion.only_if.iter().for_each(|words| add(words.as_str(), exclusion.origin.0));
        }
        let place = level.origin.0;
        level.counts_only_when.iter().for_each(|words| add(words.as_str(), place));
        level.fails_when.iter().for_each(|fails| add(fails.when.as_str(), place));
        match &level.indicator {
            Indicator::Uptime(uptime) => {
                uptime.errors_are.iter().for_each(|words| add(words.as_str(), place));
                for condition in &uptime.down_when {
                    if let DownCondition::Words { words, .. } = &condition.value {
                        add(words.as_str(), condition.span());
                    }
                }
            }
            Indicator::Ratio(ratio) => {
                add(ratio.good.as_str(), place);
                add(ratio.all.as_str(), place);
            }
            Indicator::ShareWithin(share) => {
                share.all.iter().for_each(|words| add(words.as_str(), place));
                if let Some(times) = &share.from_until {
                    add(times.from.as_str(), place);
                    add(times.until.as_str(), place);
                }
            }
            Indicator::Latency(latency) => latency.all.iter().for_each(|words| add(words.as_str(), place)),
            Indicator::SupportTimes(times) => {
                times.clock_stops.iter().for_each(|words| add(words.as_str(), place));
                for pause in &times.pauses {
                    if let PauseReason::While(words) = &pause.reason {
                        add(words.as_str(), place);
                    }
                }
                if let ClockStart::When(words) = &times.clock_starts {
                    add(words.as_str(), place);
                }
            }
            Indicator::Survey(_) | Indicator::Custom { .. } => {}
        }
    }
    for metric in &agreement.metrics {
        metric.inputs.iter().for_each(|input| add(input.meaning.as_str(), input.name.span()));
    }
    for duty in &agreement.obligations {
        add(duty.duty.as_str(), duty.duty.span());
        if let Some(Deadline::Within { after: After::Words(words), .. }) = &duty.deadline {
            add(words.as_str(), duty.duty.span());
        }
    }
    for report in &agreement.reports.entries {
        report.states.iter().for_each(|words| add(words.as_str(), report.origin.0));
    }
    if let Some(penalties) = &agreement.penalties {
        if let Some(claim) = &penalties.claim {
            claim.states.iter().for_each(|words| add(words.as_str(), claim.origin.0));
        }
        for remedy in &penalties.rectifications {
            add(remedy.what.as_str(), remedy.level.span());
        }
        for plan in &penalties.points_require {
            add(plan.what.as_str(), plan.origin.0);
        }
        for several in &penalties.several_missed {
            if let SeveralMissedThen::Requires { what, .. } = &several.then {
                add(what.as_str(), several.origin.0);
            }
        }
        for kept in penalties.sole_remedy.iter().flat_map(|sole| &sole.except) {
            if let RemedyKept::Words(words) = kept {
                add(words.as_str(), penalties.origin.0);
            }
        }
    }
    if let Some(liability) = &agreement.liability {
        liability.not_limited.iter().for_each(|words| add(words.as_str(), liability.origin.0));
    }
    if let Some(audit) = &agreement.audit {
        let words = audit.scope.iter().chain(&audit.limit_unless);
        words.for_each(|words| add(words.as_str(), audit.origin.0));
    }
    if let Some(event) = &agreement.force_majeure {
        event.not_covered.iter().for_each(|words| add(words.as_str(), event.origin.0));
    }
    for change in agreement.changes.iter().flat_map(|changes| &changes.by_notice) {
        add(change.what.as_str(), change.origin.0);
    }
    if let Some(exit) = &agreement.exit {
        let what = exit.hand_over.iter().map(|item| &item.what).chain(exit.deletions.iter().map(|item| &item.what));
        what.for_each(|words| add(words.as_str(), exit.origin.0));
    }
    for clause in &agreement.clauses {
        add(clause.text.as_str(), clause.text.span());
    }
    texts.retain(|text| !text.words.is_empty());
    texts
}

/// Words that the contract's own clauses say.
const CONTRACT_WORDS: [&str; 16] = [
    "Agreement",
    "Availability",
    "Business Day",
    "Business Hours",
    "Calendar Month",
    "Claim",
    "Downtime",
    "Excluded Time",
    "Fee",
    "Incident",
    "Outage",
    "Service",
    "Service Credit",
    "Service Level",
    "Service Report",
    "Term",
];

/// The defined terms that statements of the language name.
pub(super) fn named_terms(agreement: &Agreement) -> BTreeSet<Name> {
    let mut named = BTreeSet::from(CONTRACT_WORDS.map(Name::new));
    for level in &agreement.levels {
        for exclusion in &level.exclusions {
            if let Excluded::Term(term) = &exclusion.what {
                named.insert(term.clone());
            }
        }
        if let Indicator::SupportTimes(times) = &level.indicator {
            if let ClockStart::Reaches { ticket, channel } = &times.clock_starts {
                named.extend([ticket.clone(), channel.clone()]);
            }
            // The table's columns are these terms.
            named.extend(
                [
                    "Response",
                    "First Response",
                    "Initial Response",
                    "Resolution",
                    "Workaround",
                    "Acknowledgement",
                    "Update",
                    "Ticket",
                ]
                .map(Name::new),
            );
        }
    }
    named.extend(agreement.force_majeure.iter().filter_map(|event| event.term.clone()));
    named
}

/// The words with one space between them.
fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Terms by their words, to find those that a text uses in one pass over it.
pub(super) struct Terms {
    by_words: BTreeMap<String, Vec<usize>>,
    /// The bytes of the longest.
    longest: usize,
}

impl Terms {
    /// The terms of the definitions; each is known by its place among them.
    pub(super) fn of(agreement: &Agreement) -> Self {
        let mut by_words: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (at, definition) in agreement.definitions.iter().enumerate() {
            by_words.entry(plain(definition.term.as_str())).or_default().push(at);
        }
        let longest = by_words.keys().map(String::len).max().unwrap_or(0);
        Self { by_words, longest }
    }

    /// The terms that words use, alone, in the plural or the genitive.
    pub(super) fn used_in(&self, words: &str) -> BTreeSet<usize> {
        let words = plain(words);
        let is_part = |character: Option<char>| character.is_some_and(char::is_alphanumeric);
        let mut used = BTreeSet::new();
        let mut before = None;
        for (start, first) in words.char_indices() {
            if !is_part(before) {
                let rest = &words[start..];
                let ends = rest.char_indices().map(|(at, character)| at + character.len_utf8());
                for end in ends.take_while(|end| *end <= self.longest + "ies".len()) {
                    if is_part(rest[end..].chars().next()) {
                        continue;
                    }
                    let found = &rest[..end];
                    for term in ["", "s", "es", "ies"].iter().filter_map(|ending| found.strip_suffix(ending)) {
                        used.extend(self.by_words.get(term).into_iter().flatten());
                    }
                }
            }
            before = Some(first);
        }
        used
    }
}

/// A percentage of a month in words, with minutes in the same sentence that it does not allow: the percentage, the
/// minutes, and what it allows in 30 days.
pub(super) fn contradiction(words: &str) -> Option<(String, String, String)> {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    for sentence in words.split_inclusive(". ") {
        let tokens: Vec<&str> =
            sentence.split(' ').map(|token| token.trim_matches(|c: char| ",;()".contains(c))).collect();
        let number = |token: &str| -> Option<(i128, u32)> {
            let token = token.trim_end_matches('.');
            let (whole, decimals) = token.split_once('.').unwrap_or((token, ""));
            let digits = format!("{whole}{decimals}");
            let plain = !whole.is_empty() && digits.len() < 12 && digits.bytes().all(|byte| byte.is_ascii_digit());
            Some((digits.parse().ok().filter(|_| plain)?, u32::try_from(decimals.len()).ok()?))
        };
        let percents: Vec<_> = tokens
            .iter()
            .filter_map(|token| {
                let figure = token.trim_end_matches('.').strip_suffix('%')?;
                Some((*token, number(figure)?))
            })
            .collect();
        let minutes: Vec<_> = tokens
            .windows(2)
            .filter(|pair| pair[1].starts_with("minute"))
            .filter_map(|pair| Some((pair[0], number(pair[0])?)))
            .collect();
        let monthly = tokens.iter().any(|token| token.starts_with("month"));
        let ([(percent, (share, decimals))], [(stated, (count, scale))], true) = (&percents[..], &minutes[..], monthly)
        else {
            continue;
        };
        let whole = 100 * 10_i128.pow(*decimals);
        if *share >= whole || *share * 2 < whole {
            continue;
        }
        // Minutes of months as people count them: of 28 to 31 days, and a twelfth of 365, 365.25 and 366 days.
        let months = [40_320, 41_760, 43_200, 44_640, 43_800, 43_830, 43_920];
        let unit = 10_i128.pow(*scale);
        let right = months.into_iter().any(|month: i128| {
            let scaled = month * (whole - share) * unit;
            let down = scaled / whole;
            *count == down || *count == down + i128::from(scaled % whole != 0)
        });
        if !right {
            let hundredths = 43_200 * 100 * (whole - share) / whole;
            let allowed = format!("{}.{:02}", hundredths / 100, hundredths % 100);
            return Some((percent.trim_end_matches('.').to_owned(), (*stated).to_owned(), allowed));
        }
    }
    None
}
