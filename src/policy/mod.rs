//! The policy: the agreement for machines, versioned, with all that was computed and frozen.
//!
//! It holds the typed agreement itself, so that nothing is missing, beside the facts that a tool could
//! not compute without our calendars. JSON, YAML and TOML carry the same data; [`schema`] describes it.

mod computed;
mod explain;
mod format;
mod read;
mod schema;
mod write;

pub use computed::{Computed, CycleAllowance, DowntimeAllowance, Sources};
pub use format::{FORMAT, Format};
pub use read::read;
pub use schema::schema;
pub use write::{to_json, to_toml, to_yaml};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::evaluate::holidays::YearsUnknown;
use crate::model::Agreement;

/// A service level agreement as machines read it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct Policy {
    /// The version of this format.
    pub servanda_policy: Format,
    /// What the parties agreed.
    pub agreement: Agreement,
    /// What follows from it, computed when the agreement was built and frozen since.
    pub computed: Computed,
}

impl Policy {
    /// The policy of an agreement.
    ///
    /// # Errors
    /// Where the term reaches past the years whose public holidays are known.
    pub fn new(agreement: &Agreement) -> Result<Self, YearsUnknown> {
        Ok(Self { servanda_policy: Format, agreement: agreement.clone(), computed: Computed::of(agreement)? })
    }
}
