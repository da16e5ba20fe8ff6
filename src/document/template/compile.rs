//! From a template's text to its compiled form, within limits; and positions in the text.

use std::sync::LazyLock;

use handlebars::template::{HelperTemplate, Parameter, TemplateElement};
use handlebars::{Path, Template, TemplateError, TemplateErrorReason};

use super::helpers::{self, INSERT, TICK};
use crate::diagnostic::Diagnostic;
use crate::document::marker;
use crate::source::{Source, SourceId, Span};

/// A template is a few pages of text.
const MOST_BYTES: usize = 1 << 20;
/// How many brackets may be open at once: the engine's parser recurses on each.
const MOST_OPEN: usize = 64;

/// After a template's name: its text without the line break at its end, for use within a line.
pub(super) const INLINE: &str = "#inline";

/// A template in its two forms.
#[derive(Debug, Clone)]
pub(super) struct Compiled {
    /// For a tag that stands alone on its lines.
    pub(super) block: Template,
    /// For a tag between other words; see [`INLINE`].
    pub(super) inline: Template,
}

/// Compiles a template; the parser behind it is only given texts that it can take.
pub(super) fn compile(name: &str, source: &Source, id: SourceId) -> Result<Compiled, Box<Diagnostic>> {
    let mut block = parse(name, source, id)?;
    let mut inline = block.clone();
    trim_end(&mut inline);
    for form in [&mut block, &mut inline] {
        prepare(form);
    }
    Ok(Compiled { block, inline })
}

/// A template as its text has it, with its tags settled: what is held against the schema.
pub(super) fn parse(name: &str, source: &Source, id: SourceId) -> Result<Template, Box<Diagnostic>> {
    let text = source.text();
    within_limits(text, id)?;
    let mut template =
        Template::compile_with_name(text, name.to_owned()).map_err(|error| explain(&error, source, id))?;
    settle_tags(&mut template, source);
    Ok(template)
}

/// The other templates that this one prints by the engine itself, and not by the helper [`INSERT`].
pub(super) fn partials(template: &Template, names: &mut Vec<String>) {
    for element in &template.elements {
        match element {
            TemplateElement::PartialExpression(partial) => names.extend(partial.name.as_name().map(str::to_owned)),
            TemplateElement::HelperBlock(block) => {
                [&block.template, &block.inverse].into_iter().flatten().for_each(|inside| partials(inside, names));
            }
            _ => {}
        }
    }
}

/// A tag of a template, to be copied into others.
fn tag(text: &str) -> Option<TemplateElement> {
    Template::compile(text).ok()?.elements.into_iter().next()
}

static TICK_TAG: LazyLock<Option<TemplateElement>> = LazyLock::new(|| tag(&format!("{{{{{TICK}}}}}")));
static INSERT_TAG: LazyLock<Option<TemplateElement>> = LazyLock::new(|| tag(&format!("{{{{{INSERT} \"\"}}}}")));

/// Readies a template for rendering: counts its steps, and prints other templates without copying the view.
fn prepare(template: &mut Template) {
    if let Some(tick) = &*TICK_TAG {
        count_steps(template, tick);
    }
    if let Some(TemplateElement::Expression(insert)) = &*INSERT_TAG {
        insert_partials(template, insert);
    }
}

/// Puts the helper [`INSERT`] in the place of tags that print other templates; an indented one stays with the engine,
/// which alone can indent what it prints.
fn insert_partials(template: &mut Template, insert: &HelperTemplate) {
    for element in &mut template.elements {
        match element {
            TemplateElement::HelperBlock(block) => {
                let inside = [&mut block.template, &mut block.inverse];
                inside.into_iter().flatten().for_each(|inside| insert_partials(inside, insert));
            }
            TemplateElement::PartialExpression(partial) if partial.template.is_none() => {
                let Some(name) = partial.name.as_name() else { continue };
                // The blank before a tag between other words is no indentation.
                if partial.indent.is_some() && !name.ends_with(INLINE) {
                    continue;
                }
                let mut helper = insert.clone();
                helper.params = vec![Parameter::Literal(name.into())];
                helper.params.append(&mut partial.params);
                helper.hash = std::mem::take(&mut partial.hash);
                *element = TemplateElement::Expression(Box::new(helper));
            }
            _ => {}
        }
    }
}

fn within_limits(text: &str, id: SourceId) -> Result<(), Box<Diagnostic>> {
    let refuse = |found: Diagnostic| Err(Box::new(found));
    if text.len() > MOST_BYTES {
        return refuse(Diagnostic::error("template-limit", Span::new(id, 0, 0), "a template may have 1 MB at most"));
    }
    if let Some((at, found)) = text.char_indices().find(|(_, character)| marker::is_private_use(*character)) {
        let span = Span::new(id, at, at + found.len_utf8());
        return refuse(Diagnostic::error("template-syntax", span, "a template may not hold private-use characters"));
    }
    if let Some(at) = too_deep(text) {
        let message = format!("more than {MOST_OPEN} brackets or blocks are open here");
        let found = Diagnostic::error("template-limit", Span::new(id, at, at + 1), message);
        return refuse(found.help("close each block with {{/…}}, or move its inside to a template of its own"));
    }
    Ok(())
}

/// Where brackets or blocks are open too deep. A bracket that prose leaves open counts too; there are
/// never so many. (A text made to hide its depth from this is stopped by the parser's own guard.)
fn too_deep(text: &str) -> Option<usize> {
    let (mut brackets, mut blocks) = (0_usize, 0_usize);
    for (at, character) in text.char_indices() {
        let opens_tag = || text[..at].trim_end_matches(|c: char| c == '~' || c.is_ascii_whitespace()).ends_with("{{");
        match character {
            '(' | '[' | '{' => brackets += 1,
            ')' | ']' | '}' => brackets = brackets.saturating_sub(1),
            '#' if opens_tag() => blocks += 1,
            '/' if opens_tag() => blocks = blocks.saturating_sub(1),
            _ => {}
        }
        if brackets.max(blocks) > MOST_OPEN {
            return Some(at);
        }
    }
    None
}

/// Settles what the engine would read otherwise: a tag between other words prints the form of a template
/// that has no line break at its end, and a bare name is a field even if a helper is called the same.
fn settle_tags(template: &mut Template, source: &Source) {
    for (index, element) in template.elements.iter_mut().enumerate() {
        match element {
            TemplateElement::HelperBlock(block) => {
                let inside = [&mut block.template, &mut block.inverse];
                inside.into_iter().flatten().for_each(|inside| settle_tags(inside, source));
            }
            TemplateElement::Expression(tag) if tag.params.is_empty() && tag.hash.is_empty() => {
                let helper = tag.name.as_name().filter(|name| helpers::signature(name).is_some());
                if let Some(path) = helper.and_then(|name| Path::parse(&format!("./{name}")).ok()) {
                    tag.name = Parameter::Path(path);
                }
            }
            TemplateElement::PartialExpression(partial) => {
                let start = template.mapping.get(index).map(|place| offset(source, place.0, place.1));
                let name = partial.name.as_name().map(|name| Parameter::Name(format!("{name}{INLINE}")));
                if let (Some(start), Some(name)) = (start, name)
                    && !stands_alone(source.text(), start)
                {
                    partial.name = name;
                }
            }
            _ => {}
        }
    }
}

/// Takes the line break from the end of what a template prints, whichever way its conditions go.
fn trim_end(template: &mut Template) {
    while let Some(last) = template.elements.last_mut() {
        match last {
            TemplateElement::RawString(words) => {
                words.truncate(words.trim_end_matches(['\r', '\n']).len());
                if !words.is_empty() {
                    return;
                }
                template.elements.pop();
            }
            TemplateElement::Comment(_) => drop(template.elements.pop()),
            TemplateElement::HelperBlock(block) => {
                // A list's items keep the line breaks between them.
                if block.name.as_name() != Some("each") {
                    [&mut block.template, &mut block.inverse].into_iter().flatten().for_each(trim_end);
                }
                return;
            }
            TemplateElement::PartialExpression(partial) => {
                if let Some(name) = partial.name.as_name().filter(|name| !name.ends_with(INLINE)) {
                    partial.name = Parameter::Name(format!("{name}{INLINE}"));
                }
                return;
            }
            _ => return,
        }
    }
}

/// Whether nothing but the tag at `start` is on its lines.
fn stands_alone(text: &str, start: usize) -> bool {
    let before = text[..start].rsplit('\n').next().unwrap_or("");
    let tag = &text[start..];
    let after = tag.find("}}").map_or("", |end| &tag[end + 2..]).split('\n').next().unwrap_or("");
    before.trim().is_empty() && after.trim().is_empty()
}

/// Puts the counting helper at the start of every template and block.
fn count_steps(template: &mut Template, tick: &TemplateElement) {
    for element in &mut template.elements {
        if let TemplateElement::HelperBlock(block) = element {
            count_steps_in(block, tick);
        }
    }
    // A tag at the very start of a file decides about its line's white space at compile
    // time, so an element in front of it changes no output.
    template.elements.insert(0, tick.clone());
    let first = template.mapping.first().cloned();
    if let Some(first) = first {
        template.mapping.insert(0, first);
    }
}

fn count_steps_in(block: &mut HelperTemplate, tick: &TemplateElement) {
    // Without an else, the engine takes a value that is not there for a mistake; its fields are checked already.
    if block.name.as_name() == Some("with") && block.inverse.is_none() {
        block.inverse = Some(Template::default());
    }
    for inside in [&mut block.template, &mut block.inverse].into_iter().flatten() {
        count_steps(inside, tick);
    }
}

/// What the engine's parser says, in words for people who edit contracts.
fn explain(error: &TemplateError, source: &Source, id: SourceId) -> Box<Diagnostic> {
    let (line, column) = error.pos().unwrap_or((1, 1));
    let start = offset(source, line, column);
    let span = tag_at(source.text(), id, start);
    let (message, help) = match error.reason() {
        TemplateErrorReason::MismatchingClosedHelper(opened, closed) => {
            let name = |debug: &str| debug.trim_matches('"').to_owned();
            let (opened, closed) = (name(opened), name(closed));
            (
                format!("`{{{{/{closed}}}}}` closes a block that began with `{opened}`"),
                "close the block that was opened last first",
            )
        }
        TemplateErrorReason::InvalidParam(word) => (
            format!("`{word}` is neither a field nor a quoted word"),
            "write fields plain and words in \"quotation marks\"",
        ),
        _ => (
            "this tag or block is not complete".to_owned(),
            "a tag is {{field}} or {{helper words}}, a block {{#helper …}} … {{/helper}}; to print {{ write \\{{",
        ),
    };
    Box::new(Diagnostic::error("template-syntax", span, message).help(help))
}

/// The byte of a line and a column, both counted from 1, the column in characters.
pub(super) fn offset(source: &Source, line: usize, column: usize) -> usize {
    let start: usize = source.text().split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let text = source.line(line);
    start + text.char_indices().nth(column.saturating_sub(1)).map_or(text.len(), |(at, _)| at)
}

/// The tag that begins at or after `start`; the rest of the line if there is none.
pub(super) fn tag_at(text: &str, id: SourceId, start: usize) -> Span {
    let rest = text.get(start..).unwrap_or("");
    let skipped = rest.len() - rest.trim_start().len();
    let tag = &rest[skipped..];
    let end = match tag.starts_with("{{").then(|| tag.find("}}")).flatten() {
        Some(end) => end + 2,
        None => tag.find('\n').unwrap_or(tag.len()),
    };
    Span::new(id, start + skipped, start + skipped + end)
}
