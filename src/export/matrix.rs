//! What each target can carry, as a table; made from the exporters themselves.

use std::fmt::Write as _;

use super::topic::Topic;
use super::{Carries, EXPORTERS};

/// The matrix as a Markdown table: a row a topic, a column a target.
pub fn matrix() -> String {
    let mut out = String::from("| |");
    for exporter in EXPORTERS {
        let _ = write!(out, " {} |", exporter.name());
    }
    out.push_str("\n|---|");
    out.push_str(&"---|".repeat(EXPORTERS.len()));
    out.push('\n');
    for topic in Topic::ALL {
        let _ = write!(out, "| {} |", topic.words());
        for exporter in EXPORTERS {
            let word = match exporter.carries(topic) {
                Carries::Exact => "yes",
                Carries::Approximated => "near",
                Carries::Never(_) => "-",
            };
            let _ = write!(out, " {word} |");
        }
        out.push('\n');
    }
    out
}
