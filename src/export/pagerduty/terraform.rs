//! The same schedules and policies as Terraform resources.

use std::fmt::Write as _;

use super::{Plan, time_of_day};

impl Plan {
    /// The resources, in HCL2 as `terraform fmt` lays it out.
    pub(super) fn terraform(&self) -> String {
        let mut out = String::from(
            "terraform {\n  required_providers {\n    pagerduty = {\n      source  = \"PagerDuty/pagerduty\"\n      \
             version = \"~> 3.0\"\n    }\n  }\n}\n",
        );
        for schedule in &self.schedules {
            let _ = write!(
                out,
                "\nresource \"pagerduty_schedule\" {} {{\n  name      = {}\n  time_zone = {}\n\n  layer {{\n    \
                 name                         = {}\n    start                        = {}\n    \
                 rotation_virtual_start       = {}\n    rotation_turn_length_seconds = 604800\n    \
                 users                        = [{}]\n",
                quoted(&schedule.slug),
                quoted(&schedule.name),
                quoted(&self.zone),
                quoted(&schedule.name),
                quoted(&self.begins()),
                quoted(&self.begins()),
                quoted(&schedule.user),
            );
            for (day, from, length) in &schedule.restrictions {
                let _ = write!(
                    out,
                    "\n    restriction {{\n      type              = \"weekly_restriction\"\n      start_day_of_week = \
                     {day}\n      start_time_of_day = {}\n      duration_seconds  = {length}\n    }}\n",
                    quoted(&time_of_day(*from)),
                );
            }
            out.push_str("  }\n}\n");
        }
        for policy in &self.policies {
            let _ = write!(
                out,
                "\nresource \"pagerduty_escalation_policy\" {} {{\n  name        = {}\n  description = {}\n  \
                 num_loops   = 0\n",
                quoted(&policy.slug),
                quoted(&policy.name),
                quoted(&policy.description),
            );
            for (delay, told) in &policy.rules {
                let _ = write!(out, "\n  rule {{\n    escalation_delay_in_minutes = {delay}\n");
                for at in told {
                    let _ = write!(
                        out,
                        "\n    target {{\n      type = \"schedule_reference\"\n      id   = pagerduty_schedule.{}.id\n    }}\n",
                        self.schedules[*at].slug
                    );
                }
                out.push_str("  }\n");
            }
            out.push_str("}\n");
        }
        out
    }
}

/// A text as HCL2 writes it: escapes as in JSON, and no template in it is evaluated.
fn quoted(text: &str) -> String {
    // A text has no form that fails.
    let json = serde_json::to_string(text).unwrap_or_default();
    json.replace("${", "$${").replace("%{", "%%{")
}
