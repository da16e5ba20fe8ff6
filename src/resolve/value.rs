//! Values of statements: each part of the tree as its exact quantity.

use std::str::FromStr;

use crate::diagnostic::{Diagnostic, suggest};
use crate::model::{
    At, BandEdge, CalendarRef, Comparator, Currency, Cycle, CycleUnit, Date, DateRange, Duration, DurationUnit, Hours,
    Interval, Money, Number, Percent, Prose, Quantity, Rounding, RoundingWay, TimeMeasure, TimeOfDay, Who,
};
use crate::source::Span;
use crate::syntax::tree::{Kind, Line, Node};

use super::context::Context;

impl Context {
    /// Parses the text of a node; what is wrong with it is reported there.
    fn parse<T: FromStr<Err = String>>(&mut self, node: &Node) -> Option<At<T>> {
        match node.text.parse() {
            Ok(value) => Some(At::new(value, node.span)),
            Err(why) => {
                self.error(Diagnostic::error("value", node.span, why));
                None
            }
        }
    }

    /// The first duration.
    pub(super) fn duration(&mut self, node: &Node) -> Option<At<Duration>> {
        let part = node.get(Kind::duration)?;
        self.duration_of(part)
    }

    /// A node that is a duration.
    pub(super) fn duration_of(&mut self, part: &Node) -> Option<At<Duration>> {
        let duration: At<Duration> = self.parse(part)?;
        if duration.count == 0 {
            self.error(Diagnostic::error("value", part.span, format!("`{}` is no time at all", part.text)));
            return None;
        }
        Some(duration)
    }

    /// The unit or the length of time by which values are taken: `hour`, `5 minutes`.
    pub(super) fn interval(&mut self, node: &Node) -> Option<Interval> {
        let Some(length) = node.get(Kind::duration) else {
            let unit = node.get(Kind::calendar_unit).unwrap_or(node);
            return cycle_unit(&unit.text).map(Interval::Unit);
        };
        let length = self.duration_of(length)?;
        if length.unit != DurationUnit::Minute || length.count >= 60 || 60 % length.count != 0 {
            let message = format!("intervals of {} do not divide the hour", length.value);
            let help = "write 1, 2, 3, 4, 5, 6, 10, 12, 15, 20 or 30 minutes, or `hour`";
            self.error(Diagnostic::error("value", length.span(), message).help(help));
            return None;
        }
        Some(Interval::Length(length.value))
    }

    /// The nth duration, from 0.
    pub(super) fn nth_duration(&mut self, node: &Node, nth: usize) -> Option<At<Duration>> {
        let part = node.all(Kind::duration).nth(nth)?;
        self.duration_of(part)
    }

    /// The first percentage.
    pub(super) fn percent(&mut self, node: &Node) -> Option<At<Percent>> {
        let part = node.get(Kind::percent)?;
        self.parse(part)
    }

    /// The first date.
    pub(super) fn date(&mut self, node: &Node) -> Option<At<Date>> {
        let part = node.get(Kind::date)?;
        self.date_of(part)
    }

    /// A node that is a date.
    pub(super) fn date_of(&mut self, part: &Node) -> Option<At<Date>> {
        match part.text.parse() {
            Ok(date) => Some(At::new(date, part.span)),
            Err(_) => {
                self.error(Diagnostic::error("value", part.span, format!("there is no day {}", part.text)));
                None
            }
        }
    }

    /// A node that is an amount of money.
    pub(super) fn money_of(&mut self, part: &Node) -> Option<At<Money>> {
        let currency = part.get(Kind::currency_code).and_then(|code| self.currency_of(code))?;
        let amount = part.get(Kind::amount)?;
        let number: At<Number> = self.parse(amount)?;
        let (wanted, written) = (currency.decimals() as usize, amount.text.split_once('.'));
        if let Some((whole, cents)) = written.filter(|(_, cents)| cents.len() > wanted) {
            let message = format!("{currency} has {wanted} decimals, and `{}` has {}", amount.text, cents.len());
            let thousands = (cents.len() == 3).then(|| format!("write {whole}{cents} if the point parts thousands"));
            let help = thousands.unwrap_or_else(|| "write the amount without the last decimals".to_owned());
            self.error(Diagnostic::error("value", amount.span, message).help(help));
            return None;
        }
        match Money::from_major(number.value, currency) {
            Ok(money) => Some(At::new(money, part.span)),
            Err(why) => {
                self.error(Diagnostic::error("value", part.span, why));
                None
            }
        }
    }

    /// The first amount of money.
    pub(super) fn money(&mut self, node: &Node) -> Option<At<Money>> {
        let part = node.get(Kind::money)?;
        self.money_of(part)
    }

    /// A node that is a currency's code.
    pub(super) fn currency_of(&mut self, part: &Node) -> Option<Currency> {
        match part.text.parse() {
            Ok(currency) => Some(currency),
            Err(why) => {
                let mut diagnostic = Diagnostic::error("unknown-currency", part.span, why);
                if let Some(help) = suggest::did_you_mean(&part.text, Currency::codes()) {
                    diagnostic = diagnostic.help(help);
                }
                self.error(diagnostic);
                None
            }
        }
    }

    /// The nth quantity, from 0: a percentage, money, a duration or a number.
    pub(super) fn nth_quantity(&mut self, node: &Node, nth: usize) -> Option<At<Quantity>> {
        let wanted = |part: &&Node| matches!(part.kind, Kind::percent | Kind::money | Kind::duration | Kind::number);
        let part = node.children.iter().filter(wanted).nth(nth)?;
        self.quantity_of(part)
    }

    /// The first quantity.
    pub(super) fn quantity(&mut self, node: &Node) -> Option<At<Quantity>> {
        self.nth_quantity(node, 0)
    }

    /// A node that is a quantity.
    pub(super) fn quantity_of(&mut self, part: &Node) -> Option<At<Quantity>> {
        let quantity = match part.kind {
            Kind::percent => Quantity::Percent(self.parse(part)?.value),
            Kind::money => Quantity::Money(self.money_of(part)?.value),
            Kind::duration => Quantity::Duration(self.duration_of(part)?.value),
            Kind::number => Quantity::Number(self.parse(part)?.value),
            _ => return None,
        };
        Some(At::new(quantity, part.span))
    }

    /// The first plain number.
    pub(super) fn number(&mut self, node: &Node) -> Option<At<Number>> {
        let part = node.get(Kind::number)?;
        self.parse(part)
    }

    /// The nth whole number, from 0.
    pub(super) fn nth_integer(&mut self, node: &Node, nth: usize) -> Option<u32> {
        let part = node.all(Kind::integer).nth(nth)?;
        match part.text.parse() {
            Ok(value) => Some(value),
            Err(_) => {
                self.error(Diagnostic::error("value", part.span, format!("{} is too large", part.text)));
                None
            }
        }
    }

    /// The first whole number.
    pub(super) fn integer(&mut self, node: &Node) -> Option<u32> {
        self.nth_integer(node, 0)
    }

    /// The first ordinal: `2nd`, `second`.
    pub(super) fn ordinal(&mut self, node: &Node) -> Option<u32> {
        let part = node.get(Kind::ordinal)?;
        let words = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];
        let word = words.iter().position(|word| *word == part.text).and_then(|at| u32::try_from(at + 1).ok());
        let digits = part.text.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        match word.map_or_else(|| digits.parse(), Ok) {
            Ok(value) if value > 0 => Some(value),
            _ => {
                self.error(Diagnostic::error("value", part.span, format!("there is no {}", part.text)));
                None
            }
        }
    }

    /// A node that is an interval of hours.
    pub(super) fn hours_of(&mut self, part: &Node) -> Option<Hours> {
        let mut times = part.all(Kind::time);
        let (from, to) = (times.next()?, times.next()?);
        let from: At<TimeOfDay> = self.parse(from)?;
        let to: At<TimeOfDay> = self.parse(to)?;
        if from.value == to.value {
            self.error(
                Diagnostic::error("value", part.span, "these hours begin and end at the same time")
                    .help("for the whole day write 00:00-24:00"),
            );
            return None;
        }
        Some(Hours { from: from.value, to: to.value })
    }

    /// A node that is a date or a range of dates.
    pub(super) fn dates_of(&mut self, part: &Node) -> Option<DateRange> {
        let mut dates = part.all(Kind::date);
        let from = dates.next()?;
        let to = dates.next().unwrap_or(from);
        let (from, to) = (self.date_of(from)?, self.date_of(to)?);
        if to.value < from.value {
            self.error(Diagnostic::error("value", part.span, "these dates end before they begin"));
            return None;
        }
        Some(DateRange { from: from.value, to: to.value })
    }

    /// The first time of day.
    pub(super) fn time_of_day(&mut self, node: &Node) -> Option<At<TimeOfDay>> {
        let part = node.get(Kind::time)?;
        self.parse(part)
    }

    /// The calendar in `during …`, if the statement has it.
    pub(super) fn during(&mut self, node: &Node) -> Option<At<CalendarRef>> {
        let part = node.get(Kind::during)?.get(Kind::calendar_ref)?;
        self.calendar_ref_of(part)
    }

    /// A node that is `24x7` or a calendar.
    pub(super) fn calendar_ref_of(&mut self, part: &Node) -> Option<At<CalendarRef>> {
        let reference = match part.get(Kind::calendar) {
            Some(_) => CalendarRef::Calendar(self.name(part, Kind::calendar)?.value),
            None => CalendarRef::Always,
        };
        Some(At::new(reference, part.span))
    }

    /// The comparator of a statement.
    pub(super) fn comparator(node: &Node) -> Comparator {
        match node.get(Kind::comparator).map(|part| part.text.as_str()) {
            Some("at most") => Comparator::AtMost,
            Some("more than") => Comparator::MoreThan,
            Some("less than") => Comparator::LessThan,
            _ => Comparator::AtLeast,
        }
    }

    /// The cycle in `each …`, `over …`, if the statement has it.
    pub(super) fn cycle(&mut self, node: &Node) -> Option<Cycle> {
        let part = node.get(Kind::calendar_period)?;
        if let Some(unit) = part.get(Kind::calendar_unit) {
            return cycle_unit(&unit.text).map(Cycle::Each);
        }
        match part.get(Kind::rolling) {
            Some(rolling) => self.rolling_of(rolling),
            None => Some(Cycle::Period),
        }
    }

    /// A node that is a window which moves with time.
    pub(super) fn rolling_of(&mut self, part: &Node) -> Option<Cycle> {
        if let Some(duration) = part.get(Kind::duration) {
            return self.duration_of(duration).map(|duration| Cycle::Rolling(duration.value));
        }
        let count = self.integer(part)?;
        let unit = part.get(Kind::calendar_units)?;
        let text = format!("{count} {}", unit.text);
        let (text, factor) = match text.strip_suffix("quarters").or_else(|| text.strip_suffix("quarter")) {
            Some(number) => (format!("{number}months"), 3),
            None => (text, 1),
        };
        let duration: Duration = text.parse().ok()?;
        Some(Cycle::Rolling(Duration::new(duration.count.saturating_mul(factor), duration.unit)))
    }

    /// The party or `either party` of a statement.
    pub(super) fn who(&mut self, node: &Node) -> Option<Who> {
        let part = node.get(Kind::who)?;
        match part.get(Kind::party) {
            Some(_) => self.name(part, Kind::party).map(|name| Who::Party(name.value)),
            None => Some(Who::Either),
        }
    }
}

/// The first string of a statement as prose, with its place.
pub(super) fn prose(node: &Node) -> Option<At<Prose>> {
    node.get(Kind::string).map(prose_of)
}

/// A string as prose.
pub(super) fn prose_of(part: &Node) -> At<Prose> {
    At::new(Prose::new(part.text.clone()), part.span)
}

/// The words of a line: in its string, or in the block below it.
pub(super) fn prose_of_line(line: &Line) -> Option<At<Prose>> {
    line.prose.as_ref().map(prose_of).or_else(|| prose(&line.node))
}

/// The nth string of a statement, from 0.
pub(super) fn nth_text(node: &Node, nth: usize) -> Option<At<String>> {
    node.all(Kind::string).nth(nth).map(|part| At::new(part.text.clone(), part.span))
}

/// The first string of a statement.
pub(super) fn text(node: &Node) -> Option<At<String>> {
    nth_text(node, 0)
}

/// All strings of a statement.
pub(super) fn texts(node: &Node) -> Vec<At<String>> {
    node.all(Kind::string).map(|part| At::new(part.text.clone(), part.span)).collect()
}

/// All strings of a statement as prose.
pub(super) fn proses(node: &Node) -> Vec<Prose> {
    node.all(Kind::string).map(|part| Prose::new(part.text.clone())).collect()
}

/// The unit that a word or its plural names.
pub(super) fn cycle_unit(word: &str) -> Option<CycleUnit> {
    let known = |word: &str| CycleUnit::ALL.into_iter().find(|unit| unit.word() == word);
    known(word).or_else(|| known(word.strip_suffix('s')?))
}

/// Where a band or a condition begins.
pub(super) fn band_edge(node: &Node) -> Option<BandEdge> {
    Some(match node.get(Kind::band_edge)?.text.as_str() {
        "below" => BandEdge::Below,
        "above" => BandEdge::Above,
        "at or below" => BandEdge::AtOrBelow,
        _ => BandEdge::AtOrAbove,
    })
}

/// What is timed, by its word.
pub(super) fn time_measure(word: &str) -> Option<TimeMeasure> {
    Some(match word {
        "response" => TimeMeasure::Response,
        "acknowledgement" => TimeMeasure::Acknowledgement,
        "update" => TimeMeasure::Update,
        "workaround" => TimeMeasure::Workaround,
        "resolution" => TimeMeasure::Resolution,
        "onsite" => TimeMeasure::Onsite,
        "parts" => TimeMeasure::Parts,
        _ => return None,
    })
}

/// The rounding in `rounded down to 2 decimals`.
pub(super) fn rounding(context: &mut Context, node: &Node) -> Option<Rounding> {
    let way = match node.get(Kind::rounding_way).map(|part| part.text.as_str()) {
        Some("down") => RoundingWay::Down,
        Some("up") => RoundingWay::Up,
        _ => RoundingWay::HalfUp,
    };
    let decimals = context.integer(node)?;
    let Some(decimals) = u8::try_from(decimals).ok().filter(|decimals| *decimals <= 12) else {
        let span: Span = node.span;
        context.error(Diagnostic::error("value", span, "more than 12 decimals are not kept"));
        return None;
    };
    Some(Rounding { way, decimals })
}
