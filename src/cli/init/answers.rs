//! What is asked, and what kind of words may answer it.

use std::collections::BTreeMap;

/// What a newcomer is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Question {
    Provider,
    ProviderAddress,
    ProviderNotices,
    Customer,
    CustomerAddress,
    CustomerNotices,
    Service,
    Zone,
    Currency,
    Effective,
    Fee,
    Uptime,
    Holidays,
    Law,
    Courts,
}

/// All questions, in the order they are asked.
pub(super) const QUESTIONS: [Question; 15] = [
    Question::Provider,
    Question::ProviderAddress,
    Question::ProviderNotices,
    Question::Customer,
    Question::CustomerAddress,
    Question::CustomerNotices,
    Question::Service,
    Question::Zone,
    Question::Currency,
    Question::Fee,
    Question::Effective,
    Question::Uptime,
    Question::Holidays,
    Question::Law,
    Question::Courts,
];

impl Question {
    /// The name of its option.
    pub(super) fn option(self) -> &'static str {
        match self {
            Self::Provider => "provider",
            Self::ProviderAddress => "provider-address",
            Self::ProviderNotices => "provider-notices",
            Self::Customer => "customer",
            Self::CustomerAddress => "customer-address",
            Self::CustomerNotices => "customer-notices",
            Self::Service => "service",
            Self::Zone => "zone",
            Self::Currency => "currency",
            Self::Effective => "effective",
            Self::Fee => "fee",
            Self::Uptime => "uptime",
            Self::Holidays => "holidays",
            Self::Law => "law",
            Self::Courts => "courts",
        }
    }

    /// The words it is asked in.
    pub(super) fn text(self) -> &'static str {
        match self {
            Self::Provider => "Who gives the service?",
            Self::ProviderAddress | Self::CustomerAddress => "Where is it (street, town, country)?",
            Self::ProviderNotices | Self::CustomerNotices => "Where do notices to it go?",
            Self::Customer => "Who gets it?",
            Self::Service => "What is the service called?",
            Self::Zone => "Which time zone do dates and hours have?",
            Self::Currency => "Which currency has the fee?",
            Self::Effective => "Which day does it begin on?",
            Self::Fee => "How much is the fee for a month?",
            Self::Uptime => "Which availability is promised each month?",
            Self::Holidays => "Whose public holidays are no business days (DE-BE, US, … or none)?",
            Self::Law => "Which country's law governs it?",
            Self::Courts => "The courts of which place decide?",
        }
    }

    /// The answer where none is given.
    fn usual(self) -> &'static str {
        match self {
            Self::Provider => "Provider Ltd",
            Self::ProviderAddress => "1 Example Street, London, United Kingdom",
            Self::ProviderNotices => "legal@provider.example",
            Self::Customer => "Customer Ltd",
            Self::CustomerAddress => "2 Example Street, London, United Kingdom",
            Self::CustomerNotices => "legal@customer.example",
            Self::Service => "Example Cloud",
            Self::Zone => "Europe/London",
            Self::Currency => "GBP",
            Self::Effective => "2027-01-01",
            Self::Fee => "1000",
            Self::Uptime => "99.9%",
            Self::Holidays => "GB-ENG",
            Self::Law => "England and Wales",
            Self::Courts => "London",
        }
    }

    /// What an answer is, where it is no text.
    pub(super) fn kind(self) -> Option<&'static str> {
        match self {
            Self::Zone => Some("a time zone such as Europe/Berlin"),
            Self::Currency => Some("a currency such as EUR"),
            Self::Effective => Some("a date such as 2027-01-31"),
            Self::Fee => Some("an amount such as 1200 or 99.50"),
            Self::Uptime => Some("a percentage such as 99.9%"),
            Self::Holidays => Some("a region such as DE-BE, nor `none`"),
            _ => None,
        }
    }

    /// Whether the answer stands in quotes in the spec; others are a word of the language.
    fn is_quoted(self) -> bool {
        match self {
            Self::Provider | Self::ProviderAddress | Self::ProviderNotices => true,
            Self::Customer | Self::CustomerAddress | Self::CustomerNotices => true,
            Self::Service | Self::Law | Self::Courts => true,
            Self::Zone | Self::Currency | Self::Effective | Self::Fee | Self::Uptime | Self::Holidays => false,
        }
    }
}

/// An answer to every question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Answers(BTreeMap<Question, String>);

impl Answers {
    /// The usual answers, with the day the agreement begins on.
    pub(super) fn new(effective: String) -> Self {
        let mut answers: BTreeMap<_, _> =
            QUESTIONS.into_iter().map(|question| (question, question.usual().to_owned())).collect();
        answers.insert(Question::Effective, effective);
        Self(answers)
    }

    pub(super) fn get(&self, question: Question) -> &str {
        self.0.get(&question).map_or("", String::as_str)
    }

    /// Takes an answer, unless it could become more of the spec than one value; the error says why.
    pub(super) fn set(&mut self, question: Question, answer: &str) -> Result<(), String> {
        let answer = answer.trim();
        if answer.is_empty() {
            return Err("it is empty".into());
        }
        if let Some(odd) = answer.chars().find(|char| !may_stand(question, *char)) {
            let kind = question.kind().map_or(String::new(), |kind| format!("; it is not {kind}"));
            return Err(format!("{} cannot stand in it{kind}", shown(odd)));
        }
        let answer = match question {
            Question::Uptime if !answer.ends_with('%') => format!("{answer}%"),
            _ => answer.to_owned(),
        };
        self.0.insert(question, answer);
        Ok(())
    }
}

fn may_stand(question: Question, char: char) -> bool {
    if question.is_quoted() {
        // A quote would end the text, a brace would begin a reference.
        return !char.is_control() && !matches!(char, '"' | '{' | '}' | '\u{2028}' | '\u{2029}');
    }
    let list = question == Question::Holidays && matches!(char, ',' | ' ');
    list || char.is_ascii_alphanumeric() || matches!(char, '/' | '_' | '+' | '-' | '.' | '%' | ',')
}

fn shown(char: char) -> String {
    match char {
        ' ' => "a space".into(),
        '"' => "a quotation mark".into(),
        char if char.is_control() => format!("the character {}", char.escape_unicode()),
        char => format!("`{char}`"),
    }
}
