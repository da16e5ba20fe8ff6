//! One file a clause: its statements, made the model's part.

pub(super) mod calendar;
pub(super) mod change;
pub(super) mod channel;
pub(super) mod definition;
pub(super) mod dispute;
pub(super) mod escalation;
pub(super) mod free;
pub(super) mod heading;
pub(super) mod law;
pub(super) mod level;
pub(super) mod maintenance;
pub(super) mod metric;
pub(super) mod obligation;
pub(super) mod party;
pub(super) mod penalty;
pub(super) mod period;
pub(super) mod report;
pub(super) mod service;
pub(super) mod severity;
