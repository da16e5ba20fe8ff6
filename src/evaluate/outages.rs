//! From measurements to downtime: when a service is down, and what share of the counted time it is up.
//!
//! Spans of time are half-open, in whole seconds from any one moment: a span `(0, 60)` is the first minute.

use super::formula::Exact;

/// A span of time without a break: from its first second to the one after its last.
pub type Seconds = (i64, i64);

/// Spans in order, with those that touch or overlap made one.
pub fn merged(spans: &[Seconds]) -> Vec<Seconds> {
    let mut sorted: Vec<Seconds> = spans.iter().copied().filter(|(from, to)| from < to).collect();
    sorted.sort_unstable();
    let mut merged: Vec<Seconds> = Vec::new();
    for (from, to) in sorted {
        match merged.last_mut().filter(|last| from <= last.1) {
            Some(last) => last.1 = last.1.max(to),
            None => merged.push((from, to)),
        }
    }
    merged
}

/// The sum of some spans, each second once.
pub fn length(spans: &[Seconds]) -> i64 {
    merged(spans).iter().map(|(from, to)| to - from).sum()
}

/// A condition that has to hold for a time without a break: once it has, all of it is an outage, from its beginning.
pub fn lasting(spans: &[Seconds], at_least: i64) -> Vec<Seconds> {
    merged(spans).into_iter().filter(|(from, to)| to - from >= at_least).collect()
}

/// Probes, each with its time and whether it passed: down from the first of so many that fail in a row, up from the
/// first of so many that pass in a row. What is down at the last probe stays down until `end`.
pub fn by_probes(probes: &[(i64, bool)], failing: usize, passing: usize, end: i64) -> Vec<Seconds> {
    let mut outages = Vec::new();
    let mut down_since: Option<i64> = None;
    let mut run: Vec<i64> = Vec::new();
    for (time, passed) in probes {
        // A run is of results that would change the state.
        if *passed == down_since.is_some() {
            run.push(*time);
        } else {
            run.clear();
        }
        match down_since {
            None if run.len() >= failing.max(1) => down_since = run.first().copied(),
            Some(since) if run.len() >= passing.max(1) => {
                outages.extend(run.first().map(|up| (since, *up)));
                down_since = None;
            }
            _ => continue,
        }
        run.clear();
    }
    outages.extend(down_since.map(|since| (since, end)));
    outages
}

/// The spans in which all of some services are down: `down only if all of … are down`.
pub fn all_down(services: &[Vec<Seconds>]) -> Vec<Seconds> {
    let Some((first, rest)) = services.split_first() else { return Vec::new() };
    rest.iter().fold(merged(first), |so_far, next| overlap(&so_far, next))
}

/// What two sets of spans have in common.
pub fn overlap(one: &[Seconds], other: &[Seconds]) -> Vec<Seconds> {
    let other = merged(other);
    let common = merged(one).into_iter().flat_map(|(from, to)| {
        other.iter().map(move |(start, end)| (from.max(*start), to.min(*end))).collect::<Vec<_>>()
    });
    merged(&common.collect::<Vec<_>>())
}

/// What remains of some spans without others.
pub fn without(spans: &[Seconds], taken: &[Seconds]) -> Vec<Seconds> {
    let taken = merged(taken);
    let mut left = Vec::new();
    for (mut from, to) in merged(spans) {
        for (start, end) in &taken {
            left.push((from, (*start).clamp(from, to.max(from))));
            from = from.max(*end);
        }
        left.push((from, to));
    }
    merged(&left)
}

/// What excluded time counts as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExcludedAs {
    /// It is taken from the counted time and from the downtime, once.
    Neither,
    /// It is taken from the downtime only.
    Up,
}

/// Availability: counted time less downtime, divided by counted time. None where no time counts: the level is met.
///
/// `counted` is what counts of the cycle: the hours of a calendar, the days in the period.
pub fn availability(
    counted: &[Seconds],
    down: &[Seconds],
    excluded: &[Seconds],
    counts_as: ExcludedAs,
) -> Option<Exact> {
    let base = match counts_as {
        ExcludedAs::Neither => without(counted, excluded),
        ExcludedAs::Up => merged(counted),
    };
    let lost = length(&without(&overlap(&base, down), excluded));
    let all = length(&base);
    (all > 0).then(|| Exact::new(i128::from(all - lost), i128::from(all)))
}

/// Whether a level is missed so often that a right to terminate arises: in `misses` of `of` cycles in a row, the last
/// of which is the last one given. Cycles are in order; `true` is a miss.
pub fn chronic(cycles: &[bool], misses: usize, of: usize) -> bool {
    cycles.len() >= misses
        && cycles[cycles.len().saturating_sub(of)..].iter().filter(|missed| **missed).count() >= misses
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One second at a time: slow and obvious.
    fn second_by_second(counted: &[Seconds], down: &[Seconds], excluded: &[Seconds]) -> Option<Exact> {
        let inside = |spans: &[Seconds], second: i64| spans.iter().any(|(from, to)| (*from..*to).contains(&second));
        let base: Vec<i64> = (0..100).filter(|at| inside(counted, *at) && !inside(excluded, *at)).collect();
        let up = base.iter().filter(|at| !inside(down, **at)).count();
        (!base.is_empty()).then(|| Exact::new(up as i128, base.len() as i128))
    }

    #[test]
    fn availability_is_that_of_each_second() {
        let mut seed = 7_u64;
        let mut next = move || {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            i64::try_from((seed >> 33) % 100).unwrap()
        };
        for _ in 0..500 {
            let mut spans = |count: usize| -> Vec<Seconds> {
                (0..count).map(|_| (next(), next())).map(|(a, b)| (a.min(b), a.max(b))).collect()
            };
            let (counted, down, excluded) = (spans(2), spans(4), spans(3));
            let fast = availability(&counted, &down, &excluded, ExcludedAs::Neither);
            assert_eq!(fast, second_by_second(&counted, &down, &excluded), "{counted:?} {down:?} {excluded:?}");
        }
    }

    #[test]
    fn a_single_probe_between_two_states_changes_nothing() {
        let probes: Vec<(i64, bool)> = [true, false, true, false, false, false, true, false, true, true]
            .into_iter()
            .enumerate()
            .map(|(at, passed)| (i64::try_from(at).unwrap() * 60, passed))
            .collect();
        assert_eq!(by_probes(&probes, 3, 2, 600), vec![(180, 480)]);
        assert_eq!(by_probes(&probes[..6], 3, 2, 360), vec![(180, 360)]);
    }

    #[test]
    fn k_of_n_looks_at_the_last_n() {
        assert!(chronic(&[true, false, true], 2, 3));
        assert!(!chronic(&[true, false, false, true], 2, 3));
        assert!(chronic(&[true], 1, 3));
    }
}
