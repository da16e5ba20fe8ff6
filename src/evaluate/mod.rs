//! What an agreement's words amount to: opening hours, clocks, deadlines, months, holidays, credits.
//!
//! Everything is exact: instants are whole seconds, shares are ratios of integers, zones come from the
//! database inside the binary and holidays from data frozen with it. Nothing reads the machine's clock
//! or its zone files. `docs/semantics.md` states the rules with worked examples.

mod agreement_hours;
mod allowance;
mod allowed_downtime;
mod business_days;
mod clock;
mod credits;
mod cycles;
mod examples;
pub mod exposure;
pub mod formula;
pub mod holidays;
mod key_dates;
mod open_hours;
mod open_time;
pub mod outages;
pub mod sums;
mod term;
pub mod tiers;
pub mod verdict;
mod worked;
mod zone;

pub use agreement_hours::{AgreementHours, FrozenHoliday, frozen_holidays};
pub use allowance::{Allowance, InWords, downtime};
pub use allowed_downtime::{AllowedDowntime, AllowedIn, AllowedInSpan, allowed_downtime};
pub use clock::{Clock, Deadline, Pause};
pub use credits::{cycle_fee, reached, share_of};
pub use cycles::{Span, cycle, next_cycle};
pub use examples::{CreditExample, DowntimeExample, Examples, TicketEnd, TicketExample, examples};
pub use key_dates::{KeyDate, KeyEvent, key_dates};
pub use open_hours::{ClockError, OpenHours};
pub use open_time::OpenTime;
pub use term::{OPEN_TERM_MONTHS, Term, last_day, last_day_after, last_day_before_end};
pub use worked::{WrongExample, wrong_examples};
pub use zone::{Instant, LocalTime, Transition, ZoneRules};
