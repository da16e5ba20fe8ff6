//! Filling `templates/init.sla`.

use std::str::FromStr as _;

use rust_decimal::Decimal;

use super::answers::{Answers, Question};

const TEMPLATE: &str = include_str!("../../../templates/init.sla");

/// Names that the template declares itself, or that would read oddly for a party.
const TAKEN: [&str; 11] =
    ["Customer", "Force", "Maintenance", "Office", "Provider", "Service", "Support", "The", "Ticket", "Uptime", "P1"];

/// The spec that the answers make. Values are put in once and never read for markers again.
pub(super) fn fill(answers: &Answers, file: &str) -> String {
    let (provider, customer) = names(answers.get(Question::Provider), answers.get(Question::Customer));
    let service = service_name(answers.get(Question::Service), [&provider, &customer]);
    let value = |marker: &str| match marker {
        "file" => one_line(file),
        "provider" => answers.get(Question::Provider).to_owned(),
        "provider_name" => provider.clone(),
        "provider_address" => answers.get(Question::ProviderAddress).to_owned(),
        "provider_notices" => answers.get(Question::ProviderNotices).to_owned(),
        "customer_address" => answers.get(Question::CustomerAddress).to_owned(),
        "customer_notices" => answers.get(Question::CustomerNotices).to_owned(),
        "customer" => answers.get(Question::Customer).to_owned(),
        "customer_name" => customer.clone(),
        "service_name" => service.clone(),
        "service" => answers.get(Question::Service).to_owned(),
        "zone" => answers.get(Question::Zone).to_owned(),
        "currency" => answers.get(Question::Currency).to_owned(),
        "effective" => answers.get(Question::Effective).to_owned(),
        "fee" => answers.get(Question::Fee).to_owned(),
        "uptime" => answers.get(Question::Uptime).to_owned(),
        "bands" => bands(answers.get(Question::Uptime)),
        "holidays" => holidays(answers.get(Question::Holidays)),
        "law" => answers.get(Question::Law).to_owned(),
        "courts" => answers.get(Question::Courts).to_owned(),
        marker => unreachable!("the template has an unknown marker {marker}"),
    };
    let mut out = String::new();
    for line in TEMPLATE.lines() {
        if let Some(filled) = fill_line(line, &value) {
            out.push_str(&filled);
            out.push('\n');
        }
    }
    out
}

/// A line with its values; none where a value is empty, so that its line is left out.
fn fill_line(line: &str, value: &impl Fn(&str) -> String) -> Option<String> {
    let mut out = String::new();
    let mut rest = line;
    while let Some((before, marked)) = rest.split_once("{{") {
        let (marker, after) = marked.split_once("}}")?;
        let filled = value(marker);
        if filled.is_empty() {
            return None;
        }
        out.push_str(before);
        out.push_str(&filled);
        rest = after;
    }
    out.push_str(rest);
    Some(out)
}

/// A path in a comment: a line break in a file's name must not end the comment.
fn one_line(file: &str) -> String {
    file.replace(char::is_control, "?")
}

/// The short names of both parties: their first words where they can be names, else their roles.
fn names(provider: &str, customer: &str) -> (String, String) {
    match (short(provider), short(customer)) {
        (Some(one), Some(two)) if one == two => ("Provider".into(), "Customer".into()),
        (one, two) => (one.unwrap_or_else(|| "Provider".into()), two.unwrap_or_else(|| "Customer".into())),
    }
}

fn short(name: &str) -> Option<String> {
    let first = name.split_whitespace().next()?;
    let first = first.trim_matches(|char: char| !char.is_alphanumeric());
    let fits = first.chars().next()?.is_uppercase() && first.chars().all(char::is_alphanumeric);
    (fits && first.chars().count() > 1 && !TAKEN.contains(&first)).then(|| first.to_owned())
}

/// The name of the service: its title where that can be a name that nothing else has.
fn service_name(title: &str, parties: [&str; 2]) -> String {
    let capital = |word: &str| word.chars().next().is_some_and(char::is_uppercase);
    let fits = |word: &str| capital(word) && word.chars().all(char::is_alphanumeric);
    let taken = TAKEN.contains(&title) || parties.contains(&title);
    if !taken && !title.is_empty() && title.split(' ').all(fits) { title.to_owned() } else { "Platform".into() }
}

/// Three steps of credits from the promised uptime down.
fn bands(uptime: &str) -> String {
    let promised = Decimal::from_str(uptime.trim_end_matches('%').trim()).unwrap_or_default();
    let lower = ["99.5", "99.0", "98.0", "95.0", "90.0", "80.0", "50.0"].into_iter();
    let lower = lower.filter(|step| Decimal::from_str(step).is_ok_and(|step| step < promised));
    // From 99.9% the steps are 99.0% and 95.0%: every other one is enough.
    let steps = lower.skip(1).step_by(2).take(2).map(|step| format!("{step}%"));
    let rows = std::iter::once(uptime.to_owned()).chain(steps).zip(["10%", "25%", "50%"]);
    rows.map(|(limit, credit)| format!("    below {limit}  credit {credit}")).collect::<Vec<_>>().join("\n")
}

/// `DE-BE, US` with single spaces; empty for none.
fn holidays(regions: &str) -> String {
    if regions.eq_ignore_ascii_case("none") {
        return String::new();
    }
    regions.split([',', ' ']).filter(|region| !region.is_empty()).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parties_get_short_names() {
        let cases = [
            ("Acme Cloud GmbH", "Globex Corporation", ("Acme", "Globex")),
            ("Acme Cloud GmbH", "Acme Labs", ("Provider", "Customer")),
            ("The Company", "müller & co", ("Provider", "Customer")),
            ("Ärzte-Netz eV", "\u{1f600}", ("Provider", "Customer")),
            ("Service GmbH", "Müller & Co", ("Provider", "Müller")),
        ];
        for (provider, customer, (one, two)) in cases {
            assert_eq!(names(provider, customer), (one.to_owned(), two.to_owned()), "{provider}, {customer}");
        }
    }

    #[test]
    fn a_service_is_called_by_its_title_where_it_can_be() {
        let cases = [
            ("Acme API", "Acme API"),
            ("Acme", "Platform"),
            ("Uptime", "Platform"),
            ("the API", "Platform"),
            ("API (v2)", "Platform"),
        ];
        for (title, name) in cases {
            assert_eq!(service_name(title, ["Acme", "Globex"]), name, "{title}");
        }
    }

    #[test]
    fn bands_go_down_from_the_promise() {
        assert_eq!(
            bands("99.9%"),
            "    below 99.9%  credit 10%\n    below 99.0%  credit 25%\n    below 95.0%  credit 50%"
        );
        assert_eq!(bands("95%"), "    below 95%  credit 10%\n    below 80.0%  credit 25%");
        assert_eq!(bands("nonsense"), "    below nonsense  credit 10%");
    }

    #[test]
    fn a_value_is_never_read_for_markers() {
        let mut answers = Answers::new("2027-01-01".into());
        assert!(answers.set(Question::Provider, "{{fee}}").is_err());
        assert!(answers.set(Question::Provider, "A\" as B").is_err());
        assert!(answers.set(Question::Law, "a\nb").is_err());
        assert!(answers.set(Question::Zone, "UTC # x").is_err());
        answers.set(Question::Holidays, "none").expect("a calendar may be without holidays");
        let text = fill(&answers, "{{fee}}\n.sla");
        assert!(text.contains("servanda check {{fee}}?.sla"), "{text}");
        assert!(!text.contains("public holidays of"), "{text}");
    }
}
