//! The typed agreement: what is printed, exported, checked or computed reads this and nothing else.
//!
//! Names refer to entries of the agreement and are known to exist: `resolve`
//! refuses a spec in which one does not. Every struct serialises to the policy
//! as it stands; places in the source are left out there and in comparisons.

pub mod quantity;

mod agreement;
mod calendar;
mod channel;
mod clause;
mod credit;
mod definition;
mod dispute;
mod escalation;
mod fee;
mod law;
mod level;
mod maintenance;
mod metric;
mod obligation;
mod origin;
mod party;
mod penalty;
mod period;
mod report;
mod severity;

pub use agreement::*;
pub use calendar::*;
pub use channel::*;
pub use clause::*;
pub use credit::*;
pub use definition::*;
pub use dispute::*;
pub use escalation::*;
pub use fee::*;
pub use law::*;
pub use level::*;
pub use maintenance::*;
pub use metric::*;
pub use obligation::*;
pub use origin::*;
pub use party::*;
pub use penalty::*;
pub use period::*;
pub use quantity::*;
pub use report::*;
pub use severity::*;
