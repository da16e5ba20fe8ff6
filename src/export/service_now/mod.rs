//! ServiceNow: SLA definitions and schedules, as a project of ServiceNow's own SDK.
//!
//! Source of the format: `@servicenow/sdk` 4.9.0, its pages on `Sla` and `Record`; for the fields of schedules
//! <https://www.servicenow.com/docs/r/platform-administration/time-configuration/r_ScheduleEntryFields.html>.

mod definitions;
mod schedules;

use serde_json::json;
use sha2::{Digest as _, Sha256};

use super::text::Slugs;
use super::{Carries, Exporter, File, Fit, Input, Names, Refused, Topic, Verdict};

/// The exporter.
pub(super) struct ServiceNow;

impl Exporter for ServiceNow {
    fn name(&self) -> &'static str {
        "servicenow"
    }

    fn title(&self) -> &'static str {
        "ServiceNow"
    }

    fn page(&self) -> &'static str {
        include_str!("../../../docs/exports/servicenow.md")
    }

    fn carries(&self, topic: Topic) -> Carries {
        match topic {
            Topic::Hours
            | Topic::Holidays
            | Topic::Response
            | Topic::Resolution
            | Topic::Clock
            | Topic::Requests
            | Topic::Grading => Carries::Exact,
            Topic::Pauses | Topic::ClockRules => Carries::Approximated,
            Topic::Update => Carries::Never("a ServiceNow SLA ends once, it does not begin again with each update"),
            Topic::Severities => Carries::Never("ServiceNow computes a priority from impact and urgency of its own"),
            Topic::Share | Topic::Measurement => {
                Carries::Never("a ServiceNow SLA tells of each record whether it was in time: report on them")
            }
            Topic::Escalation => {
                Carries::Never("the flow of an SLA notifies: build one, and name it in the definition")
            }
            Topic::Maintenance | Topic::Exclusions => Carries::Never("a ServiceNow SLA has no time that is left out"),
            Topic::Uptime | Topic::Down | Topic::Ratio | Topic::Latency | Topic::Survey | Topic::Metrics => {
                Carries::Never("ServiceNow's SLA definitions time records, not services")
            }
            Topic::Credits | Topic::Remedies => {
                Carries::Never("ServiceNow's SLA definitions have times, not what a miss costs")
            }
            _ => Carries::Never("ServiceNow's SLA definitions have no place for it"),
        }
    }

    fn export(&self, input: &Input<'_>, fit: &mut Fit, names: &mut Names) -> Result<Vec<File>, Refused> {
        let agreement = &input.policy.agreement;
        let own = agreement.heading.reference.as_ref().map_or(input.stem, |reference| reference.value.as_str());
        let prefix = names.text_or("agreement", "prefix", "what the names of definitions begin with", own);
        let definitions = definitions::definitions(agreement, &prefix, fit, names)?;
        let mut text = format!(
            "// {}\n// Written by `servanda export`; change the agreement, not this file.\n\
             import \"@servicenow/sdk/global\";\nimport {{ Record, Sla }} from \"@servicenow/sdk/core\";\n",
            // A line ends the comment.
            prefix.split_whitespace().collect::<Vec<_>>().join(" ")
        );
        let mut has_schedule = false;
        for calendar in &agreement.calendars {
            if definitions.iter().any(|definition| definition.uses(calendar)) {
                has_schedule = true;
                text.push_str(&schedules::schedule(input, calendar, &prefix, fit)?);
            } else {
                let why = Verdict::Dropped("no time that ServiceNow tracks counts in this calendar".into());
                fit.rest(&["calendars", calendar.name.value.as_str()], &why);
            }
        }
        fit.rest(&[], &Verdict::Dropped("ServiceNow's SLA definitions have no place for it".into()));
        if definitions.is_empty() {
            return Ok(Vec::new());
        }
        if !has_schedule {
            text = text.replace("{ Record, Sla }", "{ Sla }");
        }
        for definition in &definitions {
            text.push_str(&definition.text(&prefix));
        }
        let scope = names.text("application", "scope", "the scope of the application, such as x_acme_sla");
        let name = format!("Service levels of {prefix}");
        let slug = Slugs::default().of(input.stem);
        let project = json!({ "scope": scope, "scopeId": sys_id(&["application", &scope]), "name": name });
        let package = json!({
            "name": slug,
            "version": "1.0.0",
            "license": "UNLICENSED",
            "private": true,
            "scripts": { "build": "now-sdk build", "deploy": "now-sdk install" },
            "devDependencies": { "@servicenow/sdk": "4.9.0" },
        });
        Ok(vec![
            File::text("now.config.json", format!("{project:#}\n")),
            File::text("package.json", format!("{package:#}\n")),
            File::text(format!("src/fluent/{slug}.now.ts"), text),
        ])
    }
}

/// The `sys_id` of a record: the same for the same names, so that a later export changes the record in place.
fn sys_id(parts: &[&str]) -> String {
    let mut digest = Sha256::new();
    for part in parts {
        digest.update(part.len().to_le_bytes());
        digest.update(part);
    }
    digest.finalize().iter().take(16).map(|byte| format!("{byte:02x}")).collect()
}

/// A text as TypeScript reads it back.
fn quoted(text: &str) -> String {
    // JSON's escapes are those of TypeScript; a text has no form that fails.
    serde_json::to_string(text).unwrap_or_default().replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029")
}
