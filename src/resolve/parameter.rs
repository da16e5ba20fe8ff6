//! Parameters: their values by default, plan and customer, put in place of their names.

use crate::diagnostic::{Diagnostic, suggest};
use crate::model::{Name, ParameterValue};
use crate::source::Span;
use crate::syntax::tree::{Kind, Line, Node, Table};

use super::plan;

/// All parameters of a spec with their values.
#[derive(Debug, Default)]
pub(super) struct Parameters {
    entries: Vec<Parameter>,
    plan: Option<Name>,
}

#[derive(Debug)]
struct Parameter {
    name: String,
    /// The words of its type: `percent`, `yes or no`, `one of EU, US`.
    type_node: Node,
    /// The value, if it has one, and the place it was written at.
    value: Option<Node>,
    optional: bool,
    /// Whether plans give it values.
    by_plan: bool,
    span: Span,
}

impl Parameter {
    fn type_words(&self) -> &str {
        &self.type_node.text
    }

    /// Whether a value of this kind fits the type.
    fn takes(&self, value: &Node) -> bool {
        let words = self.type_words();
        match value.kind {
            Kind::percent => words == "percent",
            Kind::money => words == "money",
            Kind::duration => words == "duration",
            Kind::number | Kind::integer => words == "number",
            Kind::date => words == "date",
            Kind::string => words == "text",
            Kind::choice if words.starts_with("yes") => value.text == "yes" || value.text == "no",
            Kind::choice => self.type_node.all(Kind::choice).any(|choice| choice.text == value.text),
            _ => false,
        }
    }

    fn wanted(&self) -> String {
        match self.type_words() {
            "percent" => "a percentage such as 99.9%".into(),
            "money" => "an amount such as EUR 900".into(),
            "duration" => "a length of time such as 30 minutes".into(),
            "number" => "a number such as 3".into(),
            "date" => "a date such as 2027-01-31".into(),
            "text" => "words in quotes".into(),
            words if words.starts_with("yes") => "`yes` or `no`".into(),
            words => words.to_owned(),
        }
    }
}

/// Collects the parameters of merged statements and gives each its value, under the plan `chosen`.
pub(super) fn values(lines: &[Line], chosen: Option<&str>, diagnostics: &mut Vec<Diagnostic>) -> Parameters {
    let mut parameters = Parameters { plan: chosen.map(Name::new), ..Parameters::default() };
    for line in sections(lines, Kind::parameters).filter(|line| line.kind() == Kind::declare_parameter) {
        declare(line, &mut parameters, diagnostics);
    }
    if let Some((_, table)) = plan::table(lines) {
        choose(table, chosen, &mut parameters, diagnostics);
    }
    for line in sections(lines, Kind::extends)
        .filter(|line| matches!(line.kind(), Kind::set_parameter | Kind::without_parameter))
    {
        set(line, &mut parameters, diagnostics);
    }
    // Where the wanted plan is unknown, what plans give is not missing.
    let open = |entry: &&Parameter| entry.value.is_none() && !entry.optional && !(entry.by_plan && chosen.is_none());
    for parameter in parameters.entries.iter().filter(open) {
        diagnostics.push(
            Diagnostic::error("parameter-unset", parameter.span, format!("`{}` has no value", parameter.name))
                .help(format!("below `extends`, write `{} is …` with {}", parameter.name, parameter.wanted()))
                .help("or give it a `default`, or choose a plan that has a value for it"),
        );
    }
    parameters
}

fn sections(lines: &[Line], kind: Kind) -> impl DoubleEndedIterator<Item = &Line> {
    lines.iter().filter(move |line| line.kind() == kind).flat_map(|line| &line.children)
}

fn declare(line: &Line, parameters: &mut Parameters, diagnostics: &mut Vec<Diagnostic>) {
    let (Some(name), Some(type_node)) = (line.node.get(Kind::new_name), line.node.get(Kind::parameter_type)) else {
        return;
    };
    let value = line.node.children.iter().find(|part| !matches!(part.kind, Kind::new_name | Kind::parameter_type));
    let parameter = Parameter {
        name: name.text.clone(),
        type_node: type_node.clone(),
        value: None,
        optional: line.node.text.ends_with(" optional"),
        by_plan: false,
        span: name.span,
    };
    parameters.entries.push(parameter);
    if let Some(value) = value {
        parameters.give(&name.text, value, diagnostics);
    }
}

/// Gives parameters the values of a plan.
fn choose(table: &Table, plan: Option<&str>, parameters: &mut Parameters, diagnostics: &mut Vec<Diagnostic>) {
    let column = table.head.iter().position(|head| Some(head.text.as_str()) == plan);
    for row in &table.rows {
        let Some(name) = row.cells.first() else { continue };
        let Some(at) = parameters.find(name, diagnostics) else { continue };
        parameters.entries[at].by_plan = true;
        if let Some(value) = column.and_then(|column| row.cells.get(column))
            && !matches!(value.kind, Kind::none | Kind::cell_blank)
        {
            parameters.give(&name.text, value, diagnostics);
        }
    }
}

fn set(line: &Line, parameters: &mut Parameters, diagnostics: &mut Vec<Diagnostic>) {
    let Some(name) = line.node.get(Kind::parameter) else { return };
    let Some(at) = parameters.find(name, diagnostics) else { return };
    if line.kind() == Kind::without_parameter {
        parameters.entries[at].value = None;
        return;
    }
    if let Some(value) = line.node.children.iter().find(|part| part.kind != Kind::parameter) {
        parameters.give(&name.text, value, diagnostics);
    }
}

impl Parameters {
    /// The parameter of this name, or an error.
    fn find(&self, name: &Node, diagnostics: &mut Vec<Diagnostic>) -> Option<usize> {
        let at = self.entries.iter().position(|entry| entry.name == name.text);
        if at.is_none() {
            diagnostics.push(self.unknown(name));
        }
        at
    }

    fn unknown(&self, name: &Node) -> Diagnostic {
        let mut diagnostic =
            Diagnostic::error("unknown-parameter", name.span, format!("there is no parameter `{}`", name.text));
        let names = self.entries.iter().map(|entry| entry.name.as_str());
        if let Some(help) = suggest::did_you_mean(&name.text, names) {
            diagnostic = diagnostic.help(help);
        } else if name.kind == Kind::string_param {
            diagnostic = diagnostic.help(format!("text stands in quotes: \"{}\"", name.text));
        } else if self.entries.is_empty() {
            diagnostic = diagnostic.help("a value belongs here; parameters are declared in a section `parameters`");
        }
        diagnostic
    }

    fn give(&mut self, name: &str, value: &Node, diagnostics: &mut Vec<Diagnostic>) {
        let Some(entry) = self.entries.iter_mut().find(|entry| entry.name == name) else { return };
        if entry.takes(value) {
            entry.value = Some(value.clone());
        } else {
            diagnostics.push(Diagnostic::error(
                "wrong-parameter-type",
                value.span,
                format!("`{name}` takes {}, not `{}`", entry.wanted(), value.text),
            ));
        }
    }

    /// Drops lines whose condition does not hold and puts values in place of names.
    pub(super) fn apply(&self, lines: Vec<Line>, diagnostics: &mut Vec<Diagnostic>) -> Vec<Line> {
        lines.into_iter().filter_map(|line| self.apply_to(line, diagnostics)).collect()
    }

    fn apply_to(&self, mut line: Line, diagnostics: &mut Vec<Diagnostic>) -> Option<Line> {
        if let Some(condition) = line.condition.take()
            && !self.holds(&condition, diagnostics)
        {
            return None;
        }
        if matches!(line.kind(), Kind::parameters | Kind::plans | Kind::extends) {
            return Some(line);
        }
        // An optional parameter without a value takes its statement with it.
        if !self.substitute(&mut line.node, diagnostics) {
            return None;
        }
        if let Some(prose) = &mut line.prose {
            self.substitute(prose, diagnostics);
        }
        if let Some(table) = &mut line.table {
            table.rows.retain_mut(|row| {
                if let Some(condition) = row.condition.take()
                    && !self.holds(&condition, diagnostics)
                {
                    return false;
                }
                row.cells.iter_mut().all(|cell| self.substitute(cell, diagnostics))
            });
        }
        line.children = self.apply(line.children, diagnostics);
        Some(line)
    }

    fn holds(&self, condition: &Node, diagnostics: &mut Vec<Diagnostic>) -> bool {
        let Some(test) = condition.get(Kind::test) else { return true };
        let Some(name) = test.get(Kind::parameter) else { return true };
        let Some(at) = self.find(name, diagnostics) else { return true };
        let entry = &self.entries[at];
        let holds = match (test.get(Kind::choice), &entry.value) {
            (Some(choice), value) => {
                let known = entry.type_node.all(Kind::choice).any(|known| known.text == choice.text);
                if !known && !entry.type_words().starts_with("yes") {
                    diagnostics.push(
                        Diagnostic::error(
                            "unknown-choice",
                            choice.span,
                            format!("`{}` is never `{}`", entry.name, choice.text),
                        )
                        .help(format!("it is {}", entry.type_words())),
                    );
                }
                value.as_ref().is_some_and(|value| value.text == choice.text)
            }
            (None, Some(value)) if value.kind == Kind::choice && entry.type_words().starts_with("yes") => {
                value.text == "yes"
            }
            (None, value) => value.is_some(),
        };
        holds != condition.text.starts_with("unless")
    }

    /// Puts values in place of names; false where an optional parameter has none.
    fn substitute(&self, node: &mut Node, diagnostics: &mut Vec<Diagnostic>) -> bool {
        let wanted = match node.kind {
            Kind::percent_param => Some("a percentage"),
            Kind::money_param => Some("an amount of money"),
            Kind::duration_param => Some("a length of time"),
            Kind::date_param => Some("a date"),
            Kind::string_param => Some("words in quotes"),
            Kind::quantity_param => Some("a value"),
            Kind::string => {
                self.interpolate(node, diagnostics);
                None
            }
            _ => None,
        };
        let Some(wanted) = wanted else {
            // The statement's own words follow, so that `--show-origin` prints what holds.
            let Node { text, children, .. } = node;
            return children.iter_mut().all(|part| {
                let before = part.text.clone();
                let holds = self.substitute(part, diagnostics);
                if part.text != before {
                    *text = text.replacen(&before, &part.text, 1);
                }
                holds
            });
        };
        let Some(at) = self.find(node, diagnostics) else { return true };
        let entry = &self.entries[at];
        let Some(value) = &entry.value else { return !entry.optional };
        let fits = match node.kind {
            Kind::percent_param => value.kind == Kind::percent,
            Kind::money_param => value.kind == Kind::money,
            Kind::duration_param => value.kind == Kind::duration,
            Kind::date_param => value.kind == Kind::date,
            Kind::string_param => matches!(value.kind, Kind::string | Kind::choice),
            _ => matches!(value.kind, Kind::percent | Kind::money | Kind::duration | Kind::number),
        };
        if !fits {
            diagnostics.push(Diagnostic::error(
                "wrong-parameter-type",
                node.span,
                format!("{wanted} belongs here; `{}` is {}", entry.name, entry.wanted()),
            ));
            return true;
        }
        let span = node.span;
        *node = value.clone();
        if node.kind == Kind::choice {
            node.kind = Kind::string;
        }
        node.span = span;
        true
    }

    /// Puts values in place of `{Parameter}` in words; `{section}` stays for the contract.
    fn interpolate(&self, node: &mut Node, diagnostics: &mut Vec<Diagnostic>) {
        if !node.text.contains('{') {
            return;
        }
        let mut text = String::new();
        let mut rest = node.text.as_str();
        while let Some((before, after)) = rest.split_once('{') {
            text.push_str(before);
            let Some((name, tail)) = after.split_once('}') else {
                text.push('{');
                rest = after;
                continue;
            };
            if name.starts_with(|first: char| first.is_uppercase()) {
                let name_node = Node { kind: Kind::parameter, text: name.into(), span: node.span, children: vec![] };
                match self.find(&name_node, diagnostics).map(|at| &self.entries[at]) {
                    Some(Parameter { value: Some(value), .. }) => text.push_str(&value.text),
                    Some(_) | None => text.push_str(name),
                }
            } else {
                text.push('{');
                text.push_str(name);
                text.push('}');
            }
            rest = tail;
        }
        text.push_str(rest);
        node.text = text;
    }

    /// The plan whose values these are.
    pub(super) fn plan(&self) -> Option<Name> {
        self.plan.clone()
    }

    /// The values, for the record.
    pub(super) fn record(&self) -> Vec<ParameterValue> {
        self.entries
            .iter()
            .map(|entry| ParameterValue {
                name: Name::new(&entry.name),
                value: entry.value.as_ref().map(|value| value.text.clone()),
                by_plan: entry.by_plan,
                origin: entry.value.as_ref().map_or(entry.span, |value| value.span).into(),
            })
            .collect()
    }
}
