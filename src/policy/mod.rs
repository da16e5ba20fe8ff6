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
    /// What the parties agreed; of several plans among which another document chooses, the first.
    pub agreement: Agreement,
    /// What follows from it, computed when the agreement was built and frozen since.
    pub computed: Computed,
    /// The whole agreement under each further plan; empty where one plan is chosen, or there are none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub other_plans: Vec<Terms>,
}

/// An agreement with what follows from it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct Terms {
    /// What the parties agree under this plan.
    pub agreement: Agreement,
    /// What follows from it.
    pub computed: Computed,
}

impl Policy {
    /// The policy of an agreement.
    ///
    /// # Errors
    /// Where the term reaches past the years whose public holidays are known.
    pub fn new(agreement: &Agreement) -> Result<Self, YearsUnknown> {
        Self::of_plans(agreement, &[])
    }

    /// The policy of an agreement that offers several plans.
    ///
    /// # Errors
    /// Where the term reaches past the years whose public holidays are known.
    pub fn of_plans(first: &Agreement, others: &[Agreement]) -> Result<Self, YearsUnknown> {
        let terms = |agreement: &Agreement| -> Result<Terms, YearsUnknown> {
            Ok(Terms { agreement: agreement.clone(), computed: Computed::of(agreement)? })
        };
        let Terms { agreement, computed } = terms(first)?;
        let other_plans = others.iter().map(terms).collect::<Result<_, _>>()?;
        Ok(Self { servanda_policy: Format, agreement, computed, other_plans })
    }

    /// The policy of one of several plans, by its name in any case; none where it has no such plan.
    pub fn of_plan(&self, plan: &str) -> Option<Self> {
        let is =
            |agreement: &Agreement| agreement.plan.as_ref().is_some_and(|own| own.as_str().eq_ignore_ascii_case(plan));
        let others = self.other_plans.iter().map(|terms| (&terms.agreement, &terms.computed));
        let mut all = std::iter::once((&self.agreement, &self.computed)).chain(others);
        let (agreement, computed) = all.find(|(agreement, _)| is(agreement))?;
        Some(Self { agreement: agreement.clone(), computed: computed.clone(), other_plans: Vec::new(), ..*self })
    }

    /// The agreement under each plan; one where there are no plans, or one is chosen.
    pub fn agreements(&self) -> impl Iterator<Item = &Agreement> {
        std::iter::once(&self.agreement).chain(self.other_plans.iter().map(|terms| &terms.agreement))
    }
}
