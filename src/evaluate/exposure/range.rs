//! Amounts of which only limits may be known, in minor units.

use num_traits::{CheckedAdd, CheckedMul, Zero};

use crate::evaluate::formula::Exact;

/// Two limits of an amount; none: there is no limit. Without a least it surely grows without one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Range {
    pub(super) least: Option<Exact>,
    pub(super) most: Option<Exact>,
}

impl Range {
    pub(super) const UNLIMITED: Self = Self { least: None, most: None };

    pub(super) fn unknown() -> Self {
        Self { least: Some(Exact::zero()), most: None }
    }

    pub(super) fn exactly(value: Exact) -> Self {
        Self { least: Some(value), most: Some(value) }
    }

    pub(super) fn nothing() -> Self {
        Self::exactly(Exact::zero())
    }

    pub(super) fn known(value: Option<Exact>) -> Self {
        value.map_or_else(Self::unknown, Self::exactly)
    }

    pub(super) fn least(self) -> Option<Exact> {
        self.least
    }

    pub(super) fn most(self) -> Option<Exact> {
        self.most
    }

    pub(super) fn is_nothing(self) -> bool {
        self == Self::nothing()
    }

    pub(super) fn plus(self, other: Self) -> Self {
        self.with(other, |one, other| one.checked_add(&other))
    }

    pub(super) fn max(self, other: Self) -> Self {
        self.with(other, |one, other| Some(one.max(other)))
    }

    pub(super) fn min(self, other: Self) -> Self {
        let least = |one: Option<Exact>, other: Option<Exact>| match (one, other) {
            (Some(one), Some(other)) => Some(one.min(other)),
            (one, other) => one.or(other),
        };
        Self { least: least(self.least, other.least), most: least(self.most, other.most) }
    }

    /// Both limits changed by the same growing function; nothing is known where it fails.
    pub(super) fn map(self, change: impl Fn(Exact) -> Option<Exact>) -> Self {
        let changed = |value: Option<Exact>| match value {
            None => Some(None),
            Some(value) => change(value).map(Some),
        };
        match (changed(self.least), changed(self.most)) {
            (Some(least), Some(most)) => Self { least, most },
            _ => Self::unknown(),
        }
    }

    pub(super) fn times(self, factor: Exact) -> Self {
        if factor.is_zero() { Self::nothing() } else { self.map(|value| value.checked_mul(&factor)) }
    }

    fn with(self, other: Self, join: impl Fn(Exact, Exact) -> Option<Exact>) -> Self {
        let joined = |one: Option<Exact>, other: Option<Exact>| match (one, other) {
            (Some(one), Some(other)) => join(one, other).map(Some),
            _ => Some(None),
        };
        match (joined(self.least, other.least), joined(self.most, other.most)) {
            (Some(least), Some(most)) => Self { least, most },
            _ => Self::unknown(),
        }
    }
}
