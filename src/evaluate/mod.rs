//! What an agreement's words amount to: opening hours, clocks, deadlines, months, holidays.
//!
//! Everything is exact: instants are whole seconds, shares are ratios of integers, zones come from the
//! database inside the binary and holidays from data frozen with it. Nothing reads the machine's clock
//! or its zone files.

mod business_days;
mod clock;
pub mod holidays;
mod open_hours;
mod open_time;
mod zone;

pub use clock::{Clock, Deadline, Pause};
pub use open_hours::{ClockError, OpenHours};
pub use open_time::OpenTime;
pub use zone::{Instant, LocalTime, ZoneRules};
