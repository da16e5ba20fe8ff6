//! Profiles: lists of what an agreement should cover for a purpose, in files that a lawyer can read and extend.

use serde::Deserialize;

use super::subject::{Subject, subjects};
use super::texts::texts;
use crate::diagnostic::suggest;
use crate::model::Agreement;
use crate::prose::{self, Document};
use crate::source::Span;

/// The shipped profiles: name, text.
pub const SHIPPED: [(&str, &str); 7] = [
    ("house", include_str!("../../profiles/house.toml")),
    ("common-paper", include_str!("../../profiles/common-paper.toml")),
    ("bonterms", include_str!("../../profiles/bonterms.toml")),
    ("dora-art-30", include_str!("../../profiles/dora-art-30.toml")),
    ("iso-19086-1", include_str!("../../profiles/iso-19086-1.toml")),
    ("provider", include_str!("../../profiles/provider.toml")),
    ("customer", include_str!("../../profiles/customer.toml")),
];

/// A list of what an agreement should cover.
#[derive(Debug, Clone)]
pub struct Profile {
    /// What it is for.
    pub title: String,
    /// Where its points come from.
    pub source: String,
    items: Vec<(String, Vec<Need>)>,
}

/// What covers a point: any one of these.
#[derive(Debug, Clone)]
struct Need {
    words: String,
    any: Vec<Cover>,
}

#[derive(Debug, Clone)]
enum Cover {
    Subject(&'static Subject),
    /// Words of the author that say one of these beginnings of words.
    Clause(Vec<String>),
}

/// How an agreement covers a point of a profile.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Covered {
    /// What is asked for.
    pub says: String,
    /// Where it is covered.
    pub places: Vec<Span>,
    /// The subjects that are missing; none where the point is covered.
    pub missing: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    title: String,
    source: String,
    item: Vec<Item>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Item {
    says: String,
    needs: Vec<String>,
}

impl Profile {
    /// Reads a profile.
    ///
    /// # Errors
    /// In words, with the line where there is one: what is no profile, or names a subject that there is not.
    pub fn read(text: &str) -> Result<Self, String> {
        let file: File = toml::from_str(text).map_err(|error| {
            let line = error.span().map_or(1, |span| text[..span.start.min(text.len())].matches('\n').count() + 1);
            format!(
                "line {line}: {}",
                error.message().lines().next().unwrap_or_default().trim_end_matches('.').to_lowercase()
            )
        })?;
        let items = file.item.into_iter().map(|item| {
            let needs: Result<Vec<Need>, String> = item.needs.into_iter().map(need).collect();
            Ok((item.says, needs?))
        });
        Ok(Self { title: file.title, source: file.source, items: items.collect::<Result<_, String>>()? })
    }

    /// How an agreement covers each point; with several plans, what one of them lacks is missing.
    pub fn report(&self, agreements: &[&Agreement]) -> Vec<Covered> {
        self.covered(|need| {
            let places = |agreement: &&Agreement| -> Vec<Span> {
                need.any.iter().flat_map(|cover| cover.places(agreement)).collect()
            };
            let places: Vec<Vec<Span>> = agreements.iter().map(places).collect();
            if places.iter().any(Vec::is_empty) { Vec::new() } else { places.into_iter().flatten().collect() }
        })
    }

    /// How a contract that others wrote covers each point, as far as its words tell.
    pub fn report_prose(&self, document: &Document) -> Vec<Covered> {
        let places = |cover: &Cover| match cover {
            Cover::Subject(subject) => prose::spoken(document, subject.name),
            Cover::Clause(beginnings) => prose::said(document, beginnings),
        };
        self.covered(|need| need.any.iter().flat_map(places).collect())
    }

    /// The points with the places that `places` gives for each need; a need without any is missing.
    fn covered(&self, places: impl Fn(&Need) -> Vec<Span>) -> Vec<Covered> {
        let item = |(says, needs): &(String, Vec<Need>)| {
            let mut covered = Covered { says: says.clone(), places: Vec::new(), missing: Vec::new() };
            for need in needs {
                let found = places(need);
                if found.is_empty() {
                    covered.missing.push(need.words.clone());
                }
                covered.places.extend(found);
            }
            covered.places.sort_unstable();
            covered.places.dedup();
            covered
        };
        self.items.iter().map(item).collect()
    }
}

fn need(words: String) -> Result<Need, String> {
    let cover = |part: &str| {
        if let Some(beginnings) = part.strip_prefix("clause:") {
            return Ok(Cover::Clause(beginnings.split(',').map(|word| word.trim().to_lowercase()).collect()));
        }
        let subject = subjects().find(|subject| subject.name == part);
        subject.map(Cover::Subject).ok_or_else(|| {
            let near = suggest::did_you_mean(part, subjects().map(|subject| subject.name));
            format!("there is no subject `{part}`{}", near.map_or_else(String::new, |near| format!("; {near}")))
        })
    };
    let any = words.split(" or ").map(|part| cover(part.trim())).collect::<Result<_, String>>()?;
    Ok(Need { words, any })
}

impl Cover {
    fn places(&self, agreement: &Agreement) -> Vec<Span> {
        match self {
            Self::Subject(subject) => subject.places(agreement),
            Self::Clause(beginnings) => {
                let begins = |text: &str| {
                    let text = text.to_lowercase();
                    beginnings.iter().any(|beginning| {
                        text.match_indices(beginning.as_str())
                            .any(|(at, _)| !text[..at].chars().next_back().is_some_and(char::is_alphanumeric))
                    })
                };
                let titled =
                    agreement.clauses.iter().filter(|clause| begins(&clause.title)).map(|clause| clause.title.span());
                let said = texts(agreement).into_iter().filter(|text| begins(&text.words)).map(|text| text.origin);
                titled.chain(said).collect()
            }
        }
    }
}
