//! The form for people: the source line, a caret under the wrong words, and what to type instead.
//!
//! Drawing is left to annotate-snippets; this file decides what is drawn. Only a window of the source is
//! handed over, so that a huge file or an endless line costs no more than a small one.

use std::fmt::Write as _;
use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Patch, Renderer, Snippet, normalize_untrusted_str};
use anstyle::Style;

use super::located::{Finding, Place};
use super::{Fix, Options, Severity};

/// A related place at most this many bytes away is drawn in the same snippet.
const NEAR: usize = 10_000;
/// A span over more lines than this is shown by its first line.
const SHOWN_LINES: usize = 6;
/// How many characters of a line are drawn from before and after the wrong words at most; only a line longer
/// than any statement is cut, and shortened to the terminal's width by the renderer.
const CONTEXT: usize = 10_000;
/// How many characters of one line are underlined at most.
const UNDERLINED: usize = 400;

pub(super) fn render(findings: &[Finding<'_>], options: &Options<'_>) -> String {
    if findings.is_empty() {
        return String::new();
    }
    let renderer = if options.color { Renderer::styled() } else { Renderer::plain() }.term_width(options.width);
    let mut out = String::new();
    for finding in findings {
        out.push_str(&report(finding, &renderer));
        out.push_str("\n\n");
    }
    out.push_str(&summary(findings, options.color));
    out
}

fn report(finding: &Finding<'_>, renderer: &Renderer) -> String {
    let diagnostic = finding.diagnostic;
    let mut group =
        Group::with_title(level(diagnostic.severity).primary_title(&diagnostic.message).id(diagnostic.rule));
    match &finding.place {
        Some(place) => group = with_places(group, finding, place),
        None if !finding.file.is_empty() => group = group.element(Origin::path(finding.file)),
        None => {}
    }
    if let Some(why) = diagnostic.why {
        group = group.element(Level::NOTE.message(why));
    }
    // The fix is drawn with its title: the same words twice would say no more.
    let said = |help: &&String| diagnostic.fix.as_ref().is_none_or(|fix| fix.title != **help);
    for help in diagnostic.help.iter().filter(said) {
        group = group.element(Level::HELP.message(normalize_untrusted_str(help)));
    }
    let mut groups = vec![group];
    if let Some(fix) = &diagnostic.fix {
        groups.extend(suggestion(fix, finding));
    }
    let drawn = renderer.render(&groups);
    // A snippet without a path of its own is drawn below an empty one.
    let is_extracted = finding.place.as_ref().is_some_and(|place| place.source.is_extracted());
    if is_extracted { without_empty_paths(&drawn) } else { drawn }
}

/// The lines of a drawing without those that are only the arrow before a path.
fn without_empty_paths(drawn: &str) -> String {
    let is_empty = |line: &&str| {
        let (_, after) = line.split_once(":::")?;
        let mut in_code = false;
        let left = after.chars().filter(|letter| {
            let code = in_code || *letter == '\u{1b}';
            in_code = code && *letter != 'm';
            !code && !letter.is_whitespace()
        });
        (left.count() == 0 && !line.contains('|')).then_some(())
    };
    drawn.lines().filter(|line| is_empty(line).is_none()).collect::<Vec<_>>().join("\n")
}

fn level(severity: Severity) -> Level<'static> {
    match severity {
        Severity::Note => Level::NOTE,
        Severity::Warning => Level::WARNING,
        Severity::Error => Level::ERROR,
    }
}

/// Adds the snippet of the wrong words and those of the further places.
fn with_places<'a>(mut group: Group<'a>, finding: &Finding<'a>, place: &Place<'a>) -> Group<'a> {
    let (near, far): (Vec<_>, Vec<_>) = finding.related().partition(|(other, _)| {
        std::ptr::eq(other.source, place.source) && other.bytes.start.abs_diff(place.bytes.start) <= NEAR
    });
    let window = Window::over(place, near.iter().map(|(other, _)| other));
    let label = finding.diagnostic.label.as_deref();
    let mut snippet = window.snippet(place).annotation(AnnotationKind::Primary.span(window.shown(place)).label(label));
    for (other, message) in &near {
        snippet = snippet.annotation(AnnotationKind::Context.span(window.shown(other)).label(*message));
    }
    group = window.origin(group, place).element(snippet);
    for (other, message) in far {
        let window = Window::over(&other, std::iter::empty());
        let annotation = AnnotationKind::Context.span(window.shown(&other)).label(message);
        group = window.origin(group, &other).element(window.snippet(&other).annotation(annotation));
    }
    group
}

fn suggestion<'a>(fix: &'a Fix, finding: &Finding<'a>) -> Option<Group<'a>> {
    let places: Vec<_> =
        fix.edits.iter().filter_map(|edit| Some((Place::new(edit.span, finding.sources)?, &edit.text))).collect();
    let (first, _) = places.first()?;
    let same = |other: &Place<'a>| std::ptr::eq(other.source, first.source);
    let window = Window::over(first, places.iter().map(|(place, _)| place).filter(|place| same(place)));
    let patches = places
        .iter()
        .filter(|(place, _)| same(place))
        .map(|(place, text)| Patch::new(window.relative(&place.bytes), text.as_str()));
    let title = Level::HELP.secondary_title(normalize_untrusted_str(&fix.title));
    Some(title.element(Snippet::source(window.text).line_start(window.line).path(first.file()).patches(patches)))
}

/// The part of a source that is drawn.
struct Window<'a> {
    text: &'a str,
    /// The byte at which it begins.
    start: usize,
    /// The line at which it begins, from 1.
    line: usize,
    /// Whether the first line was cut at its left, so that columns cannot be read off the window.
    cut: bool,
}

impl<'a> Window<'a> {
    /// The lines of `place` and `others`, long lines cut to what stands around the places.
    fn over<'p>(place: &'p Place<'a>, others: impl Iterator<Item = &'p Place<'a>>) -> Self
    where
        'a: 'p,
    {
        let mut covered = first_lines(place);
        for other in others {
            let other = first_lines(other);
            covered = covered.start.min(other.start)..covered.end.max(other.end);
        }
        let text = place.source.text();
        let before = &text[..covered.start];
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        let left = back(text, covered.start, CONTEXT).max(line_start);
        let after = &text[covered.end..];
        let line_end = after.find('\n').map_or(text.len(), |at| covered.end + at);
        let right = forward(text, covered.end, CONTEXT).min(line_end);
        let shown = text[left..right].trim_end_matches('\r');
        Self { text: shown, start: left, line: place.source.position(left).line, cut: left > line_start }
    }

    fn relative(&self, bytes: &Range<usize>) -> Range<usize> {
        let within = |byte: usize| byte.saturating_sub(self.start).min(self.text.len());
        within(bytes.start)..within(bytes.end)
    }

    /// What of a place is underlined, relative to the window.
    fn shown(&self, place: &Place<'_>) -> Range<usize> {
        self.relative(&first_lines(place))
    }

    fn snippet<T: Clone>(&self, place: &Place<'a>) -> Snippet<'a, T> {
        // The lines of a text that was taken out of a file are nobody's.
        let snippet = Snippet::source(self.text).line_start(self.line).line_numbering(!place.source.is_extracted());
        if self.cut || place.source.is_extracted() { snippet } else { snippet.path(place.file()) }
    }

    /// The line with the file and the place in it, where the snippet cannot know it itself.
    fn origin(&self, group: Group<'a>, place: &Place<'a>) -> Group<'a> {
        if let Some(words) = place.passage_words() {
            let file = place.file();
            return group.element(Origin::path(if words.is_empty() {
                file.to_owned()
            } else {
                format!("{file}, {words}")
            }));
        }
        if !self.cut {
            return group;
        }
        group.element(Origin::path(place.file()).line(place.start.line).char_column(place.start.column))
    }
}

/// The bytes of a place, or those on its first line where it covers many.
fn first_lines(place: &Place<'_>) -> Range<usize> {
    let lines = place.end.line - place.start.line;
    if lines < SHOWN_LINES && place.bytes.len() <= (lines + 1) * UNDERLINED {
        return place.bytes.clone();
    }
    let text = &place.source.text()[place.bytes.clone()];
    let first = text.split(['\r', '\n']).next().unwrap_or(text);
    let end = forward(first, 0, UNDERLINED);
    place.bytes.start..place.bytes.start + end
}

/// The byte `count` characters before `from`, or 0.
fn back(text: &str, from: usize, count: usize) -> usize {
    text[..from].char_indices().rev().take(count).last().map_or(from, |(at, _)| at)
}

/// The byte `count` characters after `from`, or the end.
fn forward(text: &str, from: usize, count: usize) -> usize {
    text[from..].char_indices().nth(count).map_or(text.len(), |(at, _)| from + at)
}

/// `2 errors and 1 warning in 3 files`.
fn summary(findings: &[Finding<'_>], color: bool) -> String {
    let counted: Vec<String> = [Severity::Error, Severity::Warning, Severity::Note]
        .into_iter()
        .filter_map(|severity| {
            let count = findings.iter().filter(|finding| finding.diagnostic.severity == severity).count();
            (count > 0).then(|| plural(count, severity.word()))
        })
        .collect();
    let mut files: Vec<&str> = findings.iter().map(|finding| finding.file).collect();
    files.sort_unstable();
    files.dedup();
    let bold = if color { Style::new().bold() } else { Style::new() };
    let mut out = format!("{bold}{}{bold:#}", list(&counted));
    if files.len() > 1 {
        let _ = write!(out, " in {}", plural(files.len(), "file"));
    }
    out.push('\n');
    out
}

fn plural(count: usize, word: &str) -> String {
    if count == 1 { format!("1 {word}") } else { format!("{count} {word}s") }
}

fn list(parts: &[String]) -> String {
    match parts {
        [first @ .., last] if !first.is_empty() => format!("{} and {last}", first.join(", ")),
        parts => parts.concat(),
    }
}
