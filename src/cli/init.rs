//! `servanda init`: a spec that checks clean, from a few answers.
//!
//! The text is `templates/init.sla`; what a value may be is decided by the language itself: the filled
//! text is checked, and the finding is the answer to a wrong value.

mod answers;
mod template;

use std::io::{self, BufRead as _};
use std::path::{Path, PathBuf};

use clap::Args;

use self::answers::{Answers, QUESTIONS, Question};
use super::refusal::Refusal;
use super::{Outcome, input, output, terminal};
use crate::diagnostic::{Diagnostic, Severity};
use crate::source::Source;
use crate::{LoadError, Loader};

/// Write a spec by answering a few questions.
///
/// The spec checks clean and is commented: go on by editing it. A question whose answer is given as an
/// option is not asked.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  servanda init
  servanda init --yes --out support.sla
  servanda init --yes --provider 'Acme Cloud GmbH' --provider-address 'Torstraße 1, 10119 Berlin, Germany' \\
      --provider-notices legal@acme.example --customer 'Globex Corporation' \\
      --customer-address '1 Main Street, Springfield, USA' --customer-notices contracts@globex.example \\
      --service 'Acme API' --zone Europe/Berlin --currency EUR --fee 12000 \\
      --uptime 99.95% --effective 2027-01-01 --holidays DE-BE --law Germany --courts Berlin")]
pub(super) struct Arguments {
    /// Who gives the service: the company's full name.
    #[arg(long, value_name = "NAME")]
    provider: Option<String>,
    /// Where the provider is: street, town, country.
    #[arg(long, value_name = "ADDRESS")]
    provider_address: Option<String>,
    /// Where notices to the provider go, such as legal@company.example.
    #[arg(long, value_name = "ADDRESS")]
    provider_notices: Option<String>,
    /// Who gets the service: the company's full name.
    #[arg(long, value_name = "NAME")]
    customer: Option<String>,
    /// Where the customer is: street, town, country.
    #[arg(long, value_name = "ADDRESS")]
    customer_address: Option<String>,
    /// Where notices to the customer go.
    #[arg(long, value_name = "ADDRESS")]
    customer_notices: Option<String>,
    /// What the service is called.
    #[arg(long, value_name = "NAME")]
    service: Option<String>,
    /// The time zone of dates and hours, such as Europe/Berlin.
    #[arg(long, value_name = "ZONE")]
    zone: Option<String>,
    /// The currency of the fee, such as EUR.
    #[arg(long, value_name = "CODE")]
    currency: Option<String>,
    /// The first day, such as 2027-01-01.
    #[arg(long, value_name = "DATE")]
    effective: Option<String>,
    /// The fee for a month, such as 1200.
    #[arg(long, value_name = "AMOUNT")]
    fee: Option<String>,
    /// The availability promised each month, such as 99.9%.
    #[arg(long, value_name = "PERCENT")]
    uptime: Option<String>,
    /// Whose public holidays are no business days, such as DE-BE or US; or none.
    #[arg(long, value_name = "REGIONS")]
    holidays: Option<String>,
    /// The law that governs the agreement, such as Germany.
    #[arg(long, value_name = "COUNTRY")]
    law: Option<String>,
    /// The place whose courts decide, such as Berlin.
    #[arg(long, value_name = "PLACE")]
    courts: Option<String>,
    /// The file to write; - is standard output.
    #[arg(long, value_name = "FILE", default_value = "agreement.sla")]
    out: PathBuf,
    /// Ask nothing: take the usual value for what is not given.
    #[arg(long)]
    yes: bool,
    /// Replace the file if there is one.
    #[arg(long)]
    force: bool,
}

impl Arguments {
    fn given(&self, question: Question) -> Option<&str> {
        match question {
            Question::Provider => self.provider.as_deref(),
            Question::ProviderAddress => self.provider_address.as_deref(),
            Question::ProviderNotices => self.provider_notices.as_deref(),
            Question::Customer => self.customer.as_deref(),
            Question::CustomerAddress => self.customer_address.as_deref(),
            Question::CustomerNotices => self.customer_notices.as_deref(),
            Question::Service => self.service.as_deref(),
            Question::Zone => self.zone.as_deref(),
            Question::Currency => self.currency.as_deref(),
            Question::Effective => self.effective.as_deref(),
            Question::Fee => self.fee.as_deref(),
            Question::Uptime => self.uptime.as_deref(),
            Question::Holidays => self.holidays.as_deref(),
            Question::Law => self.law.as_deref(),
            Question::Courts => self.courts.as_deref(),
        }
    }
}

pub(super) fn run(arguments: &Arguments) -> Result<Outcome, Refusal> {
    let out = &arguments.out;
    let to_file = out.as_os_str() != "-";
    if to_file && !arguments.force && out.symlink_metadata().is_ok() {
        return Err(exists(out));
    }
    let mut answers = Answers::new(first_of_next_month());
    for question in QUESTIONS {
        if let Some(value) = arguments.given(question) {
            answers.set(question, value).map_err(|wrong| wrong_option(question, &wrong))?;
            if let Some(wrong) = complaint(question, &answers, out) {
                return Err(wrong_option(question, &wrong));
            }
        }
    }
    if !arguments.yes {
        for question in QUESTIONS.into_iter().filter(|question| arguments.given(*question).is_none()) {
            ask(question, &mut answers, out)?;
        }
    }
    let text = template::fill(&answers, &input::name(out));
    if !to_file {
        terminal::print(&text)?;
    } else if arguments.force {
        output::write_whole(&[(out.clone(), text.into_bytes())])?;
    } else if !output::write_new(out, text.as_bytes())? {
        return Err(exists(out));
    }
    if to_file {
        let name = out.display();
        terminal::print_err(&format!("wrote {name}; next: servanda check {name}, then servanda build {name}\n"));
    }
    Ok(Outcome::Done)
}

fn exists(out: &Path) -> Refusal {
    Refusal::new(format!("`{}` exists already", out.display()))
        .help("choose another name with --out, or replace it with --force")
}

fn wrong_option(question: Question, wrong: &str) -> Refusal {
    Refusal::new(format!("--{} cannot be taken: {wrong}", question.option()))
}

/// Asks until the answer can be taken; an empty answer takes the usual value.
fn ask(question: Question, answers: &mut Answers, out: &Path) -> Result<(), Refusal> {
    loop {
        terminal::print_err(&format!("{} [{}] ", question.text(), answers.get(question)));
        let mut line = String::new();
        let read =
            io::stdin().lock().read_line(&mut line).map_err(|error| Refusal::io("cannot read the answer", &error))?;
        if read == 0 {
            let help = format!("give --{} VALUE, or --yes to take the usual values", question.option());
            return Err(Refusal::new("the answers end too early").help(help));
        }
        let before = answers.clone();
        let wrong = match line.trim() {
            "" => None,
            answer => answers.set(question, answer).err().or_else(|| complaint(question, answers, out)),
        };
        let Some(wrong) = wrong else { return Ok(()) };
        terminal::print_err(&format!("  {wrong}\n"));
        *answers = before;
    }
}

/// What the language says against the spec that these answers make; in the words of the question where it speaks of the
/// lines around the answer.
fn complaint(question: Question, answers: &Answers, out: &Path) -> Option<String> {
    let name = input::name(out);
    let source = Source::new(name.clone(), template::fill(answers, &name));
    let report = crate::examine(source, &mut Alone, &crate::Options::default()).report;
    let worst = report.diagnostics.iter().find(|finding| finding.severity == Severity::Error)?;
    let Diagnostic { message, help, .. } = worst;
    let is_helpful = help.iter().any(|help| help.contains("write ") || help.contains("did you mean"));
    if let Some(kind) = question.kind().filter(|_| !is_helpful) {
        return Some(format!("`{}` is not {kind}", answers.get(question)));
    }
    Some(std::iter::once(message).chain(help).cloned().collect::<Vec<_>>().join("; "))
}

/// The template extends nothing.
struct Alone;

impl Loader for Alone {
    fn load(&mut self, _path: &str) -> Result<String, LoadError> {
        Err(LoadError::Missing)
    }
}

/// The usual first day. The day of writing is read from `SOURCE_DATE_EPOCH` (seconds since 1970) where it
/// is set, so that a script can get the same bytes again.
fn first_of_next_month() -> String {
    let fixed = std::env::var("SOURCE_DATE_EPOCH").ok().and_then(|seconds| seconds.parse().ok());
    let fixed = fixed.and_then(|seconds| jiff::Timestamp::from_second(seconds).ok());
    let today = fixed.unwrap_or_else(jiff::Timestamp::now).to_zoned(jiff::tz::TimeZone::UTC).date();
    let next = today.last_of_month().tomorrow().unwrap_or(today);
    next.to_string()
}
