//! What an agreement can cover, by the names that profiles use.

mod frame;
mod law;
mod promise;
mod remedy;

use super::look::times_rows;
use crate::model::{Agreement, DisputeKind, Level, Party, Penalties, TerminationGround, TimesRow};
use crate::source::Span;

/// A subject that an agreement may cover.
#[derive(Debug, Clone, Copy)]
pub struct Subject {
    /// The name that a profile's `needs` uses.
    pub name: &'static str,
    /// What it is.
    pub title: &'static str,
    find: fn(&Agreement) -> Vec<Span>,
}

impl Subject {
    /// Where an agreement covers the subject; nowhere where it does not.
    pub fn places(&self, agreement: &Agreement) -> Vec<Span> {
        (self.find)(agreement)
    }
}

/// All subjects, in the order of an agreement.
pub fn subjects() -> impl Iterator<Item = &'static Subject> {
    [frame::SUBJECTS, promise::SUBJECTS, remedy::SUBJECTS, law::SUBJECTS].into_iter().flatten()
}

/// A place in each party, or none at all.
fn both(agreement: &Agreement, find: impl Fn(&Party) -> Option<Span>) -> Vec<Span> {
    let parties = [&agreement.parties.provider, &agreement.parties.customer];
    let places: Option<Vec<Span>> = parties.into_iter().map(find).collect();
    places.unwrap_or_default()
}

fn first(mut places: impl Iterator<Item = Span>) -> Vec<Span> {
    places.next().into_iter().collect()
}

fn rights(agreement: &Agreement, is: impl Fn(&TerminationGround) -> bool) -> Vec<Span> {
    agreement.period.terminations.iter().filter(|right| is(&right.ground)).map(|right| right.origin.0).collect()
}

fn penalties(agreement: &Agreement) -> impl Iterator<Item = &Penalties> {
    agreement.penalties.iter()
}

fn times(agreement: &Agreement, find: impl Fn(&TimesRow) -> Option<Span>) -> Vec<Span> {
    times_rows(agreement).filter_map(find).collect()
}

fn levels(agreement: &Agreement, is: impl Fn(&Level) -> bool) -> Vec<Span> {
    agreement.levels.iter().filter(|level| is(level)).map(|level| level.name.span()).collect()
}

fn disputes(agreement: &Agreement, is: impl Fn(&DisputeKind) -> bool) -> Vec<Span> {
    let steps = agreement.disputes.iter().flat_map(|disputes| &disputes.steps);
    steps.filter(|step| is(&step.kind)).map(|step| step.origin.0).collect()
}
