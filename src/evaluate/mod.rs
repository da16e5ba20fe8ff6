//! What an agreement's words amount to: opening hours, clocks, deadlines, months, holidays.
//!
//! Everything is exact: instants are whole seconds, shares are ratios of integers, zones come from the
//! database inside the binary and holidays from data frozen with it. Nothing reads the machine's clock
//! or its zone files.

pub mod holidays;
