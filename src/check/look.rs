//! Questions that several rules ask of an agreement.

use std::collections::{BTreeMap, BTreeSet};

use crate::evaluate::formula::measure;
use crate::model::{
    Agreement, Award, Band, BandEdge, BandFigure, Cap, CapAmount, Comparator, CreditRule, Identity, Indicator, Level,
    Name, Percent, Service, SupportTimes, Target, TimesRow,
};
use crate::source::Span;

/// The head of the agreement: where a finding about something that is missing altogether is shown.
pub(super) fn head(agreement: &Agreement) -> Span {
    agreement.heading.title.span()
}

/// Whether a main agreement has what this one leaves out.
pub(super) fn is_part(agreement: &Agreement) -> bool {
    agreement.heading.part_of.is_some()
}

/// Whether the parties sign it, rather than accept it by buying or name themselves in an order.
pub(super) fn is_signed(agreement: &Agreement) -> bool {
    let named = |party: &crate::model::Party| matches!(party.identity, Identity::Named(_));
    named(&agreement.parties.provider) && named(&agreement.parties.customer)
}

/// The customer's short name.
pub(super) fn customer(agreement: &Agreement) -> &Name {
    &agreement.parties.customer.name
}

/// The provider's short name.
pub(super) fn provider(agreement: &Agreement) -> &Name {
    &agreement.parties.provider.name
}

/// The rules for credits.
pub(super) fn credit_rules(agreement: &Agreement) -> &[CreditRule] {
    agreement.penalties.as_ref().map_or(&[], |penalties| &penalties.credits)
}

/// The caps that hold for a rule for credits: its own, and those of all credits.
pub(super) fn caps<'a>(agreement: &'a Agreement, rule: &'a CreditRule) -> impl Iterator<Item = &'a Cap> {
    let all = agreement.penalties.as_ref().map_or(&[][..], |penalties| &penalties.caps);
    rule.caps.iter().chain(all)
}

/// The levels whose miss has a consequence of its own.
pub(super) fn with_consequence(agreement: &Agreement) -> BTreeSet<&Name> {
    let Some(penalties) = &agreement.penalties else { return BTreeSet::new() };
    let credited = penalties.credits.iter().flat_map(|rule| &rule.levels).map(|of| &of.value);
    let pooled = penalties.at_risk.iter().flat_map(|risk| &risk.pools).flat_map(|pool| &pool.levels);
    let chronic = penalties.chronic.iter().filter_map(|right| Some(&right.level.as_ref()?.value));
    let rectified = penalties.rectifications.iter().map(|remedy| &remedy.level.value);
    let several = penalties.several_missed.iter().filter_map(|several| Some(&several.targets_of.as_ref()?.value));
    let mut named: BTreeSet<&Name> = credited.chain(pooled).chain(chronic).chain(rectified).chain(several).collect();
    // What counts whole levels counts each of them.
    if penalties.several_missed.iter().any(|several| several.targets_of.is_none()) {
        named.extend(agreement.levels.iter().map(|level| &level.name.value));
    }
    named
}

/// The levels by their names.
pub(super) fn levels_by_name(agreement: &Agreement) -> BTreeMap<&Name, &Level> {
    agreement.levels.iter().map(|level| (&level.name.value, level)).collect()
}

/// The services by their names.
pub(super) fn services_by_name(agreement: &Agreement) -> BTreeMap<&Name, &Service> {
    agreement.services.iter().map(|service| (&service.name.value, service)).collect()
}

/// The rules for credits of each level.
pub(super) fn credits_by_level(agreement: &Agreement) -> BTreeMap<&Name, Vec<&CreditRule>> {
    let mut rules: BTreeMap<&Name, Vec<&CreditRule>> = BTreeMap::new();
    for rule in credit_rules(agreement) {
        rule.levels.iter().for_each(|level| rules.entry(&level.value).or_default().push(rule));
    }
    rules
}

/// The levels on times of tickets, with their times.
pub(super) fn support_times(agreement: &Agreement) -> impl Iterator<Item = (&Level, &SupportTimes)> {
    agreement.levels.iter().filter_map(|level| match &level.indicator {
        Indicator::SupportTimes(times) => Some((level, times)),
        _ => None,
    })
}

/// The rows of all tables of times.
pub(super) fn times_rows(agreement: &Agreement) -> impl Iterator<Item = &TimesRow> {
    support_times(agreement).flat_map(|(_, times)| &times.rows)
}

/// The percentage that an award is, of its base.
pub(super) fn award_share(award: &Award) -> Option<Percent> {
    match award {
        Award::Share(share) => Some(*share),
        _ => None,
    }
}

/// The percentage that a cap is, of its base.
pub(super) fn cap_share(cap: &Cap) -> Option<Percent> {
    match &cap.amount {
        CapAmount::Share { share, .. } => Some(*share),
        _ => None,
    }
}

/// Whether a text says one of some words, in any case.
pub(super) fn says(text: &str, words: &[&str]) -> bool {
    let text = text.to_lowercase();
    words.iter().any(|word| text.contains(word))
}

/// `s` for all counts but one.
pub(super) fn plural(count: usize) -> &'static str {
    if count == 1 { "" } else { "s" }
}

/// The rules for credits with the levels that they are for.
pub(super) fn banded(agreement: &Agreement) -> Vec<(&CreditRule, &Level)> {
    let levels = levels_by_name(agreement);
    let named = credit_rules(agreement).iter().flat_map(|rule| rule.levels.iter().map(move |of| (rule, of)));
    named.filter_map(|(rule, of)| Some((rule, *levels.get(&of.value)?))).collect()
}

/// Whether a lower figure is the worse one.
pub(super) fn is_lower_worse(target: &Target) -> bool {
    matches!(target.comparator, Comparator::AtLeast | Comparator::MoreThan)
}

/// The bands of a rule on the figure of a level, whose limits can be compared with its target.
pub(super) fn level_bands<'a>(rule: &'a CreditRule, target: &'a Target) -> impl Iterator<Item = &'a Band> {
    let kind = std::mem::discriminant(&target.threshold.value);
    let lower = is_lower_worse(target);
    rule.bands.iter().filter(move |band| {
        let downwards = matches!(band.edge, BandEdge::Below | BandEdge::AtOrBelow);
        band.figure == BandFigure::Level && std::mem::discriminant(&band.limit.value) == kind && downwards == lower
    })
}

/// Whether the second band lies further from the target than the first, in the same direction.
pub(super) fn further(one: &Band, other: &Band) -> bool {
    let downwards = |band: &Band| matches!(band.edge, BandEdge::Below | BandEdge::AtOrBelow);
    let same_kind = std::mem::discriminant(&one.limit.value) == std::mem::discriminant(&other.limit.value);
    let (limit, next) = (measure(&one.limit), measure(&other.limit));
    same_kind && downwards(one) == downwards(other) && if downwards(one) { next < limit } else { next > limit }
}

/// The services whose availability is promised.
pub(super) fn covered_services(agreement: &Agreement) -> Vec<&Service> {
    let uptimes = agreement.levels.iter().filter(|level| matches!(level.indicator, Indicator::Uptime(_)));
    let named: BTreeSet<&Name> = uptimes.flat_map(|level| &level.services).map(|of| &of.value).collect();
    agreement.services.iter().filter(|service| named.contains(&service.name.value)).collect()
}

/// Whether a service carries mail, by its name.
pub(super) fn is_mail(service: &Service) -> bool {
    let words = format!(" {} {} ", service.name, service.title);
    says(&words, &[" mail ", "email", "e-mail", "mailbox", "mail hosting", "mail server"])
}

/// Whether an address is on a host that the service's name or description names: `app.acme.example`.
pub(super) fn stands_on(address: &str, service: &Service) -> bool {
    let words = format!("{} {} {}", service.name, service.title, service.described_in.as_deref().unwrap_or_default());
    let own = hosts(&words);
    hosts(address).iter().any(|host| own.iter().any(|of| host == of || host.ends_with(&format!(".{of}"))))
}

/// Whether an address in words says the service: `the chat window of Acme API`.
pub(super) fn names(address: &str, service: &Service) -> bool {
    let padded = |words: &str| {
        let plain: String = words.chars().map(|letter| if letter.is_alphanumeric() { letter } else { ' ' }).collect();
        format!(" {} ", plain.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase())
    };
    hosts(address).is_empty() && padded(address).contains(&padded(&service.title))
}

/// The hosts of the addresses in a text, in small letters and without `www`.
fn hosts(text: &str) -> Vec<String> {
    let host = |word: &str| {
        let rest = word.rsplit_once("://").map_or(word, |(_, rest)| rest);
        let rest = rest.split(['/', ':', '?']).next().unwrap_or_default();
        let rest = rest.rsplit('@').next().unwrap_or_default().trim_matches(|end: char| !end.is_alphanumeric());
        let rest = rest.to_lowercase();
        let rest = rest.strip_prefix("www.").unwrap_or(&rest).to_owned();
        let (_, last) = rest.rsplit_once('.')?;
        let is_name = last.len() > 1 && last.chars().all(char::is_alphabetic) && !rest.contains("..");
        is_name.then_some(rest)
    };
    text.split([' ', ',', '(', ')', '"', '\n']).filter_map(host).collect()
}
