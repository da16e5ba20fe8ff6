//! The helpers that a template may call: few, and the same input gives the same output.

use std::sync::Arc;

use handlebars::{
    BlockContext, BlockParamHolder, Context, Handlebars, Helper, HelperDef, HelperResult, JsonRender, JsonTruthy,
    Output, RenderContext, RenderError, RenderErrorReason, Renderable, ScopedJson,
};
use serde_json::{Value, json};

use super::Shipped;
use super::words::Words;
use crate::document::block::Role;
use crate::document::marker;
use crate::document::words::{reads_as_plural, sounds_as_vowel};

/// How a helper is called; the checker holds templates to it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Signature {
    pub(super) name: &'static str,
    pub(super) usage: &'static str,
    pub(super) form: Form,
    pub(super) arguments: (usize, usize),
}

/// Where a helper may stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// `{{#helper …}} … {{/helper}}`.
    Block,
    /// `{{helper …}}` only.
    Inline,
    /// `{{helper …}}` and `(helper …)`.
    Value,
    /// As a value and as a block.
    Either,
}

/// Every helper there is.
pub(super) const SIGNATURES: &[Signature] = &[
    Signature { name: "if", usage: "{{#if value}} … {{else}} … {{/if}}", form: Form::Block, arguments: (1, 1) },
    Signature { name: "unless", usage: "{{#unless value}} … {{/unless}}", form: Form::Block, arguments: (1, 1) },
    Signature { name: "each", usage: "{{#each list as |item|}} … {{/each}}", form: Form::Block, arguments: (1, 1) },
    Signature { name: "with", usage: "{{#with value}} … {{/with}}", form: Form::Block, arguments: (1, 1) },
    Signature { name: "block", usage: "{{#block \"annex\"}} … {{/block}}", form: Form::Block, arguments: (1, 1) },
    Signature { name: "anchor", usage: "{{anchor \"name\"}}", form: Form::Inline, arguments: (1, 3) },
    Signature { name: "clause", usage: "{{clause \"name\"}}", form: Form::Inline, arguments: (1, 3) },
    Signature { name: "named-clause", usage: "{{named-clause \"name\"}}", form: Form::Inline, arguments: (1, 3) },
    Signature { name: "number-of", usage: "{{number-of \"name\"}}", form: Form::Inline, arguments: (1, 3) },
    Signature { name: "lines", usage: "{{lines list}}", form: Form::Inline, arguments: (1, 1) },
    Signature { name: "list", usage: "{{list items}}", form: Form::Value, arguments: (1, 1) },
    Signature { name: "and", usage: "{{and items}} or (and a b)", form: Form::Value, arguments: (1, 9) },
    Signature { name: "or", usage: "{{or items}} or (or a b)", form: Form::Value, arguments: (1, 9) },
    Signature { name: "not", usage: "(not value)", form: Form::Value, arguments: (1, 1) },
    Signature { name: "eq", usage: "{{#eq value \"word\"}} … {{/eq}}", form: Form::Either, arguments: (2, 2) },
    Signature { name: "ne", usage: "{{#ne value \"word\"}} … {{/ne}}", form: Form::Either, arguments: (2, 2) },
    Signature { name: "capital", usage: "{{capital value}}", form: Form::Value, arguments: (1, 1) },
    Signature { name: "plural", usage: "{{plural number \"day\" \"days\"}}", form: Form::Value, arguments: (3, 3) },
    Signature { name: "article", usage: "{{article word \"a\" \"an\"}}", form: Form::Value, arguments: (3, 3) },
    Signature { name: "agree", usage: "{{agree names \"is\" \"are\"}}", form: Form::Value, arguments: (3, 3) },
];

/// The helper of this name.
pub(super) fn signature(name: &str) -> Option<&'static Signature> {
    SIGNATURES.iter().find(|signature| signature.name == name)
}

/// The name of the helper that counts what is rendered; the checker lets no template call it.
pub(super) const TICK: &str = "tick";

/// The name of the helper that prints another template; templates say `{{> name}}`.
pub(super) const INSERT: &str = "insert";

/// Registers all helpers; templates that the registry does not hold are `shipped`.
pub(super) fn register(registry: &mut Handlebars<'_>, words: &Words, shipped: Option<&'static Shipped>) {
    let words = Arc::new(words.clone());
    for name in ["lookup", "log", "raw", "gt", "gte", "lt", "lte", "len"] {
        registry.unregister_helper(name);
    }
    registry.register_helper("block", Box::new(GroupOfBlocks));
    registry.register_helper("anchor", Box::new(Mark(marker::ANCHOR)));
    registry.register_helper("clause", Box::new(Mark(marker::REFERENCE)));
    registry.register_helper("named-clause", Box::new(Mark(marker::NAMED)));
    registry.register_helper("number-of", Box::new(Mark(marker::NUMBER)));
    registry.register_helper("lines", Box::new(Lines));
    registry.register_helper("eq", Box::new(Same(true)));
    registry.register_helper("ne", Box::new(Same(false)));
    for (name, compute) in COMPUTED {
        registry.register_helper(name, Box::new(Computed { compute: *compute, words: Arc::clone(&words) }));
    }
    registry.register_helper(TICK, Box::new(Tick));
    registry.register_helper(INSERT, Box::new(Insert { shipped }));
}

/// A helper's result, or why there is none.
type Outcome = Result<Value, String>;
/// A helper that makes a value from values.
type Compute = fn(&[&Value], &Words) -> Outcome;

const COMPUTED: &[(&str, Compute)] = &[
    ("list", |values, words| joined(values, &words.and)),
    ("and", |values, words| match values {
        [items] => joined(&[items], &words.and),
        _ => Ok(json!(values.iter().all(|value| value.is_truthy(false)))),
    }),
    ("or", |values, words| match values {
        [items] => joined(&[items], &words.or),
        _ => Ok(json!(values.iter().any(|value| value.is_truthy(false)))),
    }),
    ("not", |values, _| Ok(json!(!values.iter().any(|value| value.is_truthy(false))))),
    ("capital", |values, _| {
        let text = values.first().map(|value| value.render()).unwrap_or_default();
        let mut characters = text.chars();
        let first = characters.next().map(char::to_uppercase);
        Ok(json!(first.into_iter().flatten().chain(characters).collect::<String>()))
    }),
    ("plural", |values, _| {
        let [number, one, many] = values else { return Err("needs a number and two words".into()) };
        let number = number.render();
        let word = if number == "1" { one.render() } else { many.render() };
        Ok(json!(format!("{number} {word}")))
    }),
    ("article", |values, _| {
        let [word, before_consonant, before_vowel] = values else { return Err("needs a word and two articles".into()) };
        let word = word.render();
        let article = if sounds_as_vowel(&word) { before_vowel.render() } else { before_consonant.render() };
        Ok(json!(format!("{article} {word}")))
    }),
    ("agree", |values, _| {
        let [names, one, many] = values else { return Err("needs names and two words".into()) };
        let several = match names {
            Value::Array(items) => match items.as_slice() {
                [only] => reads_as_plural(&only.render()),
                _ => true,
            },
            name => reads_as_plural(&name.render()),
        };
        Ok(json!(if several { many.render() } else { one.render() }))
    }),
];

/// `a, b and c`.
fn joined(values: &[&Value], word: &str) -> Outcome {
    let Some(Value::Array(items)) = values.first() else { return Err("needs a list".into()) };
    let items: Vec<String> = items.iter().map(JsonRender::render).collect();
    Ok(json!(match items.split_last() {
        Some((last, before)) if !before.is_empty() => format!("{} {word} {last}", before.join(", ")),
        Some((only, _)) => only.clone(),
        None => String::new(),
    }))
}

/// A helper's complaint.
fn refuse(name: &str, reason: &str) -> RenderError {
    RenderErrorReason::Other(format!("{name} {reason}")).into()
}

struct Computed {
    compute: Compute,
    words: Arc<Words>,
}

impl HelperDef for Computed {
    fn call_inner<'reg: 'rc, 'rc>(
        &self,
        helper: &Helper<'rc>,
        _: &'reg Handlebars<'reg>,
        _: &'rc Context,
        _: &mut RenderContext<'reg, 'rc>,
    ) -> Result<ScopedJson<'rc>, RenderError> {
        let values: Vec<&Value> = helper.params().iter().map(handlebars::PathAndJson::value).collect();
        (self.compute)(&values, &self.words).map(ScopedJson::Derived).map_err(|reason| refuse(helper.name(), &reason))
    }
}

/// `eq` and `ne`, as a value and as a block.
struct Same(bool);

impl Same {
    fn holds(&self, helper: &Helper<'_>) -> bool {
        let value = |at| helper.param(at).map(handlebars::PathAndJson::value);
        (value(0) == value(1)) == self.0
    }
}

impl HelperDef for Same {
    fn call_inner<'reg: 'rc, 'rc>(
        &self,
        helper: &Helper<'rc>,
        _: &'reg Handlebars<'reg>,
        _: &'rc Context,
        _: &mut RenderContext<'reg, 'rc>,
    ) -> Result<ScopedJson<'rc>, RenderError> {
        Ok(ScopedJson::Derived(json!(self.holds(helper))))
    }

    fn call<'reg: 'rc, 'rc>(
        &self,
        helper: &Helper<'rc>,
        registry: &'reg Handlebars<'reg>,
        context: &'rc Context,
        state: &mut RenderContext<'reg, 'rc>,
        out: &mut dyn Output,
    ) -> HelperResult {
        let branch = if self.holds(helper) { helper.template() } else { helper.inverse() };
        branch.map_or(Ok(()), |branch| branch.render(registry, context, state, out))
    }
}

/// `{{#block "annex"}}`.
struct GroupOfBlocks;

impl HelperDef for GroupOfBlocks {
    fn call<'reg: 'rc, 'rc>(
        &self,
        helper: &Helper<'rc>,
        registry: &'reg Handlebars<'reg>,
        context: &'rc Context,
        state: &mut RenderContext<'reg, 'rc>,
        out: &mut dyn Output,
    ) -> HelperResult {
        let role = helper.param(0).and_then(|name| name.value().as_str()).unwrap_or("");
        if role_named(role).is_none() {
            return Err(refuse("block", &format!("knows no \"{role}\"")));
        }
        out.write(&format!("\n\n{}\n\n", marker::mark(marker::OPEN, role)))?;
        if let Some(inside) = helper.template() {
            inside.render(registry, context, state, out)?;
        }
        out.write(&format!("\n\n{}\n\n", marker::CLOSE))?;
        Ok(())
    }
}

/// The roles by the names that templates use.
pub(crate) const ROLES: &[(&str, Role)] = &[
    ("parties", Role::Parties),
    ("example", Role::Example),
    ("signatures", Role::Signatures),
    ("annex", Role::Annex),
    ("note", Role::Note),
];

/// The role of this name.
pub(crate) fn role_named(name: &str) -> Option<Role> {
    ROLES.iter().find(|(known, _)| *known == name).map(|(_, role)| *role)
}

/// Anchors and references: their name is made from all arguments, so that a loop can name its items.
struct Mark(char);

impl HelperDef for Mark {
    fn call<'reg: 'rc, 'rc>(
        &self,
        helper: &Helper<'rc>,
        _: &'reg Handlebars<'reg>,
        _: &'rc Context,
        state: &mut RenderContext<'reg, 'rc>,
        out: &mut dyn Output,
    ) -> HelperResult {
        let parts: Vec<String> = helper.params().iter().map(|part| part.value().render()).collect();
        let name = anchor_name(&parts.join(" "));
        if name.is_empty() {
            return Err(refuse(helper.name(), "needs a name of letters or digits"));
        }
        // The template's name lets an error about an unknown anchor say where it stands.
        let template = state.get_current_template_name().map_or("", String::as_str);
        out.write(&marker::mark(self.0, &format!("{name}\n{template}")))?;
        if let Some(source) = helper.hash_get("source").and_then(|source| source.value().as_str()) {
            out.write(&marker::mark(marker::SOURCE, source))?;
        }
        Ok(())
    }
}

/// An anchor as it is written in HTML: lower case, hyphens between words.
pub(crate) fn anchor_name(text: &str) -> String {
    let words = text.split(|character: char| !character.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-").to_lowercase()
}

/// `{{lines list}}`: an item a line.
struct Lines;

impl HelperDef for Lines {
    fn call<'reg: 'rc, 'rc>(
        &self,
        helper: &Helper<'rc>,
        _: &'reg Handlebars<'reg>,
        _: &'rc Context,
        _: &mut RenderContext<'reg, 'rc>,
        out: &mut dyn Output,
    ) -> HelperResult {
        let Some(Value::Array(items)) = helper.param(0).map(handlebars::PathAndJson::value) else {
            return Err(refuse("lines", "needs a list"));
        };
        let lines: Vec<String> = items.iter().map(|item| marker::value(&item.render())).collect();
        out.write(&lines.join(&marker::BREAK.to_string()))?;
        Ok(())
    }
}

/// Prints another template, as the engine does, with two differences: a shipped template is compiled when it is first
/// printed, and the values that are in reach are not copied for it.
struct Insert {
    shipped: Option<&'static Shipped>,
}

impl HelperDef for Insert {
    fn call<'reg: 'rc, 'rc>(
        &self,
        helper: &Helper<'rc>,
        registry: &'reg Handlebars<'reg>,
        context: &'rc Context,
        state: &mut RenderContext<'reg, 'rc>,
        out: &mut dyn Output,
    ) -> HelperResult {
        let name = helper.param(0).and_then(|name| name.value().as_str()).unwrap_or_default();
        let shipped = || self.shipped.and_then(|shipped| shipped.template(name));
        let Some(template) = registry.get_template(name).or_else(shipped) else {
            return Err(refuse(name, "is no template"));
        };
        let mut block = BlockContext::new();
        match (helper.param(1), state.block()) {
            (Some(values), _) => match values.context_path() {
                Some(path) => block.base_path_mut().clone_from(path),
                None => block.set_base_value(values.value().clone()),
            },
            (None, Some(outer)) => match outer.base_value() {
                Some(values) => block.set_base_value(values.clone()),
                None => block.base_path_mut().clone_from(outer.base_path()),
            },
            (None, None) => {}
        }
        if let Some(outer) = state.block() {
            block.local_variables_mut().clone_from(outer.local_variables());
        }
        for (name, value) in helper.hash() {
            block.set_block_param(name, BlockParamHolder::value(value.value().clone()));
        }
        let outer = state.get_current_template_name();
        state.push_block(block);
        let result = template.render(registry, context, state, out);
        state.pop_block();
        state.set_current_template_name(outer);
        result
    }
}

/// Tells the writer of each rendered template and block, so that loops within loops come to an end.
struct Tick;

impl HelperDef for Tick {
    fn call<'reg: 'rc, 'rc>(
        &self,
        _: &Helper<'rc>,
        _: &'reg Handlebars<'reg>,
        _: &'rc Context,
        _: &mut RenderContext<'reg, 'rc>,
        out: &mut dyn Output,
    ) -> HelperResult {
        Ok(out.write(marker::STEP)?)
    }
}
