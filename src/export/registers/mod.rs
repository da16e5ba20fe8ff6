//! Registers for people who work with lists: duties, targets, credits and key dates, as CSV and as one workbook.

mod credits;
mod duties;
mod sheet;
mod targets;

use self::sheet::{Sheet, workbook};
use super::{Carries, Exporter, File, Fit, Input, Names, Refused, Topic, Verdict};

/// The exporter.
pub(super) struct Registers;

impl Exporter for Registers {
    fn name(&self) -> &'static str {
        "registers"
    }

    fn title(&self) -> &'static str {
        "CSV and XLSX registers"
    }

    fn page(&self) -> &'static str {
        include_str!("../../../docs/exports/registers.md")
    }

    fn carries(&self, topic: Topic) -> Carries {
        match topic {
            Topic::Response
            | Topic::Update
            | Topic::Resolution
            | Topic::Clock
            | Topic::Share
            | Topic::Requests
            | Topic::Uptime
            | Topic::Ratio
            | Topic::Latency
            | Topic::Survey
            | Topic::Metrics
            | Topic::ClockRules
            | Topic::Credits
            | Topic::Remedies
            | Topic::Obligations
            | Topic::Reports
            | Topic::Period
            | Topic::Law => Carries::Exact,
            _ => Carries::Never("the registers are of duties, targets, credits and dates"),
        }
    }

    fn export(&self, input: &Input<'_>, fit: &mut Fit, _: &mut Names) -> Result<Vec<File>, Refused> {
        let sheets = [
            duties::duties(input.policy, fit),
            targets::targets(&input.policy.agreement, fit),
            credits::credits(&input.policy.agreement, fit),
            duties::key_dates(input.policy, fit),
        ];
        fit.rest(&[], &Verdict::Dropped("it stands in the contract".into()));
        let mut files: Vec<File> = sheets.iter().map(Sheet::csv).collect::<Result<_, _>>()?;
        let bytes = workbook(&input.policy.agreement, &sheets)?;
        files.push(File { path: "registers.xlsx".into(), bytes });
        Ok(files)
    }
}
