//! What `servanda.toml` may say: which rules count how much, house terms, templates, what is built.

mod names;
mod read;
mod schema;

use std::collections::BTreeMap;

use schemars::JsonSchema;

use crate::diagnostic::Severity;
use crate::source::Span;

pub use names::{NameEntry, NameKey, read_names};
pub use read::{lies_below, read};
pub use schema::schema;

/// The file that says what only the user's own installation of a tool knows.
pub const NAMES_FILE_NAME: &str = "names.toml";

/// The name of the file, looked for from the spec's folder upwards.
pub const FILE_NAME: &str = "servanda.toml";

/// The configuration of a project: everything below the folder of its `servanda.toml`.
#[derive(Debug, Clone, Default, PartialEq, Eq, JsonSchema)]
#[schemars(deny_unknown_fields, rename = "servanda.toml")]
pub struct Config {
    /// How much a finding of a rule weighs, by the rule's name.
    #[schemars(default)]
    pub rules: BTreeMap<String, Weight>,
    /// The house terms that a spec extends unless it says `extends` itself.
    #[schemars(with = "String", default)]
    pub house: Option<FilePath>,
    /// A folder of templates that override the shipped ones, file by file.
    #[schemars(with = "String", default)]
    pub templates: Option<FilePath>,
    /// What `servanda build` writes, and where.
    #[schemars(default)]
    pub build: Build,
    /// How `servanda check` judges.
    #[schemars(default)]
    pub check: Check,
}

/// How much a finding of a rule weighs in this project.
#[derive(Debug, Clone, Copy, PartialEq, Eq, JsonSchema)]
#[schemars(rename_all = "lowercase")]
pub enum Weight {
    /// It is not reported.
    Off,
    /// It is a note.
    Note,
    /// It is a warning.
    Warning,
    /// It is an error: nothing is built.
    Error,
}

impl Weight {
    /// The severity a finding gets; none where it is not reported.
    pub fn severity(self) -> Option<Severity> {
        match self {
            Self::Off => None,
            Self::Note => Some(Severity::Note),
            Self::Warning => Some(Severity::Warning),
            Self::Error => Some(Severity::Error),
        }
    }
}

/// A path below the configuration's folder, with the place it is written at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FilePath {
    /// The path, with `/` between its parts.
    pub path: String,
    /// Where the configuration names it.
    pub span: Span,
}

/// What `servanda build` writes, and where.
#[derive(Debug, Clone, Default, PartialEq, Eq, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Build {
    /// The files that are written for each spec.
    #[schemars(with = "Vec<Output>", default)]
    pub formats: Option<Vec<Output>>,
    /// The folder they are written to.
    #[schemars(with = "String", default)]
    pub out: Option<FilePath>,
}

/// How `servanda check` judges.
#[derive(Debug, Clone, Default, PartialEq, Eq, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Check {
    /// The side whose risks are reported; both where it is left out.
    #[schemars(rename = "for", with = "Side", default)]
    pub side: Option<Side>,
}

/// A side of an agreement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, JsonSchema)]
#[schemars(rename_all = "lowercase")]
pub enum Side {
    /// Who gives the service.
    Provider,
    /// Who gets it.
    Customer,
}

/// A file that `servanda build` can write for a spec.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, JsonSchema)]
pub enum Output {
    /// The contract as Markdown.
    #[schemars(rename = "md")]
    Markdown,
    /// The contract as one self-contained page.
    #[schemars(rename = "html")]
    Html,
    /// The contract as it is printed and signed.
    #[schemars(rename = "pdf")]
    Pdf,
    /// The machine-readable policy as JSON.
    #[schemars(rename = "policy.json")]
    PolicyJson,
    /// The machine-readable policy as YAML.
    #[schemars(rename = "policy.yaml")]
    PolicyYaml,
    /// The machine-readable policy as TOML.
    #[schemars(rename = "policy.toml")]
    PolicyToml,
}

impl Output {
    /// All of them, in the order they are written.
    pub const ALL: [Self; 6] =
        [Self::Markdown, Self::Html, Self::Pdf, Self::PolicyJson, Self::PolicyYaml, Self::PolicyToml];

    /// The name people type, which is also what the written file's name ends in.
    pub fn name(self) -> &'static str {
        match self {
            Self::Markdown => "md",
            Self::Html => "html",
            Self::Pdf => "pdf",
            Self::PolicyJson => "policy.json",
            Self::PolicyYaml => "policy.yaml",
            Self::PolicyToml => "policy.toml",
        }
    }

    /// The output people call by this name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|output| output.name() == name)
    }
}
