//! Where hours are counted: zones, and public holidays of countries, in the words of a contract.

use super::reading::{Reading, place};
use super::statement::Statement;
use crate::model::Zone;
use crate::prose::sentence::words;
use crate::prose::structure::contract::Sentence;

/// Words that mean one zone.
const NAMED: [(&str, &str); 9] = [
    ("u.s. pacific time", "America/Los_Angeles"),
    ("us pacific time", "America/Los_Angeles"),
    ("u.s. eastern time", "America/New_York"),
    ("us eastern time", "America/New_York"),
    ("u.s. central time", "America/Chicago"),
    ("us central time", "America/Chicago"),
    ("u.s. mountain time", "America/Denver"),
    ("uk time", "Europe/London"),
    ("london time", "Europe/London"),
];
/// Countries by their adjective, with the code of their public holidays.
const COUNTRIES: [(&str, &str); 30] = [
    ("norwegian", "NO"),
    ("german", "DE"),
    ("uk", "GB"),
    ("british", "GB"),
    ("english", "GB-ENG"),
    ("scottish", "GB-SCT"),
    ("irish", "IE"),
    ("us", "US"),
    ("u.s.", "US"),
    ("us federal", "US"),
    ("u.s. federal", "US"),
    ("united states federal", "US"),
    ("swiss", "CH"),
    ("austrian", "AT"),
    ("french", "FR"),
    ("dutch", "NL"),
    ("swedish", "SE"),
    ("danish", "DK"),
    ("finnish", "FI"),
    ("canadian", "CA"),
    ("australian", "AU"),
    ("spanish", "ES"),
    ("italian", "IT"),
    ("belgian", "BE"),
    ("polish", "PL"),
    ("portuguese", "PT"),
    ("czech", "CZ"),
    ("japanese", "JP"),
    ("new zealand", "NZ"),
    ("south african", "ZA"),
];

/// The zone of hours, where their sentence names one that is not the agreement's; a short name is for somebody to
/// decide.
pub(super) fn zone(reading: &Reading<'_, '_>, sentence: &Sentence<'_>) -> Option<Statement> {
    if let Some(zone) = zone_of(sentence.text) {
        return (reading.zone.as_ref() != Some(&zone))
            .then(|| Statement::new(format!("zone {zone}")).from(place(sentence)));
    }
    short(sentence.text).map(|said| Statement::default().open(said))
}

/// What is to be decided where a text calls its clock by a short name, which several places may share: `EST`, `CET`.
pub(super) fn short(text: &str) -> Option<String> {
    let words = words(text, &(0..text.len()));
    let is_clock = |word: &str| {
        (2..=5).contains(&word.len())
            && word.bytes().all(|byte| byte.is_ascii_uppercase())
            && (word.ends_with('T') || ["UTC", "MEZ", "MESZ"].contains(&word))
    };
    let named = |text: &str| ["Eastern", "Central", "Pacific", "Mountain"].contains(&text);
    let short = words.iter().find(|word| is_clock(word.text) || named(word.text))?;
    Some(format!("the zone: the source says {}, such as `zone Europe/London`", short.text))
}

/// The zone that a text names, as the data base of zones does or in words that mean one: `U.S. Pacific Time`.
pub(super) fn zone_of(text: &str) -> Option<String> {
    let mut all = text.split([' ', ',', '(', ')']).map(|word| word.trim_end_matches('.'));
    let named = all.find(|word| word.contains('/') && word.parse::<Zone>().is_ok());
    let lower = text.to_lowercase();
    let meant = || NAMED.iter().find(|(words, _)| lower.contains(words)).map(|(_, zone)| *zone);
    named.or_else(meant).map(str::to_owned)
}

/// The public holidays that a sentence leaves out of its hours, where it says of which country: `excluding UK bank
/// holidays`.
pub(super) fn holidays(reading: &mut Reading<'_, '_>, sentence: &Sentence<'_>) -> Vec<Statement> {
    let Some((region, range)) = country(sentence.lower) else { return Vec::new() };
    reading.take((sentence.at, sentence.placed(&range)));
    vec![Statement::new(format!("closed on public holidays of {region}")).from(place(sentence))]
}

/// The country whose holidays words in small letters leave out, and where they say so.
fn country(lower: &str) -> Option<(&'static str, std::ops::Range<usize>)> {
    let out = ["excluding ", "except ", "other than ", "not including ", "exclusive of "];
    let (at, from) = out.iter().filter_map(|word| lower.find(word).map(|at| (at, at + word.len()))).min()?;
    let rest = ["for ", "all ", "the ", "on "]
        .iter()
        .fold(&lower[from..], |rest, word| rest.strip_prefix(word).unwrap_or(rest));
    let (country, region) =
        COUNTRIES.iter().filter(|(country, _)| rest.starts_with(country)).max_by_key(|(country, _)| country.len())?;
    let behind = &rest[country.len()..];
    let kinds = [" public holidays", " bank holidays", " national holidays", " holidays"];
    let kind = kinds.iter().find(|kind| behind.starts_with(**kind))?;
    let end = lower.len() - behind.len() + kind.len();
    // `German public holidays and 24 December` are more days than these.
    let alone = !["and", ","].iter().any(|word| lower[end..].trim_start().starts_with(word));
    alone.then_some((region, at..end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zones_and_countries_are_read_where_words_mean_one() {
        for (text, expected) in [
            ("from 9 to 5 Europe/Berlin", Some("Europe/Berlin")),
            ("8:00 p.m. U.S. Pacific Time", Some("America/Los_Angeles")),
            ("9 am to 5 pm EST", None),
        ] {
            assert_eq!(zone_of(text).as_deref(), expected, "{text}");
        }
        for (text, expected) in [
            ("monday to friday, excluding uk bank holidays.", Some("GB")),
            ("except for norwegian public holidays", Some("NO")),
            ("excluding public holidays", None),
            ("excluding german public holidays and 24 december", None),
        ] {
            assert_eq!(country(text).map(|(region, _)| region), expected, "{text}");
        }
    }
}
