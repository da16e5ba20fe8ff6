//! The minutes of a week in which calendars are open, holidays left aside.

use super::time::minutes;
use crate::model::{Agreement, CalendarRef, Channel};

/// Minutes of a week.
const MINUTES: usize = 7 * 24 * 60;

/// A set of minutes of the week, Monday first: a bit a minute, since rows of times are held against all channels.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Week([u64; MINUTES.div_ceil(64)]);

impl Week {
    /// No minute.
    pub(super) fn closed() -> Self {
        Self([0; MINUTES.div_ceil(64)])
    }

    /// The minutes in which a calendar is open; none where there is no such calendar.
    pub(super) fn of(agreement: &Agreement, clock: &CalendarRef) -> Option<Self> {
        let mut week = Self::closed();
        let Some(name) = clock.name() else {
            week.add(0, MINUTES);
            return Some(week);
        };
        for opening in &agreement.calendar(name)?.opening {
            for day in &opening.days {
                for hours in &opening.hours {
                    let from = *day as usize * 24 * 60 + usize::from(hours.from.minutes());
                    let to = from + minutes(*hours);
                    week.add(from, to.min(MINUTES));
                    // The night of Sunday goes on at the beginning of the week.
                    week.add(0, to.saturating_sub(MINUTES));
                }
            }
        }
        Some(week)
    }

    /// The minutes in which at least one of some channels is open.
    pub(super) fn of_channels(agreement: &Agreement, channels: &[&Channel]) -> Self {
        let open = channels.iter().filter_map(|channel| Self::of(agreement, &channel.during));
        open.fold(Self::closed(), |all, week| all.or(&week))
    }

    /// Adds the minutes from one up to another.
    fn add(&mut self, from: usize, to: usize) {
        let mut at = from;
        while at < to {
            let (word, bit) = (at / 64, at % 64);
            let count = (64 - bit).min(to - at);
            self.0[word] |= (u64::MAX >> (64 - count)) << bit;
            at += count;
        }
    }

    /// Whether a minute is one of them.
    pub(super) fn has(&self, minute: usize) -> bool {
        self.0.get(minute / 64).is_some_and(|word| word >> (minute % 64) & 1 == 1)
    }

    /// How many there are.
    pub(super) fn count(&self) -> usize {
        self.0.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// Whether these are all minutes of the week.
    pub(super) fn is_always(&self) -> bool {
        self.count() == MINUTES
    }

    /// The minutes of both.
    pub(super) fn or(&self, other: &Self) -> Self {
        Self(std::array::from_fn(|at| self.0[at] | other.0[at]))
    }

    /// The minutes that both have.
    pub(super) fn and(&self, other: &Self) -> Self {
        Self(std::array::from_fn(|at| self.0[at] & other.0[at]))
    }

    /// The minutes that the other does not have.
    pub(super) fn without(&self, other: &Self) -> Self {
        Self(std::array::from_fn(|at| self.0[at] & !other.0[at]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn minutes_are_counted_across_words_and_the_end_of_the_week() {
        let mut week = Week::closed();
        week.add(60, 200);
        assert_eq!(
            (week.count(), week.has(59), week.has(60), week.has(199), week.has(200)),
            (140, false, true, true, false)
        );
        week.add(MINUTES - 10, MINUTES);
        assert_eq!((week.count(), week.has(MINUTES - 1), week.has(MINUTES)), (150, true, false));
        let mut all = Week::closed();
        all.add(0, MINUTES);
        assert!(all.is_always() && all.without(&week).count() == MINUTES - 150 && all.and(&week) == week);
    }
}
