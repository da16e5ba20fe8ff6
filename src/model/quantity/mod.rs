//! Quantities: exact, each with its unit, its parser and its one spelling in a spec.

mod cycle;
mod date;
mod duration;
mod money;
mod name;
mod number;
mod percent;
mod place;
mod time;

pub use cycle::{Cycle, CycleUnit, Interval};
pub use date::Date;
pub use duration::{Duration, DurationUnit};
pub use money::{Currency, Money};
pub use name::{Name, Prose};
pub use number::Number;
pub use percent::Percent;
pub use place::{Language, Region, Zone};
pub use time::{TimeOfDay, Weekday};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A threshold or a limit, in whatever the level measures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Quantity {
    /// A share.
    Percent(Percent),
    /// An amount of money.
    Money(Money),
    /// A length of time.
    Duration(Duration),
    /// A plain number: points, a score.
    Number(Number),
}

impl std::fmt::Display for Quantity {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Percent(percent) => percent.fmt(f),
            Self::Money(money) => money.fmt(f),
            Self::Duration(duration) => duration.fmt(f),
            Self::Number(number) => number.fmt(f),
        }
    }
}

/// Serialises a type by its one spelling: `Display` out, `FromStr` in, a string in the schema.
macro_rules! spelled {
    ($type:ty, $name:literal, $description:literal, $pattern:literal) => {
        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }

        impl schemars::JsonSchema for $type {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                $name.into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({ "type": "string", "description": $description, "pattern": $pattern })
            }
        }
    };
}
pub(crate) use spelled;
