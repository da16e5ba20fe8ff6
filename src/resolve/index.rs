//! The names that a spec declares, each with what it names.

use std::collections::HashMap;

use crate::diagnostic::{Diagnostic, suggest};
use crate::source::Span;
use crate::syntax::tree::{Kind, Line, Node};

/// What a name can name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum NameKind {
    Party,
    Term,
    Service,
    Calendar,
    Severity,
    Request,
    Level,
    Metric,
    Maintenance,
    Obligation,
    Parameter,
    Plan,
}

impl NameKind {
    /// With its article, for messages.
    fn words(self) -> &'static str {
        match self {
            Self::Party => "a party",
            Self::Term => "a defined term",
            Self::Service => "a service",
            Self::Calendar => "a calendar",
            Self::Severity => "a severity",
            Self::Request => "a type of request",
            Self::Level => "a service level",
            Self::Metric => "a metric",
            Self::Maintenance => "maintenance",
            Self::Obligation => "an obligation",
            Self::Parameter => "a parameter",
            Self::Plan => "a plan",
        }
    }

    /// The section in which such a name is declared.
    fn section(self) -> &'static str {
        match self {
            Self::Party => "parties",
            Self::Term => "definitions",
            Self::Service => "services",
            Self::Calendar => "calendars",
            Self::Severity => "severities",
            Self::Request => "requests",
            Self::Level => "levels",
            Self::Metric => "metrics",
            Self::Maintenance => "maintenance",
            Self::Obligation => "obligations",
            Self::Parameter => "parameters",
            Self::Plan => "plans",
        }
    }
}

#[derive(Debug)]
struct Declared {
    kind: NameKind,
    name: String,
}

/// All declared names.
#[derive(Debug, Default)]
pub(super) struct Index {
    declared: Vec<Declared>,
    /// The same, each with the place of its declaration.
    places: HashMap<(NameKind, String), Span>,
}

impl Index {
    /// The names that merged statements declare; two of one kind are an error.
    pub(super) fn of(lines: &[Line], diagnostics: &mut Vec<Diagnostic>) -> Self {
        let mut index = Self::default();
        for line in lines {
            let own = (line.kind() == Kind::maintenance).then_some((NameKind::Maintenance, line));
            let entries = line.children.iter().filter_map(|child| kind_of(child.kind()).map(|kind| (kind, child)));
            for (kind, line) in own.into_iter().chain(entries) {
                let Some(name) = line.node.get(Kind::new_name) else { continue };
                if let Some(earlier) = index.places.get(&(kind, name.text.clone())) {
                    diagnostics.push(
                        Diagnostic::error("name-twice", name.span, format!("`{}` is declared twice", name.text))
                            .related(*earlier, "first declared here")
                            .help("give one of the two another name"),
                    );
                } else {
                    index.declare(kind, name);
                }
            }
            if let (Kind::plans, Some(table)) = (line.kind(), &line.table) {
                for head in table.head.iter().skip(1) {
                    index.declare(NameKind::Plan, head);
                }
            }
        }
        index
    }

    /// Whether such a name is declared.
    pub(super) fn has(&self, kind: NameKind, name: &str) -> bool {
        self.places.contains_key(&(kind, name.to_owned()))
    }

    fn declare(&mut self, kind: NameKind, name: &Node) {
        self.declared.push(Declared { kind, name: name.text.clone() });
        self.places.insert((kind, name.text.clone()), name.span);
    }

    /// The error for a name that is not declared as one of `kinds`.
    pub(super) fn unknown(&self, kinds: &[NameKind], node: &Node) -> Diagnostic {
        let wanted = kinds.iter().map(|kind| kind.words()).collect::<Vec<_>>().join(" or ");
        let section = kinds.first().map_or("", |kind| kind.section());
        let name = &node.text;
        let of_kind = || self.declared.iter().filter(|known| kinds.contains(&known.kind)).map(|k| k.name.as_str());
        let other = self.declared.iter().find(|known| known.name == *name);
        let diagnostic = match other {
            Some(known) => Diagnostic::error(
                "wrong-kind-of-name",
                node.span,
                format!("`{name}` is {}; {wanted} belongs here", known.kind.words()),
            ),
            None if kinds.len() > 2 => {
                Diagnostic::error("unknown-name", node.span, format!("nothing is declared as `{name}`"))
            }
            None => Diagnostic::error("unknown-name", node.span, format!("there is no {} `{name}`", bare(&wanted))),
        };
        if let Some(names) = several(name, &of_kind().collect::<Vec<_>>()) {
            return diagnostic.help(format!("names in a list are parted by commas: `{names}`"));
        }
        if let Some(help) = suggest::did_you_mean(name, of_kind()) {
            return diagnostic.help(help);
        }
        let mut known: Vec<String> = of_kind().map(|name| format!("`{name}`")).collect();
        if known.len() > LISTED {
            let more = known.len() - LISTED;
            known.truncate(LISTED);
            known.push(format!("and {more} more"));
        }
        match known.as_slice() {
            many @ [_, ..] if kinds.len() > 2 => diagnostic.help(format!("declared are {}", many.join(", "))),
            [] => diagnostic.help(format!("declare it in the section `{section}`")),
            [one] => diagnostic.help(format!("declared in `{section}`: {one}")),
            many => diagnostic.help(format!("declared in `{section}`: {}", many.join(", "))),
        }
    }
}

/// How many declared names a finding lists at most.
const LISTED: usize = 10;

/// Declared names that were written one after another, as the list that was meant.
fn several(text: &str, known: &[&str]) -> Option<String> {
    let mut names: Vec<&str> = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let first =
            |name: &&&str| rest.strip_prefix(**name).is_some_and(|tail| tail.is_empty() || tail.starts_with(' '));
        let name = known.iter().filter(first).max_by_key(|name| name.len())?;
        names.push(name);
        rest = rest[name.len()..].trim_start();
    }
    let (last, before) = names.split_last()?;
    (!before.is_empty()).then(|| format!("{} and {last}", before.join(", ")))
}

/// Without the article at the beginning.
fn bare(words: &str) -> &str {
    words.strip_prefix("an ").or_else(|| words.strip_prefix("a ")).unwrap_or(words)
}

/// What a declaring line declares.
fn kind_of(kind: Kind) -> Option<NameKind> {
    Some(match kind {
        Kind::provider | Kind::customer => NameKind::Party,
        Kind::definition => NameKind::Term,
        Kind::service_entry => NameKind::Service,
        Kind::calendar_entry => NameKind::Calendar,
        Kind::severity_entry => NameKind::Severity,
        Kind::request_entry => NameKind::Request,
        Kind::times | Kind::uptime | Kind::ratio | Kind::share | Kind::latency | Kind::survey | Kind::measure => {
            NameKind::Level
        }
        Kind::metric_entry => NameKind::Metric,
        Kind::must => NameKind::Obligation,
        Kind::declare_parameter => NameKind::Parameter,
        _ => return None,
    })
}
