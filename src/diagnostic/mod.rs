//! One structured finding, and the formats it is shown in.
//!
//! A message is for people: what is wrong, in lower case, without a full stop,
//! in the words of the language; `help` says what to type instead.

mod github;
mod human;
mod json;
mod junit;
mod located;
mod render;
mod rule;
mod sarif;
mod short;
pub mod suggest;
mod variants;

pub use render::{Format, Options, Report, render, render_all};
pub use rule::RuleInfo;
pub use variants::of_variants;

use crate::source::Span;

/// How much a finding weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Worth knowing; a good agreement may keep it.
    Note,
    /// Somebody is likely to be hurt; the agreement can still be built.
    Warning,
    /// The spec means nothing definite here; nothing is built from it.
    Error,
}

impl Severity {
    /// The word people read and type: `note`, `warning`, `error`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// A further place that explains the finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Related {
    /// Where.
    pub span: Span,
    /// What stands there, such as `first declared here`.
    pub message: String,
}

/// A replacement of the text that `span` covers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// What is replaced; empty to insert.
    pub span: Span,
    /// The new text.
    pub text: String,
}

/// A rewrite that changes no meaning the author stated, and may be applied unasked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    /// What the rewrite does, such as `write 99.9%`.
    pub title: String,
    /// The replacements; they do not overlap.
    pub edits: Vec<Edit>,
}

/// One finding about a source text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// The rule's name, in kebab case; `allow NAME` silences it where it may be silenced.
    pub rule: &'static str,
    /// How much it weighs.
    pub severity: Severity,
    /// What is wrong: lower case, no full stop.
    pub message: String,
    /// The words that are wrong; none where the finding is about what is missing altogether.
    pub span: Option<Span>,
    /// What to say under the caret, where it is not the message again.
    pub label: Option<String>,
    /// Why it matters, and to whom.
    pub why: Option<&'static str>,
    /// Further places.
    pub related: Vec<Related>,
    /// What to do or type instead, a line each.
    pub help: Vec<String>,
    /// A rewrite, if there is a safe one.
    pub fix: Option<Fix>,
    /// The sentence that the words stand in, in a contract that others wrote: single spaces, straight quotation
    /// marks, without marks of layout. Allowed findings and baselines know a finding by it.
    pub sentence: Option<String>,
}

impl Diagnostic {
    /// An error of `rule` at `span`.
    pub fn error(rule: &'static str, span: Span, message: impl Into<String>) -> Self {
        Self::new(rule, Severity::Error, Some(span), message)
    }

    /// A warning of `rule` at `span`.
    pub fn warning(rule: &'static str, span: Span, message: impl Into<String>) -> Self {
        Self::new(rule, Severity::Warning, Some(span), message)
    }

    /// A finding of `rule`.
    pub fn new(rule: &'static str, severity: Severity, span: Option<Span>, message: impl Into<String>) -> Self {
        Self {
            rule,
            severity,
            message: message.into(),
            span,
            label: None,
            why: None,
            related: Vec::new(),
            help: Vec::new(),
            fix: None,
            sentence: None,
        }
    }

    /// Adds the words under the caret.
    #[must_use]
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = Some(label.into());
        self
    }

    /// Adds a line of help.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help.push(help.into());
        self
    }

    /// Adds a further place.
    #[must_use]
    pub fn related(mut self, span: Span, message: impl Into<String>) -> Self {
        self.related.push(Related { span, message: message.into() });
        self
    }

    /// Adds a safe rewrite of `span` to `text`.
    #[must_use]
    pub fn fix(mut self, title: impl Into<String>, span: Span, text: impl Into<String>) -> Self {
        self.fix = Some(Fix { title: title.into(), edits: vec![Edit { span, text: text.into() }] });
        self
    }
}
