//! Contract text as Handlebars templates over Markdown: loading, limits, rendering.
//!
//! Values of the agreement are data: they are never compiled, and they pass
//! through Markdown unseen (see [`marker`]). What a template may name is held
//! against the view's schema before anything is rendered (see [`check`]).

mod check;
mod compile;
pub(super) mod helpers;
mod schema;
pub(super) mod words;

use std::collections::BTreeMap;
use std::sync::{LazyLock, OnceLock};
use std::{fmt, io};

use handlebars::{Handlebars, RenderError, RenderErrorReason, Template};
use serde::Serialize;
use serde_json::Value;

use self::compile::{Compiled, INLINE};
use self::words::Words;
use super::marker;
use crate::diagnostic::{Diagnostic, Severity};
use crate::source::{Source, SourceId, Sources, Span};

/// The template that a contract begins with.
const ROOT: &str = "agreement";
/// How a template's file name ends.
const SUFFIX: &str = ".hbs.md";
/// How much Markdown one contract may become, in bytes of printed text.
const MOST_OUTPUT: usize = 20 << 20;
/// The values pass as three bytes a byte.
const MOST_RAW_OUTPUT: usize = 3 * MOST_OUTPUT;
/// How many templates and blocks one contract may render; far above any real one.
const MOST_STEPS: usize = 2_000_000;

/// The shipped templates: path below `templates/`, text.
const SHIPPED: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/templates.rs"));

/// A template of the user's own that stands in for a shipped one, or beside them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Override {
    /// The path as it is shown to the user.
    pub path: String,
    /// The file's text.
    pub text: String,
}

/// The templates of one language, compiled.
#[derive(Debug, Clone)]
pub struct Templates {
    language: String,
    words: Words,
    files: BTreeMap<String, File>,
    engine: Handlebars<'static>,
}

/// One template.
#[derive(Debug, Clone)]
struct File {
    id: SourceId,
    source: Source,
    own: bool,
}

impl File {
    /// The whole first line: where a finding about the file itself is shown.
    fn head(&self) -> Span {
        Span::new(self.id, 0, self.source.line(1).len())
    }
}

impl Templates {
    /// The shipped templates of `language` (a tag such as `en-GB`), with the user's own in their place.
    ///
    /// `overrides` maps a path below the user's templates folder, with `/` between
    /// folders, such as `clauses/credits.hbs.md` or `words.toml`, to its text. All texts
    /// are added to `sources`, so that findings about them can be shown.
    pub fn load(
        language: &str,
        overrides: &BTreeMap<String, Override>,
        sources: &mut Sources,
    ) -> Result<Self, Vec<Diagnostic>> {
        let shipped = Shipped::of(language);
        let mut engine = engine();
        let mut words = shipped.and_then(|shipped| shipped.words.clone());
        let mut found = Vec::new();
        let mut files = BTreeMap::new();
        for (name, file) in shipped.into_iter().flat_map(|shipped| &shipped.files) {
            let source = file.source.clone();
            let id = sources.add(source.clone());
            files.insert((*name).to_owned(), File { id, source, own: false });
        }
        for (name, own) in overrides {
            let source = Source::new(&own.path, own.text.as_str());
            let id = sources.add(source.clone());
            if name == words::FILE {
                words = read_words(&source, id).map_err(|error| found.push(*error)).ok();
            } else if let Some(name) = name.strip_suffix(SUFFIX) {
                match compile::compile(name, &source, id) {
                    Ok(compiled) => {
                        register(&mut engine, name, compiled);
                        files.insert(name.to_owned(), File { id, source, own: true });
                    }
                    Err(error) => found.push(*error),
                }
            } else {
                found.push(
                    Diagnostic::error(
                        "template-name",
                        Span::new(id, 0, 0),
                        "this is neither a template nor the word list",
                    )
                    .help("name a template `NAME.hbs.md`, and the word list `words.toml`"),
                );
            }
        }
        if !found.is_empty() {
            return Err(found);
        }
        let Some(words) = words.filter(|_| files.contains_key(ROOT)) else {
            return Err(vec![
                Diagnostic::new(
                    "template-language",
                    Severity::Error,
                    None,
                    format!("there are no contract templates for the language `{language}`"),
                )
                .help(format!("a language needs at least `{ROOT}{SUFFIX}` and `{}`", words::FILE)),
            ]);
        };
        if let Some(shipped) = shipped {
            shipped.complete(&mut engine);
        }
        helpers::register(&mut engine, &words, shipped);
        Ok(Self { language: language.to_owned(), words, files, engine })
    }

    /// The language the templates are in, as a BCP 47 tag.
    pub fn language(&self) -> &str {
        &self.language
    }

    pub(super) fn words(&self) -> &Words {
        &self.words
    }

    /// Whether any of them is the user's own.
    pub(super) fn has_own(&self) -> bool {
        self.files.values().any(|file| file.own)
    }

    /// Holds every template that the contract uses against the schema of the view:
    /// fields, helpers, other templates, depth.
    pub fn check(&self, schema: &Value) -> Vec<Diagnostic> {
        let parse =
            |(name, file): (&String, &File)| Some((name.clone(), compile::parse(name, &file.source, file.id).ok()?));
        check::check(&self.files, &self.files.iter().filter_map(parse).collect(), schema)
    }

    /// The contract as Markdown with markers.
    pub(super) fn render<T: Serialize>(&self, view: &T) -> Result<String, Box<Diagnostic>> {
        let mut draft = Draft::default();
        match self.engine.render_to_write(ROOT, view, &mut draft) {
            Ok(()) => Ok(String::from_utf8_lossy(&draft.text).into_owned()),
            Err(_) if draft.steps > MOST_STEPS => {
                let found = Diagnostic::new("template-limit", Severity::Error, None, "the templates loop too often");
                Err(Box::new(found.help("look for loops within loops in the templates")))
            }
            Err(_) if draft.full => {
                let message = format!("the contract would be larger than {} MB", MOST_OUTPUT >> 20);
                let found = Diagnostic::new("template-limit", Severity::Error, None, message);
                Err(Box::new(found.help("look for loops within loops in the templates")))
            }
            Err(error) => Err(self.explain(&error)),
        }
    }

    /// A rendering error in the user's words, at its place.
    fn explain(&self, error: &RenderError) -> Box<Diagnostic> {
        let span = error.template_name.as_ref().and_then(|name| self.files.get(name)).map(|file| {
            let start = compile::offset(&file.source, error.line_no.unwrap_or(1), error.column_no.unwrap_or(1));
            compile::tag_at(file.source.text(), file.id, start)
        });
        let message = match error.reason() {
            RenderErrorReason::MissingVariable(Some(path)) => format!("this agreement has no `{path}` to print here"),
            RenderErrorReason::MissingVariable(None) => "this agreement has nothing to print here".to_owned(),
            RenderErrorReason::Other(reason) => reason.clone(),
            other => other.to_string().to_lowercase(),
        };
        let found = Diagnostic::new("template-value", Severity::Error, span, message);
        Box::new(found.help("put what not every agreement has into `{{#if …}} … {{/if}}`"))
    }

    /// Where a template says `words`: for findings about the rendered text.
    pub(super) fn find(&self, template: Option<&str>, words: &str) -> Option<Span> {
        let words = words.trim();
        let within = |file: &File| {
            let start = file.source.text().find(words).filter(|_| !words.is_empty())?;
            Some(Span::new(file.id, start, start + words.len()))
        };
        match template {
            Some(name) => self.files.get(name).map(|file| within(file).unwrap_or_else(|| file.head())),
            None => self.files.values().find_map(within),
        }
    }
}

/// An engine that knows no template and no helper of ours yet.
fn engine() -> Handlebars<'static> {
    let mut engine = Handlebars::new();
    engine.set_strict_mode(true);
    engine.register_escape_fn(marker::value);
    engine
}

/// The shipped templates of one language. Each is compiled when it is first printed, once for all contracts of a run:
/// no contract needs them all.
#[derive(Default)]
pub(super) struct Shipped {
    words: Option<Words>,
    files: BTreeMap<&'static str, ShippedFile>,
}

/// A shipped template.
struct ShippedFile {
    source: Source,
    compiled: OnceLock<Option<Compiled>>,
}

impl fmt::Debug for Shipped {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.files.keys()).finish()
    }
}

impl Shipped {
    /// Those of a language; none where it has none.
    fn of(language: &str) -> Option<&'static Self> {
        static ALL: LazyLock<BTreeMap<&str, Shipped>> = LazyLock::new(|| {
            let mut all: BTreeMap<&str, Shipped> = BTreeMap::new();
            for (path, text) in SHIPPED {
                let Some((folder, name)) = path.split_once('/') else { continue };
                all.entry(folder).or_default().add(name, Source::new(format!("templates/{path}"), *text));
            }
            all
        });
        ALL.get(folder_of(language).as_str())
    }

    fn add(&mut self, name: &'static str, source: Source) {
        if name == words::FILE {
            self.words = read_words(&source, SourceId::default()).ok();
        } else if let Some(name) = name.strip_suffix(SUFFIX) {
            self.files.insert(name, ShippedFile { source, compiled: OnceLock::new() });
        }
    }

    /// A template by its name, in the form for a tag that stands alone or, by the name with [`INLINE`], for one
    /// between other words. That each of them compiles is held by the tests.
    fn template(&self, name: &str) -> Option<&Template> {
        let inline = name.strip_suffix(INLINE);
        let name = inline.unwrap_or(name);
        let file = self.files.get(name)?;
        let compile = || compile::compile(name, &file.source, SourceId::default()).ok();
        let compiled = file.compiled.get_or_init(compile).as_ref()?;
        Some(if inline.is_some() { &compiled.inline } else { &compiled.block })
    }

    /// Gives an engine the shipped templates that it must hold itself: the first one, and those that templates of the
    /// user's own print indented.
    fn complete(&self, engine: &mut Handlebars<'static>) {
        let mut wanted = vec![ROOT.to_owned()];
        engine.get_templates().values().for_each(|own| compile::partials(own, &mut wanted));
        for name in wanted {
            if !engine.has_template(&name)
                && let Some(template) = self.template(&name)
            {
                engine.register_template(&name, template.clone());
            }
        }
    }
}

fn register(engine: &mut Handlebars<'static>, name: &str, compiled: Compiled) {
    engine.register_template(name, compiled.block);
    engine.register_template(&format!("{name}{INLINE}"), compiled.inline);
}

/// The folder of a language: its own, or that of the language without its region.
fn folder_of(language: &str) -> String {
    let shipped = |folder: &str| {
        SHIPPED.iter().any(|(path, _)| path.split('/').next().is_some_and(|first| first.eq_ignore_ascii_case(folder)))
    };
    let primary = language.split('-').next().unwrap_or(language);
    if shipped(language) { language.to_owned() } else { primary.to_lowercase() }
}

fn read_words(source: &Source, id: SourceId) -> Result<Words, Box<Diagnostic>> {
    toml::from_str(source.text()).map_err(|error| {
        let span = error.span().unwrap_or_default();
        let message = error.message().lines().next().unwrap_or_default().trim_end_matches('.').to_lowercase();
        let found = Diagnostic::error("template-words", Span::new(id, span.start, span.end), message);
        Box::new(found.help("compare with the word list that is shipped: `templates/en/words.toml`"))
    })
}

/// The rendered text; refuses to grow without end.
#[derive(Default)]
struct Draft {
    text: Vec<u8>,
    full: bool,
    steps: usize,
}

impl io::Write for Draft {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if bytes == marker::STEP.as_bytes() {
            self.steps += 1;
            let more = self.steps <= MOST_STEPS;
            return if more { Ok(bytes.len()) } else { Err(io::Error::other("too many steps")) };
        }
        if self.text.len() + bytes.len() > MOST_RAW_OUTPUT {
            self.full = true;
            return Err(io::Error::other("full"));
        }
        self.text.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
