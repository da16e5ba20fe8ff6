//! What happens at the end.

use schemars::JsonSchema;
use serde::Serialize;

use super::{Context, Text};
use crate::model::{self, AssistancePrice};

/// What happens at the end.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Exit {
    source: String,
    hand_over: Vec<HandOver>,
    deletions: Vec<Deletion>,
    assistance: Vec<Assistance>,
}

/// What is handed over.
#[derive(Debug, Serialize, JsonSchema)]
struct HandOver {
    party: String,
    other: String,
    what: Text,
    format: Option<String>,
    within: String,
}

/// What is deleted.
#[derive(Debug, Serialize, JsonSchema)]
struct Deletion {
    party: String,
    what: Text,
    within: String,
}

/// Help with the move.
#[derive(Debug, Serialize, JsonSchema)]
struct Assistance {
    party: String,
    other: String,
    time: String,
    free: bool,
    /// At these rates.
    at: Option<String>,
}

impl Exit {
    /// The section, if the agreement has it.
    pub(super) fn new(context: &Context<'_>) -> Option<Self> {
        let exit = context.agreement.exit.as_ref()?;
        let hand_over = |entry: &model::HandOver| HandOver {
            party: entry.party.to_string(),
            other: context.other(&entry.party),
            what: Text::part(&entry.what),
            format: entry.format.clone(),
            within: context.forms.duration(entry.within),
        };
        let deletion = |entry: &model::Deletion| Deletion {
            party: entry.party.to_string(),
            what: Text::part(&entry.what),
            within: context.forms.duration(entry.within),
        };
        let assistance = |entry: &model::Assistance| Assistance {
            party: entry.party.to_string(),
            other: context.other(&entry.party),
            time: context.forms.duration(entry.time),
            free: entry.price == Some(AssistancePrice::Free),
            at: match &entry.price {
                Some(AssistancePrice::At(rates)) => Some(rates.clone()),
                Some(AssistancePrice::Free) | None => None,
            },
        };
        Some(Self {
            source: context.source(exit.origin),
            hand_over: exit.hand_over.iter().map(hand_over).collect(),
            deletions: exit.deletions.iter().map(deletion).collect(),
            assistance: exit.assistance.iter().map(assistance).collect(),
        })
    }
}
