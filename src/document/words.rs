//! The forms of a language: how quantities are written out, by the `[forms]` of its `words.toml`.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::model::{
    Cycle, CycleUnit, Date, DateRange, Duration, DurationUnit, Hours, Interval, Money, Name, Number, Percent, Quantity,
    Weekday, Zone,
};

/// The forms of one language.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Forms {
    /// `{day} {month} {year}`.
    date: String,
    /// `{from} to {to}`.
    range: String,
    /// January first.
    months: [String; 12],
    /// Monday first.
    weekdays: [String; 7],
    /// Between units and decimals.
    decimal: String,
    /// Between groups of three digits.
    group: String,
    /// Digits from which groups are parted.
    group_from: usize,
    /// `{currency} {amount}`.
    money: String,
    /// `{city} time`.
    zone: String,
    /// Zones that are not named after a city.
    zones: BTreeMap<String, String>,
    /// `first`, `second`, …
    ordinals: Vec<String>,
    /// Further ordinals: `{number}th`.
    ordinal: String,
    /// Singular and plural of each unit of time.
    units: BTreeMap<String, [String; 2]>,
    /// Singular and plural of each cycle.
    cycles: BTreeMap<String, [String; 2]>,
    /// `each {cycle}`.
    each: String,
    /// The whole period of the agreement.
    period: String,
    /// `each rolling period of {duration}`.
    rolling: String,
    /// Terms that the contract itself defines, by their key.
    pub(super) terms: BTreeMap<String, String>,
    /// `{month} {year}`.
    month: String,
    /// `{weekday} {date} at {time}`.
    moment: String,
    /// A service within a sentence: `the {name}`.
    service: String,
    /// Regions that stand with the article of services: `the Netherlands`.
    regions_with_article: Vec<String>,
    /// `interval of {duration}`.
    interval: String,
    /// `{day} {month}`.
    day_of_year: String,
    /// `the {cycle}`.
    this: String,
    /// The period, as one of its cycles.
    this_period: String,
    /// A rolling period, as one of its cycles.
    this_rolling: String,
    /// How formulas are said.
    pub(super) formula: Formula,
}

impl Forms {
    /// `1 January 2027`.
    pub(crate) fn date(&self, date: Date) -> String {
        self.date
            .replace("{day}", &date.day().to_string())
            .replace("{month}", self.month_name(date))
            .replace("{year}", &date.year().to_string())
    }

    /// `March 2027`.
    pub(crate) fn month(&self, date: Date) -> String {
        self.month.replace("{month}", self.month_name(date)).replace("{year}", &date.year().to_string())
    }

    fn month_name(&self, date: Date) -> &str {
        usize::try_from(date.month() - 1).ok().and_then(|at| self.months.get(at)).map_or("", String::as_str)
    }

    /// `Friday 8 January 2027 at 16:30`.
    pub(crate) fn moment(&self, date: Date, time: &str) -> String {
        let weekday = self.weekday(date.weekday());
        self.moment.replace("{weekday}", weekday).replace("{date}", &self.date(date)).replace("{time}", time)
    }

    /// Seconds in words: `22 minutes 17 seconds`; hours are the largest unit, since days differ.
    pub(crate) fn length(&self, seconds: i64) -> String {
        let parts = [
            (seconds / 3600, DurationUnit::Hour),
            (seconds / 60 % 60, DurationUnit::Minute),
            (seconds % 60, DurationUnit::Second),
        ];
        let word = |(count, unit): (i64, DurationUnit)| {
            self.duration(Duration::new(u32::try_from(count).unwrap_or_default(), unit))
        };
        let words: Vec<String> = parts.into_iter().filter(|(count, _)| *count != 0).map(word).collect();
        if words.is_empty() { word((0, DurationUnit::Second)) } else { words.join(" ") }
    }

    /// `24 December 2027 to 31 December 2027`, or one date.
    pub(crate) fn dates(&self, range: DateRange) -> String {
        if range.from == range.to {
            self.date(range.from)
        } else {
            self.range(&self.date(range.from), &self.date(range.to))
        }
    }

    /// `Monday to Friday`, `09:00 to 17:00`.
    pub(crate) fn range(&self, from: &str, to: &str) -> String {
        self.range.replace("{from}", from).replace("{to}", to)
    }

    /// `09:00 to 17:00`.
    pub(crate) fn hours(&self, hours: Hours) -> String {
        self.range(&hours.from.to_string(), &hours.to.to_string())
    }

    /// `Monday`.
    pub(crate) fn weekday(&self, day: Weekday) -> &str {
        &self.weekdays[day as usize]
    }

    /// Days of the week, runs of three or more made one: `Monday to Friday`, `Saturday`.
    pub(crate) fn weekdays(&self, days: &[Weekday]) -> Vec<String> {
        let mut names = Vec::new();
        let mut at = 0;
        while at < days.len() {
            let run =
                days[at..].iter().zip(days[at] as usize..).take_while(|(day, place)| **day as usize == *place).count();
            let (first, last) = (self.weekday(days[at]), self.weekday(days[at + run - 1]));
            match run {
                1 => names.push(first.to_owned()),
                2 => names.extend([first.to_owned(), last.to_owned()]),
                _ => names.push(self.range(first, last)),
            }
            at += run;
        }
        names
    }

    /// Digits with groups parted: `12 000`, `99.95`.
    pub(crate) fn number(&self, number: Number) -> String {
        self.digits(&number.to_string())
    }

    /// A whole number.
    pub(crate) fn count(&self, count: impl ToString) -> String {
        self.digits(&count.to_string())
    }

    fn digits(&self, plain: &str) -> String {
        let (units, decimals) =
            plain.split_once('.').map_or((plain, None), |(units, decimals)| (units, Some(decimals)));
        let (sign, units) = units.strip_prefix('-').map_or(("", units), |units| ("\u{2212}", units));
        let mut printed = sign.to_owned();
        for (at, digit) in units.chars().enumerate() {
            let parted = units.len() >= self.group_from && at > 0 && (units.len() - at).is_multiple_of(3);
            if parted {
                printed.push_str(&self.group);
            }
            printed.push(digit);
        }
        if let Some(decimals) = decimals {
            printed.push_str(&self.decimal);
            printed.push_str(decimals);
        }
        printed
    }

    /// `99.95%`.
    pub(crate) fn percent(&self, percent: Percent) -> String {
        format!("{}%", self.number(percent.number()))
    }

    /// `EUR 12 000`; cents only where there are some.
    pub(crate) fn money(&self, money: Money) -> String {
        let major = money.major();
        let whole = major.split_once('.').filter(|(_, cents)| cents.bytes().all(|cent| cent == b'0'));
        let amount = self.digits(whole.map_or(major.as_str(), |(units, _)| units));
        self.money.replace("{currency}", money.currency.code()).replace("{amount}", &amount)
    }

    /// `30 minutes`, `1 Business Day`.
    pub(crate) fn duration(&self, duration: Duration) -> String {
        format!("{} {}", self.count(duration.count), self.unit(duration.unit, duration.count))
    }

    /// `minute` or `minutes`.
    pub(crate) fn unit(&self, unit: DurationUnit, count: u32) -> &str {
        plural(&self.units, unit.word(), count)
    }

    /// Whatever a level measures.
    pub(crate) fn quantity(&self, quantity: &Quantity) -> String {
        match quantity {
            Quantity::Percent(percent) => self.percent(*percent),
            Quantity::Money(money) => self.money(*money),
            Quantity::Duration(duration) => self.duration(*duration),
            Quantity::Number(number) => self.number(*number),
        }
    }

    /// A stretch of time that has a value of its own: `hour`, `interval of 5 minutes`.
    pub(crate) fn interval(&self, interval: Interval) -> String {
        match interval {
            Interval::Unit(unit) => self.cycle_unit(unit, 1).to_owned(),
            Interval::Length(length) => self.interval.replace("{duration}", &self.duration(length)),
        }
    }

    /// `Calendar Month` or `Calendar Months`.
    pub(crate) fn cycle_unit(&self, unit: CycleUnit, count: u32) -> &str {
        plural(&self.cycles, unit.word(), count)
    }

    /// After `in`, `of` or `for`: `each Calendar Month`, `the whole Period`, `each rolling period of 30 days`.
    pub(crate) fn each(&self, cycle: Cycle) -> String {
        match cycle {
            Cycle::Each(unit) => self.each.replace("{cycle}", self.cycle_unit(unit, 1)),
            Cycle::Period => self.period.clone(),
            Cycle::Rolling(duration) => self.rolling.replace("{duration}", &self.duration(duration)),
        }
    }

    /// `second`.
    pub(crate) fn ordinal(&self, number: u32) -> String {
        let known = usize::try_from(number).ok().and_then(|number| self.ordinals.get(number.checked_sub(1)?));
        known.cloned().unwrap_or_else(|| self.ordinal.replace("{number}", &number.to_string()))
    }

    /// `Berlin time`.
    pub(crate) fn zone(&self, zone: &Zone) -> String {
        let city = || zone.as_str().rsplit('/').next().unwrap_or_default().replace('_', " ");
        self.zones.get(zone.as_str()).cloned().unwrap_or_else(|| self.zone.replace("{city}", &city()))
    }

    /// A service within a sentence: `the API`. A name that ends in s reads as a plural without an article.
    pub(crate) fn service(&self, name: &Name) -> String {
        let name = name.as_str();
        if reads_as_plural(name) { name.to_owned() } else { self.service.replace("{name}", name) }
    }

    /// A region within a sentence: `the United States`, `Hamburg`.
    pub(crate) fn region(&self, name: &str) -> String {
        if self.regions_with_article.iter().any(|known| known == name) {
            self.service.replace("{name}", name)
        } else {
            name.to_owned()
        }
    }

    /// Whether a zone is named after its city.
    pub(crate) fn has_city(&self, zone: &Zone) -> bool {
        !self.zones.contains_key(zone.as_str())
    }

    /// A term that the contract itself defines, by its key.
    pub(crate) fn term(&self, key: &str) -> String {
        self.terms.get(key).cloned().unwrap_or_default()
    }

    /// One of the cycles: `the Calendar Month`, `the Period`, `the rolling period`.
    pub(crate) fn this(&self, cycle: Cycle) -> String {
        match cycle {
            Cycle::Each(unit) => self.this.replace("{cycle}", self.cycle_unit(unit, 1)),
            Cycle::Period => self.this_period.clone(),
            Cycle::Rolling(_) => self.this_rolling.clone(),
        }
    }

    /// `24 December`, or a range of such days.
    pub(crate) fn days_of_year(&self, range: DateRange) -> String {
        let day = |date: Date| {
            self.day_of_year.replace("{day}", &date.day().to_string()).replace("{month}", self.month_name(date))
        };
        if range.from == range.to { day(range.from) } else { self.range(&day(range.from), &day(range.to)) }
    }
}

/// How formulas are said.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Formula {
    /// `{left} to the power of {right}`.
    pub(super) power: String,
    /// `{of} rounded to {decimals} decimals`.
    pub(super) rounded: String,
    /// Mean, median and sum of many values: `the mean of {of}`.
    pub(super) mean: String,
    pub(super) median: String,
    pub(super) sum: String,
    /// `the {percentile}th percentile of {of}`.
    pub(super) percentile: String,
    /// A value for each of a group: `{of} for each {by}`.
    pub(super) by: String,
}

/// The singular or the plural of a word by its key, which has `_` for spaces.
fn plural<'w>(words: &'w BTreeMap<String, [String; 2]>, key: &str, count: u32) -> &'w str {
    words.get(&key.replace(' ', "_")).map_or("", |[one, many]| if count == 1 { one } else { many })
}

/// Whether a name reads as a plural: `Office Hours`, and not `Access`.
pub(super) fn reads_as_plural(name: &str) -> bool {
    name.ends_with('s') && !name.ends_with("ss")
}

/// Whether a word begins with the sound of a vowel: `Incident`, `S1`, and not `P1`, `User`.
pub(super) fn sounds_as_vowel(word: &str) -> bool {
    let mut letters = word.chars();
    let Some(first) = letters.next() else { return false };
    // A letter that stands alone is said by its name.
    if first.is_uppercase() && !letters.next().is_some_and(char::is_alphabetic) {
        return "AEFHILMNORSX".contains(first);
    }
    let lower = word.to_lowercase();
    let as_consonant = ["uni", "use", "usu", "usa", "uti", "eu", "one", "once"];
    "aeiou".contains(lower.chars().next().unwrap_or_default())
        && !as_consonant.iter().any(|begins| lower.starts_with(begins))
}
