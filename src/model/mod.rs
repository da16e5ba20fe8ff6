//! The typed agreement: what is printed, exported, checked or computed reads this and nothing else.
//!
//! Names refer to entries of the agreement and are known to exist: `resolve`
//! refuses a spec in which one does not. Every struct serialises to the policy
//! as it stands; places in the source are left out there and in comparisons.

pub mod quantity;

mod agreement;
mod assignment;
mod audit;
mod calendar;
mod changes;
mod channel;
mod clause;
mod continuity;
mod credit;
mod data;
mod definition;
mod dispute;
mod escalation;
mod exit;
mod fee;
mod indicator;
mod level;
mod liability;
mod maintenance;
mod metric;
mod notices;
mod obligation;
mod origin;
mod party;
mod penalty;
mod period;
mod report;
mod severity;
mod signature;
mod subcontractors;
mod support_times;

pub use agreement::*;
pub use assignment::*;
pub use audit::*;
pub use calendar::*;
pub use changes::*;
pub use channel::*;
pub use clause::*;
pub use continuity::*;
pub use credit::*;
pub use data::*;
pub use definition::*;
pub use dispute::*;
pub use escalation::*;
pub use exit::*;
pub use fee::*;
pub use indicator::*;
pub use level::*;
pub use liability::*;
pub use maintenance::*;
pub use metric::*;
pub use notices::*;
pub use obligation::*;
pub use origin::*;
pub use party::*;
pub use penalty::*;
pub use period::*;
pub use quantity::*;
pub use report::*;
pub use severity::*;
pub use signature::*;
pub use subcontractors::*;
pub use support_times::*;
