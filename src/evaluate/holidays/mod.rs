//! Public holidays of countries and their subdivisions, frozen from one version of one source.
//!
//! The data lies in `data/holidays/`, one file a country, one line a holiday, and is embedded in the
//! binary; only the file of the region asked for is read. A day that is kept on another date, as when
//! Christmas falls on a Sunday, stands for itself (`Christmas Day (observed)`). Half-day holidays are
//! not listed. Dates that depend on the sight of the moon are marked `(estimated)`.

mod files;

use std::fmt;
use std::ops::RangeInclusive;

use crate::model::Date;

/// The source of all holidays with its version, such as `holidays 0.109`.
pub const SOURCE: &str = files::SOURCE;

/// A public holiday.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Holiday {
    /// The date on which work stops.
    pub date: Date,
    /// The name in English.
    pub name: &'static str,
    /// The name where it is kept, in the country's first language.
    pub local_name: &'static str,
}

/// A country or one of its subdivisions that the data knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Region {
    country: &'static str,
    /// The code below the country; `.` for the country itself.
    part: &'static str,
    name: &'static str,
    text: &'static str,
}

/// The data does not reach as far as it was asked to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct YearsUnknown {
    /// The region's code.
    pub region: String,
    /// The first year that is known.
    pub first: i16,
    /// The last year that is known.
    pub last: i16,
}

impl fmt::Display for YearsUnknown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { region, first, last } = self;
        write!(f, "the public holidays of {region} are known from {first} to {last} only")
    }
}

impl std::error::Error for YearsUnknown {}

impl Region {
    /// The region with this ISO 3166 code, such as `DE`, `DE-BE` or `GB-ENG`; none where it is unknown.
    pub fn parse(code: &str) -> Option<Self> {
        let (country, part) = match code.split_once('-') {
            Some((_, ".")) => return None,
            Some(parts) => parts,
            None => (code, "."),
        };
        let at = files::FILES.binary_search_by_key(&country, |(code, _)| code).ok()?;
        let (country, text) = files::FILES[at];
        regions_in(text).find(|(code, _)| *code == part).map(|(part, name)| Self { country, part, name, text })
    }

    /// Every region there is with its name, in order of code: what a misspelt code may have meant.
    pub fn all() -> impl Iterator<Item = Self> {
        files::FILES
            .into_iter()
            .flat_map(|(country, text)| regions_in(text).map(move |(part, name)| Self { country, part, name, text }))
    }

    /// The code that [`Region::parse`] reads.
    pub fn code(&self) -> String {
        if self.part == "." { self.country.to_owned() } else { format!("{}-{}", self.country, self.part) }
    }

    /// The name, such as `Germany` or `Berlin`; a subdivision's in the country's language.
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// The years whose holidays are known.
    pub fn years(&self) -> RangeInclusive<i16> {
        let line = self.text.lines().find_map(|line| line.strip_prefix("years\t")).unwrap_or_default();
        let (first, last) = line.split_once('\t').unwrap_or_default();
        first.parse().unwrap_or(0)..=last.parse().unwrap_or(-1)
    }

    /// The public holidays from one date to another, both included, in order of date.
    ///
    /// Two holidays on one date are two rows.
    ///
    /// # Errors
    /// Where the data does not cover both dates: no holidays and unknown holidays are not the same.
    pub fn holidays(&self, from: Date, to: Date) -> Result<Vec<Holiday>, YearsUnknown> {
        let years = self.years();
        if !years.contains(&from.year()) || !years.contains(&to.year()) {
            return Err(YearsUnknown { region: self.code(), first: *years.start(), last: *years.end() });
        }
        // Dates of the same length sort as text, so that only those wanted are parsed.
        let (first, last) = (from.to_string(), to.to_string());
        let wanted = first.as_str()..=last.as_str();
        let mut found = Vec::new();
        for line in self.text.lines() {
            let mut fields = line.split('\t');
            let (Some(regions), Some(name), Some(local), Some(dates)) =
                (fields.next(), fields.next(), fields.next(), fields.next())
            else {
                continue;
            };
            if !covers(regions, self.part) {
                continue;
            }
            let local_name = if local == "=" { name } else { local };
            let dates = dates.split(' ').filter(|date| wanted.contains(date)).filter_map(|date| date.parse().ok());
            found.extend(dates.map(|date| Holiday { date, name, local_name }));
        }
        found.sort();
        Ok(found)
    }
}

/// The codes and names that a file's head lists.
fn regions_in(text: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    text.lines()
        .skip_while(|line| !line.starts_with("region\t"))
        .map_while(|line| line.strip_prefix("region\t")?.split_once('\t'))
}

/// Whether a line for `regions` (`BE MV`, `*`, `* -HI -OR`) is about `part`.
fn covers(regions: &str, part: &str) -> bool {
    match regions.strip_prefix('*') {
        Some(without) => !without.split(" -").any(|code| code == part),
        None => regions.split(' ').any(|code| code == part),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn year(code: &str, year: i16) -> Vec<Holiday> {
        let day = |month, day| Date::new(year, month, day).unwrap();
        Region::parse(code).unwrap().holidays(day(1, 1), day(12, 31)).unwrap()
    }

    fn dates(code: &str, of: i16) -> Vec<String> {
        year(code, of).iter().map(|holiday| holiday.date.to_string()).collect()
    }

    #[test]
    fn berlin_keeps_womens_day_and_brandenburg_easter_sunday() {
        let womens_day = year("DE-BE", 2027).into_iter().find(|holiday| holiday.date.to_string() == "2027-03-08");
        assert_eq!(womens_day.unwrap().local_name, "Frauentag");
        assert!(!dates("DE-BB", 2027).contains(&"2027-03-08".to_owned()));
        assert!(dates("DE-BB", 2027).contains(&"2027-03-28".to_owned()));
        assert_eq!(dates("DE-BE", 2027).len(), 10);
    }

    #[test]
    fn germany_has_nine_days_and_bavaria_twelve() {
        assert_eq!(dates("DE", 2025).len(), 9);
        assert_eq!(dates("DE-BY", 2025).len(), 12);
    }

    #[test]
    fn every_german_state_is_there_and_easter_moves() {
        let states = Region::all().filter(|region| region.code().starts_with("DE-")).count();
        assert_eq!(states, 16);
        for (of, easter_monday) in [(2025, "2025-04-21"), (2027, "2027-03-29"), (2038, "2038-04-26")] {
            assert!(dates("DE", of).contains(&easter_monday.to_owned()), "{of}");
        }
    }

    #[test]
    fn federal_holidays_on_a_weekend_are_observed_beside_it() {
        let days = dates("US", 2027);
        for day in ["2027-06-18", "2027-07-05", "2027-12-24", "2027-12-31", "2027-11-25"] {
            assert!(days.contains(&day.to_owned()), "{day}");
        }
        // New Year's Day 2028, a Saturday, was observed in 2027; 2028 keeps Veterans Day on a Friday.
        assert!(!dates("US", 2028).contains(&"2028-01-03".to_owned()));
        assert!(dates("US", 2028).contains(&"2028-11-10".to_owned()));
        assert_eq!(Region::all().filter(|region| region.code().starts_with("US-")).count(), 57);
    }

    #[test]
    fn scotland_and_england_differ() {
        assert!(dates("GB-SCT", 2027).contains(&"2027-01-04".to_owned()));
        assert!(dates("GB-ENG", 2027).contains(&"2027-03-29".to_owned()));
        assert!(!dates("GB-SCT", 2027).contains(&"2027-03-29".to_owned()));
    }

    #[test]
    fn only_regions_in_capitals_are_known() {
        for code in ["de-BE", "DE-XX", "DE-", "", "-", "DE-.", "XX", "DE-BE-1"] {
            let region = Region::parse(code);
            assert!(region.is_none(), "{code}: {region:?}");
        }
        assert_eq!(Region::parse("AT-9").unwrap().name(), "Wien");
    }

    #[test]
    fn years_outside_of_the_data_are_an_error() {
        let india = Region::parse("IN").unwrap();
        let error = india.holidays(Date::new(2035, 1, 1).unwrap(), Date::new(2036, 1, 1).unwrap()).unwrap_err();
        assert_eq!(error.to_string(), "the public holidays of IN are known from 2024 to 2035 only");
    }

    #[test]
    fn every_line_of_every_file_is_read() {
        for (country, text) in files::FILES {
            let parts: Vec<_> = regions_in(text).map(|(part, _)| part).collect();
            assert_eq!(parts.first(), Some(&"."), "{country}");
            for line in text.lines().filter(|line| line.split('\t').count() == 4) {
                let fields: Vec<_> = line.split('\t').collect();
                assert!(
                    fields[0].split([' ', '-']).all(|code| ["*", ""].contains(&code) || parts.contains(&code)),
                    "{line}"
                );
                assert!(fields[3].split(' ').all(|date| date.parse::<Date>().is_ok()), "{line}");
            }
            let other = text.lines().filter(|line| line.split('\t').count() != 4);
            assert!(other.into_iter().all(|line| ["# ", "ye", "re"].contains(&&line[..2])), "{country}");
        }
    }
}
