//! Request Tracker 5: service levels and business hours as configuration, and the queues that have them.
//!
//! Source of the format: RT's own `RT_Config.pm` (`%ServiceAgreements`, `%ServiceBusinessHours`) and the Perl module
//! `Business::Hours` 0.13, <https://docs.bestpractical.com/rt/5.0.3/RT_Config.html>.

mod calendar;
mod levels;
mod perl;

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::text::Slugs;
use super::{Carries, Exporter, File, Fit, Input, Names, Refused, Topic, Verdict};
use crate::model::Name;
use perl::text;

/// The exporter.
pub(super) struct RequestTracker;

/// RT keeps a ticket's level in a column of so many characters.
const LONGEST_LEVEL: usize = 64;

impl Exporter for RequestTracker {
    fn name(&self) -> &'static str {
        "request-tracker"
    }

    fn title(&self) -> &'static str {
        "Request Tracker 5"
    }

    fn page(&self) -> &'static str {
        include_str!("../../../docs/exports/request-tracker.md")
    }

    fn carries(&self, topic: Topic) -> Carries {
        match topic {
            Topic::Hours | Topic::Holidays | Topic::Response | Topic::Resolution | Topic::Clock | Topic::Requests => {
                Carries::Exact
            }
            Topic::Update | Topic::Pauses | Topic::ClockRules => Carries::Approximated,
            Topic::Severities => Carries::Never("RT's levels have a name and times, no criteria"),
            Topic::Grading => Carries::Never("RT does not say who sets a level: give the right to change it"),
            Topic::Share => Carries::Never("RT has a due date for each ticket, and counts none that were late"),
            Topic::Measurement => Carries::Never("RT has a due date for each ticket, and judges no month"),
            Topic::Escalation => Carries::Never("RT has no steps of a level: they are scrips or `rt-crontool` jobs"),
            Topic::Channels => Carries::Never("RT's queues take mail: set up the ways into them yourself"),
            Topic::Maintenance | Topic::Exclusions => Carries::Never("RT's clock has no time that is left out"),
            Topic::Uptime | Topic::Down | Topic::Ratio | Topic::Latency | Topic::Survey | Topic::Metrics => {
                Carries::Never("RT tracks tickets, not services")
            }
            Topic::Credits | Topic::Remedies => Carries::Never("RT has due dates, not what a miss costs"),
            _ => Carries::Never("RT's configuration has no place for it"),
        }
    }

    fn export(&self, input: &Input<'_>, fit: &mut Fit, names: &mut Names) -> Result<Vec<File>, Refused> {
        let agreement = &input.policy.agreement;
        let prefix = names.text_or("agreement", "prefix", "what the names of levels begin with", &prefix(input));
        let levels = levels::levels(agreement, &prefix, fit, names);
        if let Some(long) = levels.iter().find(|level| level.name.chars().count() > LONGEST_LEVEL) {
            return Err(Refused::new(
                format!("`{}` is longer than the {LONGEST_LEVEL} characters that RT keeps", long.name),
                "give a shorter prefix in names.toml: [request-tracker.agreement] \"prefix\" = \"…\"",
            ));
        }
        let used: BTreeSet<&Name> = levels.iter().filter_map(|level| Some(&level.calendar?.name.value)).collect();
        let mut hours = String::new();
        for calendar in &agreement.calendars {
            if used.contains(&calendar.name.value) {
                let name = calendar::name(&prefix, calendar);
                let _ = writeln!(hours, "    {} => {{\n{}    }},", text(&name), calendar::hours(input, calendar, fit));
            } else {
                let reason = Verdict::Dropped("no time that RT tracks counts in this calendar".into());
                fit.rest(&["calendars", calendar.name.value.as_str()], &reason);
            }
        }
        fit.rest(&[], &Verdict::Dropped("RT has no place for it".into()));
        if levels.is_empty() {
            return Ok(Vec::new());
        }
        let slug = Slugs::default().of(input.stem);
        Ok(vec![
            File::text(format!("RT_SiteConfig.d/70-{slug}.pm"), config(input, &levels, &hours)),
            File::text(format!("initialdata-{slug}"), queues(input, &levels, names)),
        ])
    }
}

/// What tells this agreement's levels from those of others: its reference, or what its files are called.
fn prefix(input: &Input<'_>) -> String {
    input.policy.agreement.heading.reference.as_ref().map_or_else(|| input.stem.to_owned(), |own| own.value.clone())
}

/// The head of a file, with the agreement it stands for.
fn head(input: &Input<'_>, what: &str) -> String {
    let heading = &input.policy.agreement.heading;
    let reference = heading.reference.as_ref().map(|reference| format!("{}, ", reference.value)).unwrap_or_default();
    let about = format!("{} ({reference}version {})", heading.title.value, heading.version.value);
    format!(
        "# {what} of {}.\n# Written by `servanda export`; change the agreement, not this file.\n",
        perl::comment(&about)
    )
}

/// The configuration.
fn config(input: &Input<'_>, levels: &[levels::Level<'_>], hours: &str) -> String {
    let mut out = head(input, "Service levels and business hours");
    out.push_str(
        "\
use utf8;

# Of several files that set levels RT would keep the first one's only: these are added to those.
my %agreements = RT->Config->Get('ServiceAgreements');
my $levels = $agreements{Levels} ||= {};

# RT ends a business time with the second after it, so that what is used up with closing time would end at the next
# opening. The last second counts as real time here: it ends with closing time.
my $business = sub {
    my $minutes = shift;
    return ( BusinessMinutes => $minutes - 0.01, RealMinutes => 1 / 60 );
};
",
    );
    for level in levels {
        let _ = write!(out, "\n{level}");
    }
    out.push_str("\nSet( %ServiceAgreements, %agreements );\n");
    if !hours.is_empty() {
        let _ = write!(out, "\nSet( %ServiceBusinessHours,\n{hours});\n");
    }
    out.push_str("\n1;\n");
    out
}

/// The data that switches service levels on for the queues.
fn queues(input: &Input<'_>, levels: &[levels::Level<'_>], names: &mut Names) -> String {
    let services: BTreeSet<&str> = levels.iter().flat_map(|level| level.services.iter().copied()).collect();
    let what = "the name of the queue of tickets on this service";
    let queues: BTreeSet<String> = services.iter().map(|service| names.text("queues", service, what)).collect();
    let mut out = head(input, "The queues with service levels");
    out.push_str("use utf8;\n\nour @Initial = (\n    sub {\n        for my $name (\n");
    for queue in &queues {
        let _ = writeln!(out, "            {},", text(queue));
    }
    out.push_str(
        "        ) {
            my $queue = RT::Queue->new( RT->SystemUser );
            $queue->LoadByCols( Name => $name );
            $queue->id or die \"there is no queue '$name'\\n\";
            next unless $queue->SLADisabled;
            my ( $done, $why ) = $queue->SetSLADisabled(0);
            $done or die \"queue '$name': $why\\n\";
        }
    }
);

1;
",
    );
    out
}
