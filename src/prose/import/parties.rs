//! Who agrees: the two parties, with the short names that the contract gives them.

use super::introduced::{Introduced, introduced};
use super::reading::Reading;
use super::statement::Statement;

/// The two parties.
#[derive(Debug)]
pub(super) struct Parties {
    provider: Party,
    customer: Party,
}

/// A party.
#[derive(Debug)]
struct Party {
    /// What the draft calls it; where nobody can tell who it is, what the contract calls it.
    name: String,
    /// Whether the draft says who it is.
    known: bool,
    /// All that the contract calls it, in small letters.
    terms: Vec<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    Provider,
    Customer,
}

pub(super) const PROVIDER: [&str; 16] = [
    "provider",
    "service provider",
    "supplier",
    "vendor",
    "contractor",
    "host",
    "licensor",
    "we",
    "us",
    "our",
    "anbieter",
    "auftragnehmer",
    "dienstleister",
    "msp",
    "managed service provider",
    "processor",
];
pub(super) const CUSTOMER: [&str; 10] =
    ["customer", "client", "subscriber", "licensee", "buyer", "you", "your", "kunde", "auftraggeber", "end customer"];

impl Parties {
    /// What the draft calls the provider.
    pub(super) fn provider(&self) -> &str {
        &self.provider.name
    }

    /// What the draft calls the customer.
    pub(super) fn customer(&self) -> &str {
        &self.customer.name
    }

    /// The party that words end in: `the Customer`, `Acme`; none where they end in none.
    pub(super) fn of(&self, words: &str) -> Option<&str> {
        let lower = words.trim().trim_end_matches([',', '.']).to_lowercase();
        let ends = |party: &&Party| party.terms.iter().any(|term| ends_in(&lower, term));
        let mut found = [&self.provider, &self.customer].into_iter().filter(ends);
        let party = found.next()?;
        found.next().is_none().then_some(party.name.as_str())
    }

    /// Whether words are a party and nothing else.
    pub(super) fn is_one(&self, words: &str) -> bool {
        let lower = words.to_lowercase();
        let mut terms = self.provider.terms.iter().chain(&self.customer.terms);
        terms.any(|term| *term == lower)
    }
}

/// Whether a text ends in a term as a word of its own.
fn ends_in(lower: &str, term: &str) -> bool {
    lower.strip_suffix(term).is_some_and(|before| !before.ends_with(char::is_alphanumeric))
}

pub(super) fn read(reading: &mut Reading<'_, '_>) -> (Option<Statement>, Parties) {
    let mut found = introduced(reading);
    // Of two parties, the one that is no customer is the provider.
    if found.len() == 2 {
        for (known, other) in [(0, 1), (1, 0)] {
            if found[other].role.is_none() {
                found[other].role = found[known].role.map(|role| match role {
                    Role::Provider => Role::Customer,
                    Role::Customer => Role::Provider,
                });
            }
        }
    }
    let mut below = Vec::new();
    let mut sides = [(Role::Provider, "provider"), (Role::Customer, "customer")].map(|(role, word)| {
        let of_role: Vec<&Introduced> = found.iter().filter(|party| party.role == Some(role)).collect();
        let [party] = of_role.as_slice() else {
            let name = called(reading, role);
            below
                .push(Statement::default().open(format!("who is the {word}, such as `{word} \"Acme Ltd\" as {name}`")));
            return Party { name, known: false, terms: Vec::new() };
        };
        let given = party.terms.iter().find(|term| term.chars().next().is_some_and(char::is_uppercase));
        let role_name = if role == Role::Provider { "Provider" } else { "Customer" };
        let name =
            given.and_then(|term| reading.declare(term)).unwrap_or_else(|| reading.declare_or(role_name, role_name));
        party.understood.iter().for_each(|range| reading.take((party.from.0, range.clone())));
        below.push(party.statement(word, &name));
        let mut terms: Vec<String> = party.terms.iter().map(|term| term.to_lowercase()).collect();
        terms.extend([party.name.to_lowercase(), name.to_lowercase()]);
        Party { name, known: true, terms }
    });
    // What contracts call such a party belongs to it where the other is not called so.
    let taken = [sides[1].terms.clone(), sides[0].terms.clone()];
    for ((side, taken), known) in sides.iter_mut().zip(taken).zip([&PROVIDER[..], &CUSTOMER[..]]) {
        side.terms.extend(
            known.iter().filter(|term| !taken.iter().any(|other| other == *term)).map(|term| (*term).to_owned()),
        );
    }
    let [provider, customer] = sides;
    let any = provider.known || customer.known;
    (any.then(|| Statement::new("parties").below(below)), Parties { provider, customer })
}

/// What the contract calls a party that it does not name, as a spec can: `Client`.
fn called(reading: &mut Reading<'_, '_>, role: Role) -> String {
    let (known, usual) = match role {
        Role::Provider => (&PROVIDER[..], "Provider"),
        Role::Customer => (&CUSTOMER[..], "Customer"),
    };
    let capital = |term: &str| {
        let mut letters = term.chars();
        letters.next().map(|first| first.to_uppercase().chain(letters).collect::<String>()).unwrap_or_default()
    };
    let terms = known.iter().filter(|term| term.len() > 4 && !term.contains(' ')).map(|term| capital(term));
    let used = |term: &String| {
        let says = format!(" {term}");
        reading.contract.sentences.iter().any(|sentence| sentence.text.contains(&says))
    };
    let name = terms.into_iter().find(used).unwrap_or_else(|| usual.to_owned());
    // The name is kept for the party, so that nothing else is called so.
    reading.declare(&name);
    name
}
