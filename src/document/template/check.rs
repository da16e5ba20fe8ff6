//! Holds templates against the schema of the view, before anything is rendered.
//!
//! The walk follows the contract from its first template through every partial
//! with the values that are in reach there, so that a field which one caller has
//! and another has not is found too.

use std::collections::{BTreeMap, BTreeSet};

use handlebars::template::{BlockParam, DecoratorTemplate, HelperTemplate, Parameter, Subexpression, TemplateElement};
use handlebars::{Path, Template};
use serde_json::Value;

use super::helpers::{self, Form};
use super::schema::{Schema, Shapes};
use super::{File, ROOT, SUFFIX, compile};
use crate::diagnostic::Diagnostic;
use crate::source::Span;

/// How deep blocks and templates may lie in one another.
const MOST_DEPTH: usize = 48;

/// How many names a finding lists at most.
const MOST_NAMES: usize = 20;

/// Everything that is wrong with the templates that a contract uses.
pub(super) fn check(
    files: &BTreeMap<String, File>,
    templates: &BTreeMap<String, Template>,
    schema: &Value,
) -> Vec<Diagnostic> {
    let schema = Schema(schema);
    let mut checker = Checker {
        files,
        templates,
        schema,
        found: Vec::new(),
        seen: Vec::new(),
        open: Vec::new(),
        used: BTreeSet::new(),
    };
    checker.file(ROOT, vec![Scope::new(schema.root())]);
    for (name, file) in files {
        if file.own && !checker.used.contains(name.as_str()) {
            let found =
                Diagnostic::error("template-partial", file.head(), format!("no template uses `{name}{SUFFIX}`")).help(
                    format!(
                        "print it somewhere by {{{{> {name}}}}}, or give it the name of the template that it replaces"
                    ),
                );
            let shipped = files.iter().filter(|(_, file)| !file.own).map(|(name, _)| name.as_str());
            checker.found.push(suggest(found, name, shipped, |name| format!("{name}{SUFFIX}")));
        }
    }
    checker.found.sort_by_key(|found| found.span);
    checker.found.dedup();
    checker.found
}

/// What names mean at one level: inside a template, an `#each` or a `#with`.
#[derive(Debug, Clone, PartialEq)]
struct Scope<'s> {
    this: Shapes<'s>,
    params: Vec<(String, Shapes<'s>)>,
    /// Whether `@index` and its like are there.
    counted: bool,
}

impl<'s> Scope<'s> {
    fn new(this: Shapes<'s>) -> Self {
        Self { this, params: Vec::new(), counted: false }
    }
}

type Scopes<'s> = Vec<Scope<'s>>;

struct Checker<'f, 's> {
    files: &'f BTreeMap<String, File>,
    templates: &'f BTreeMap<String, Template>,
    schema: Schema<'s>,
    found: Vec<Diagnostic>,
    /// Templates already walked with these values.
    seen: Vec<(String, Scopes<'s>)>,
    /// The templates that are being walked, from the first.
    open: Vec<&'f str>,
    used: BTreeSet<&'f str>,
}

/// Where in a template's text the walk is.
#[derive(Clone, Copy)]
struct At<'f> {
    file: &'f File,
    /// The line and column where the tag begins.
    line: usize,
    column: usize,
    depth: usize,
}

impl At<'_> {
    /// The byte where the tag begins.
    fn start(self) -> usize {
        compile::offset(&self.file.source, self.line, self.column)
    }

    /// The words within the tag, or the tag itself.
    fn span(self, words: &str) -> Span {
        let text = self.file.source.text();
        let tag = compile::tag_at(text, self.file.id, self.start());
        // The branches of a block carry no position of their own, so look beyond the tag too.
        let start = tag.range().start;
        let found = text[start..].match_indices(words).map(|(at, _)| start + at).find(|at| {
            let word = |character: Option<char>| {
                character.is_some_and(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | '/' | '@'))
            };
            !word(text[..*at].chars().next_back()) && !word(text[*at + words.len()..].chars().next())
        });
        found.filter(|_| !words.is_empty()).map_or(tag, |at| Span::new(self.file.id, at, at + words.len()))
    }
}

impl<'f, 's> Checker<'f, 's> {
    fn report(&mut self, rule: &'static str, span: Span, message: impl Into<String>, help: impl Into<String>) {
        self.found.push(Diagnostic::error(rule, span, message).help(help));
    }

    fn file(&mut self, name: &str, scopes: Scopes<'s>) {
        let Some((name, file)) = self.files.get_key_value(name) else { return };
        self.used.insert(name);
        let known = (name.clone(), scopes);
        if self.seen.contains(&known) {
            return;
        }
        let scopes = known.1.clone();
        self.seen.push(known);
        self.open.push(name);
        if let Some(template) = self.templates.get(name) {
            self.template(template, At { file, line: 1, column: 1, depth: self.open.len() }, &scopes);
        }
        self.open.pop();
    }

    fn template(&mut self, template: &'f Template, at: At<'f>, scopes: &Scopes<'s>) {
        if at.depth > MOST_DEPTH {
            let message = format!("templates and blocks lie more than {MOST_DEPTH} deep in one another here");
            self.report("template-limit", at.span(""), message, "flatten the blocks");
            return;
        }
        for (index, element) in template.elements.iter().enumerate() {
            let (line, column) = template.mapping.get(index).map_or((at.line, at.column), |place| (place.0, place.1));
            let at = At { line, column, ..at };
            self.element(element, at, scopes);
        }
    }

    fn element(&mut self, element: &'f TemplateElement, at: At<'f>, scopes: &Scopes<'s>) {
        match element {
            TemplateElement::RawString(_) | TemplateElement::Comment(_) => {}
            TemplateElement::Expression(tag) => self.expression(tag, at, scopes),
            TemplateElement::HelperBlock(block) => self.block(block, at, scopes),
            TemplateElement::PartialExpression(partial) => self.partial(partial, at, scopes),
            TemplateElement::HtmlExpression(_) => self.report(
                "template-syntax",
                at.span(""),
                "values are never printed unescaped",
                "write {{field}} with two brackets",
            ),
            _ => self.report(
                "template-syntax",
                at.span(""),
                "a template may not define or wrap templates",
                "move the text to a file of its own and print it by {{> name}}",
            ),
        }
    }

    /// `{{field}}` or `{{helper words}}`.
    fn expression(&mut self, tag: &'f HelperTemplate, at: At<'f>, scopes: &Scopes<'s>) {
        let Some(name) = tag.name.as_name() else {
            if let Parameter::Subexpression(inner) = &tag.name {
                self.value(inner, at, scopes);
            }
            return;
        };
        if tag.params.is_empty() && tag.hash.is_empty() && helpers::signature(name).is_none() {
            if let Some(shapes) = self.path(name, at, scopes)
                && !shapes.is_printable()
            {
                let message = format!("`{name}` is no text or number that could be printed");
                let fields = shapes.fields().into_iter().collect::<Vec<_>>().join("`, `");
                let help = if fields.is_empty() {
                    "use it in {{#if}} or {{#each}}".to_owned()
                } else {
                    format!("it has `{fields}`")
                };
                self.report("template-field", at.span(name), message, help);
            }
            return;
        }
        self.call(name, &tag.params, at, scopes, &[Form::Inline, Form::Value]);
        self.hash(tag, at, scopes);
    }

    fn hash(&mut self, tag: &'f HelperTemplate, at: At<'f>, scopes: &Scopes<'s>) {
        let sorted: BTreeMap<_, _> = tag.hash.iter().collect();
        for (key, value) in sorted {
            let known = key == "source" && tag.name.as_name() == Some("anchor");
            if !known {
                self.report(
                    "template-helper",
                    at.span(key),
                    format!("there is no `{key}=` here"),
                    "only templates and anchors take named values",
                );
            }
            self.parameter(value, at, scopes);
        }
    }

    /// Checks a helper's name and number of words, and all its words.
    fn call(&mut self, name: &str, params: &'f [Parameter], at: At<'f>, scopes: &Scopes<'s>, forms: &[Form]) -> bool {
        let shapes: Vec<_> = params.iter().map(|param| self.parameter(param, at, scopes)).collect();
        let Some(signature) = helpers::signature(name) else {
            let found = Diagnostic::error("template-helper", at.span(name), format!("there is no helper `{name}`"));
            let known = helpers::SIGNATURES.iter().map(|signature| signature.name);
            self.found.push(suggest(found, name, known, str::to_owned));
            return false;
        };
        let (least, most) = signature.arguments;
        if !forms.contains(&signature.form) || params.len() < least || params.len() > most {
            self.report(
                "template-helper",
                at.span(name),
                format!("`{name}` is not used so"),
                format!("write {}", signature.usage),
            );
            return false;
        }
        if let ("eq" | "ne", [Some(shapes), _], [_, Parameter::Literal(Value::String(word))]) =
            (name, shapes.as_slice(), params)
            && let Some(words) = shapes.words()
            && !words.contains(word.as_str())
        {
            let found = Diagnostic::error(
                "template-field",
                at.span(&format!("\"{word}\"")),
                format!("the value is never \"{word}\""),
            );
            self.found.push(suggest(found, word, words.into_iter(), |word| format!("\"{word}\"")));
        }
        true
    }

    /// The shapes of a word: none for literals and for what is wrong.
    fn parameter(&mut self, param: &'f Parameter, at: At<'f>, scopes: &Scopes<'s>) -> Option<Shapes<'s>> {
        match param {
            Parameter::Path(Path::Relative((_, raw)) | Path::Local((_, _, raw))) => self.path(raw, at, scopes),
            Parameter::Subexpression(inner) => {
                self.value(inner, at, scopes);
                None
            }
            _ => None,
        }
    }

    /// `(helper words)`.
    fn value(&mut self, inner: &'f Subexpression, at: At<'f>, scopes: &Scopes<'s>) {
        if let TemplateElement::Expression(tag) = inner.as_element()
            && let Some(name) = tag.name.as_name()
        {
            self.call(name, &tag.params, at, scopes, &[Form::Value, Form::Either]);
            self.hash(tag, at, scopes);
        }
    }

    fn block(&mut self, block: &'f HelperTemplate, at: At<'f>, scopes: &Scopes<'s>) {
        let name = block.name.as_name().unwrap_or("");
        let inside = At { depth: at.depth + 1, ..at };
        let known = self.call(name, &block.params, at, scopes, &[Form::Block, Form::Either]);
        self.hash(block, at, scopes);
        let mut inner = scopes.clone();
        if known && matches!(name, "each" | "with") {
            inner.push(self.opened(name, block, at, scopes));
        }
        if let ("block", [Parameter::Literal(Value::String(role))]) = (name, block.params.as_slice())
            && helpers::role_named(role).is_none()
        {
            let found = Diagnostic::error(
                "template-helper",
                at.span(&format!("\"{role}\"")),
                format!("there is no block \"{role}\""),
            );
            let roles = helpers::ROLES.iter().map(|(name, _)| *name);
            self.found.push(suggest(found, role, roles, |role| format!("\"{role}\"")));
        }
        if let Some(template) = &block.template {
            self.template(template, inside, &inner);
        }
        if let Some(template) = &block.inverse {
            self.template(template, inside, scopes);
        }
    }

    /// The level inside an `#each` or a `#with`.
    fn opened(&mut self, name: &str, block: &'f HelperTemplate, at: At<'f>, scopes: &Scopes<'s>) -> Scope<'s> {
        let raw = match block.params.first() {
            Some(Parameter::Path(Path::Relative((_, raw)) | Path::Local((_, _, raw)))) => raw.as_str(),
            _ => "",
        };
        // A wrong path was reported before; nothing more is said about what lies in it.
        let shapes = resolve(raw, scopes, self.schema).unwrap_or_else(|_| Shapes::open());
        let this = if name == "with" {
            shapes
        } else if let Some(items) = self.schema.items(&shapes) {
            items
        } else {
            self.report(
                "template-field",
                at.span(raw),
                format!("`{raw}` is no list"),
                "use {{#with}} for one thing and {{#if}} for a condition",
            );
            Shapes::open()
        };
        let counted = name == "each" || scopes.last().is_some_and(|scope| scope.counted);
        let word = |param: &Parameter| param.as_name().unwrap_or("").to_owned();
        let params = match &block.block_param {
            Some(BlockParam::Single(item)) => vec![(word(item), this.clone())],
            Some(BlockParam::Pair((item, index))) => vec![(word(item), this.clone()), (word(index), Shapes::open())],
            _ => Vec::new(),
        };
        Scope { this, params, counted }
    }

    /// `{{> name context key=value}}`.
    fn partial(&mut self, partial: &'f DecoratorTemplate, at: At<'f>, scopes: &Scopes<'s>) {
        let context =
            partial.params.first().map(|param| self.parameter(param, at, scopes).unwrap_or_else(Shapes::open));
        let sorted: BTreeMap<_, _> = partial.hash.iter().collect();
        let params: Vec<_> = sorted
            .into_iter()
            .map(|(key, value)| (key.clone(), self.parameter(value, at, scopes).unwrap_or_else(Shapes::open)))
            .collect();
        let Some(name) = partial.name.as_name() else {
            self.report("template-partial", at.span(""), "a template's name must be written out", "write {{> name}}");
            return;
        };
        let name = name.strip_suffix(compile::INLINE).unwrap_or(name);
        if !self.files.contains_key(name) {
            let found =
                Diagnostic::error("template-partial", at.span(name), format!("there is no template `{name}{SUFFIX}`"));
            self.found.push(suggest(found, name, self.files.keys().map(String::as_str), str::to_owned));
            return;
        }
        if let Some(from) = self.open.iter().position(|open| *open == name) {
            let circle = self.open[from..].iter().chain([&name]).copied().collect::<Vec<_>>().join(" > ");
            self.report(
                "template-partial",
                at.span(name),
                format!("`{name}` would print itself: {circle}"),
                "take one of these {{> …}} out",
            );
            return;
        }
        let this = context.or_else(|| scopes.last().map(|scope| scope.this.clone())).unwrap_or_else(Shapes::open);
        let counted = scopes.last().is_some_and(|scope| scope.counted);
        // Names of the caller's loops reach into the template when it runs, but it must not rely on them.
        let leaking =
            scopes.iter().flat_map(|scope| &scope.params).map(|(name, _)| name.as_str()).collect::<BTreeSet<_>>();
        let fields = this.fields();
        if let Some(hidden) =
            leaking.iter().find(|name| fields.contains(**name) && !params.iter().any(|(key, _)| key == *name))
        {
            let message = format!("inside `{name}` the field `{hidden}` would mean this loop's `{hidden}`");
            self.report("template-field", at.span(name), message, format!("rename the `as |{hidden}|` of the loop"));
        }
        self.file(name, vec![Scope { this, params, counted }]);
    }

    /// The shapes of a path; reports it if nothing is there.
    fn path(&mut self, raw: &str, at: At<'f>, scopes: &Scopes<'s>) -> Option<Shapes<'s>> {
        match resolve(raw, scopes, self.schema) {
            Ok(shapes) => Some(shapes),
            Err(missing) => {
                let raw = raw.strip_prefix("./").unwrap_or(raw);
                let found = Diagnostic::error("template-field", at.span(raw), missing.message(raw));
                if let Some(helper) = helpers::signature(raw) {
                    self.found.push(found.help(format!("the helper is used so: {}", helper.usage)));
                    return None;
                }
                let names = missing.known.iter().map(String::as_str);
                self.found.push(suggest(found, &missing.name, names, str::to_owned));
                None
            }
        }
    }
}

/// A name that is not there, and the names that are.
struct Missing {
    name: String,
    known: Vec<String>,
    /// `../` above the template's own start.
    outside: bool,
}

impl Missing {
    fn message(&self, raw: &str) -> String {
        if self.outside {
            format!("`{raw}` reaches out of this template; give it what it needs: {{{{> name key=value}}}}")
        } else if self.name == raw {
            format!("there is no field `{raw}` here")
        } else {
            format!("there is no field `{}` in `{raw}`", self.name)
        }
    }
}

/// Follows a path as the engine does.
fn resolve<'s>(raw: &str, scopes: &Scopes<'s>, schema: Schema<'s>) -> Result<Shapes<'s>, Missing> {
    let missing = |name: &str, known: Vec<String>, outside| Missing { name: name.to_owned(), known, outside };
    let mut rest = raw
        .strip_prefix("./")
        .or_else(|| raw.strip_prefix("this/"))
        .or_else(|| raw.strip_prefix("this."))
        .unwrap_or(raw);
    if let Some(local) = rest.strip_prefix('@') {
        if let Some(path) = local.strip_prefix("root") {
            let names = path.split(['.', '/']).filter(|name| !name.is_empty());
            return descend(schema.root(), names, schema).map_err(|(name, known)| missing(name, known, false));
        }
        let known = ["index", "first", "last", "key"];
        let there =
            scopes.last().is_some_and(|scope| scope.counted) && known.contains(&local.trim_start_matches("../"));
        let all = known.iter().map(|name| format!("@{name}")).collect();
        return if there { Ok(Shapes::open()) } else { Err(missing(raw, all, false)) };
    }
    let mut up = 0;
    while let Some(above) = rest.strip_prefix("../") {
        (rest, up) = (above, up + 1);
    }
    if rest == ".." {
        (rest, up) = ("", up + 1);
    }
    let Some(level) = scopes.len().checked_sub(up + 1) else { return Err(missing(raw, Vec::new(), true)) };
    let mut names = rest
        .split(['.', '/'])
        .map(|name| name.trim_matches(['[', ']']))
        .filter(|name| !name.is_empty() && *name != "this")
        .peekable();
    let first = names.peek().copied();
    let param =
        scopes.iter().rev().flat_map(|scope| &scope.params).find(|(name, _)| Some(name.as_str()) == first && up == 0);
    let start = match param {
        Some((_, shapes)) => {
            names.next();
            shapes.clone()
        }
        None => scopes[level].this.clone(),
    };
    descend(start, names, schema).map_err(|(name, mut known)| {
        if Some(name) == first {
            known.extend(scopes.iter().flat_map(|scope| &scope.params).map(|(name, _)| name.clone()));
        }
        missing(name, known, false)
    })
}

/// Goes down from shapes by names; else the name that is not there and those that are.
fn descend<'s, 'n>(
    mut shapes: Shapes<'s>,
    names: impl Iterator<Item = &'n str>,
    schema: Schema<'s>,
) -> Result<Shapes<'s>, (&'n str, Vec<String>)> {
    for name in names {
        let below = match name.parse::<usize>() {
            Ok(_) => schema.items(&shapes),
            Err(_) => schema.field(&shapes, name),
        };
        shapes = below.ok_or_else(|| (name, shapes.fields().into_iter().map(str::to_owned).collect()))?;
    }
    Ok(shapes)
}

/// Adds `did you mean`, or the names that there are.
fn suggest<'n>(
    found: Diagnostic,
    name: &str,
    known: impl Iterator<Item = &'n str>,
    show: impl Fn(&str) -> String,
) -> Diagnostic {
    let known: Vec<&str> = known.collect();
    let near = known.iter().map(|known| (strsim::damerau_levenshtein(name, known), *known)).min();
    match near {
        Some((distance, near)) if distance <= 1 + name.chars().count() / 4 => {
            found.help(format!("did you mean `{}`", show(near)))
        }
        // A longer list helps nobody.
        _ if known.is_empty() || known.len() > MOST_NAMES => found,
        _ => found.help(format!(
            "there are {}",
            known.iter().map(|name| format!("`{}`", show(name))).collect::<Vec<_>>().join(", ")
        )),
    }
}
