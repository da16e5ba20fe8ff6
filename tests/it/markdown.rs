//! The final Markdown and HTML: reading the Markdown again gives the document's blocks and words,
//! whatever the values are.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use serde_json::{Value, json};
use servanda::document::block::{Block, BlockKind, Document, Inline, Meta};
use servanda::document::template::{Override, Templates};
use servanda::document::{markdown, render_document};
use servanda::html;
use servanda::source::Sources;

use crate::support::{check_expected, read, repeatable};

/// Puts two values wherever a template can put them.
const EVERYWHERE: &str = r#"# {{a}}

{{#block "parties"}}
{{a}} and {{b}}, {{lines both}}
{{/block}}

## {{anchor "one"}}{{a}}

{{a}} {{b}}

{{anchor "two"}}{{a}}**{{b}}**{{a}} *{{b}}* **{{a}}** ("{{b}}"), see {{clause "one"}} and {{clause "two"}}:

- {{a}}
- {{b}}{{a}}

  {{b}}
  1. {{anchor "three"}}{{a}}, {{clause "three"}}
- **{{a}}*{{b}}*** `{{a}}``{{b}}`

{{#block "example"}}
{{a}}\
{{b}}

- {{a}}

| {{a}} | `{{b}}` | **{{a}}** |
|---|:-:|--:|
| {{b}} | {{a}} {{b}} | {{lines both}} |
{{/block}}

{{#block "annex"}}
## {{b}}

### {{a}}

{{b}}!{{clause "two"}}
{{/block}}

{{#block "signatures"}}
| {{a}} | |
|---|---|
| {{b}} | |
{{/block}}
"#;

static TEMPLATES: LazyLock<Templates> = LazyLock::new(|| load(EVERYWHERE));

fn load(template: &str) -> Templates {
    let own = Override { path: "agreement.hbs.md".into(), text: template.into() };
    let own = BTreeMap::from([("agreement.hbs.md".to_owned(), own)]);
    Templates::load("en", &own, &mut Sources::default()).expect("templates without mistakes")
}

fn everywhere(a: &str, b: &str) -> Document {
    let text = json!({ "type": "string" });
    let list = json!({ "type": "array", "items": text });
    let schema = json!({ "type": "object", "properties": { "a": text, "b": text, "both": list } });
    render_document(&TEMPLATES, &json!({ "a": a, "b": b, "both": [a, b] }), &schema, meta()).expect("a document")
}

fn meta() -> Meta {
    Meta {
        title: "Support <Agreement>".into(),
        reference: Some("ACME-2027-014".into()),
        version: Some("1.0".into()),
        ..Meta::default()
    }
}

/// Blocks without their words.
fn shape(blocks: &[Block]) -> Value {
    let shapes = blocks.iter().map(|block| {
        let inside = match &block.kind {
            BlockKind::Title(_) => json!("title"),
            BlockKind::Heading { level, number, .. } => json!([level, number]),
            BlockKind::Clause { number, .. } => json!(number),
            BlockKind::Paragraph(_) => json!("paragraph"),
            BlockKind::List(items) => items.iter().map(|item| json!([item.marker, shape(&item.blocks)])).collect(),
            BlockKind::Table(table) => table.rows.iter().map(Vec::len).collect(),
            BlockKind::Group { role, blocks } => json!([format!("{role:?}"), shape(blocks)]),
        };
        json!([inside, block.id])
    });
    shapes.collect()
}

/// The printed words in order, a line a block, with what kind of block they stand in.
fn words(document: &Document) -> Vec<String> {
    let mut lines = Vec::new();
    of_blocks(&document.blocks, &mut lines);
    lines
}

fn of_blocks(blocks: &[Block], lines: &mut Vec<String>) {
    for block in blocks {
        match &block.kind {
            BlockKind::Title(text) => lines.push(format!("h1 {}", of_run(text))),
            BlockKind::Heading { level, number, text } => {
                let number = number.as_ref().map(|number| format!("{number}. ")).unwrap_or_default();
                lines.push(format!("h{} {number}{}", level + 1, of_run(text)));
            }
            BlockKind::Clause { number, text } => lines.push(format!("p {number} {}", of_run(text))),
            BlockKind::Paragraph(text) => lines.push(format!("p {}", of_run(text))),
            BlockKind::List(items) => {
                for item in items {
                    lines.push("item".into());
                    let mut inside = Vec::new();
                    of_blocks(&item.blocks, &mut inside);
                    let marker = if item.marker == "•" { String::new() } else { format!("{} ", item.marker) };
                    if let Some(first) = inside.first_mut() {
                        *first = first.replacen("p ", &format!("p {marker}"), 1);
                    }
                    lines.append(&mut inside);
                }
            }
            BlockKind::Table(table) => {
                lines.push("table".into());
                let cells = table.head.iter().chain(table.rows.iter().flatten());
                lines.extend(cells.map(|cell| format!("cell {}", of_run(cell)).trim_end().to_owned()));
            }
            BlockKind::Group { blocks, .. } => of_blocks(blocks, lines),
        }
    }
}

fn of_run(run: &[Inline]) -> String {
    run.iter()
        .map(|inline| match inline {
            Inline::Text(words) | Inline::Code(words) | Inline::Reference { text: words, .. } => words.clone(),
            Inline::Emphasis(inside) | Inline::Strong(inside) | Inline::Link { text: inside, .. } => of_run(inside),
            Inline::Break => "\n".into(),
        })
        .collect()
}

/// The same of Markdown, as any reader of Markdown sees it.
fn reread(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut open = String::new();
    let flush = |open: &mut String, lines: &mut Vec<String>| {
        if !open.is_empty() {
            lines.push(std::mem::take(open).trim_end().to_owned());
        }
    };
    for event in
        Parser::new_ext(text, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_FOOTNOTES)
    {
        match event {
            Event::Start(Tag::Heading { level, .. }) => open = format!("h{} ", level as usize),
            Event::Start(Tag::Paragraph) => open = "p ".into(),
            Event::Start(Tag::TableCell) => open = "cell ".into(),
            Event::Start(Tag::Item) => {
                flush(&mut open, &mut lines);
                lines.push("item".into());
            }
            Event::Start(Tag::Table(_)) => lines.push("table".into()),
            Event::Start(Tag::List(_)) => flush(&mut open, &mut lines),
            Event::Text(words) | Event::Code(words) => {
                if open.is_empty() {
                    open.push_str("p ");
                }
                open.push_str(&words);
            }
            Event::HardBreak => open.push('\n'),
            Event::InlineHtml(html) if &*html == "<br>" => open.push('\n'),
            Event::InlineHtml(_) if open.is_empty() => open.push_str("p "),
            Event::End(TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::TableCell | TagEnd::Item) => {
                flush(&mut open, &mut lines);
            }
            _ => {}
        }
    }
    lines
}

fn trimmed(lines: Vec<String>) -> Vec<String> {
    lines.into_iter().map(|line| line.trim_end().to_owned()).collect()
}

#[test]
fn markdown_and_html_are_as_expected() {
    let document = everywhere("Acme Ltd", "Globex | *GmbH*");
    check_expected("tests/cases/markdown/everywhere.md", &markdown::render(&document));
    check_expected("tests/cases/markdown/everywhere.html", &html::render(&document));
}

#[test]
fn a_hostile_value_is_only_ever_words() {
    let plain = shape(&everywhere("Acme", "Globex").blocks);
    for value in [
        "Acme\n\n# 99. Liability",
        "- x",
        "1. x",
        "1) x",
        "# x",
        "> x",
        "---",
        "===",
        "| a | b |",
        "```",
        "~~~",
        "    x",
        "<b>",
        "</section>",
        "<!--",
        "{{> x}}",
        "{{{a}}}",
        "[x](javascript:alert(1))",
        "![x](y)",
        "[x]: y",
        "[^1]",
        "&amp;",
        "&#35;",
        "\\",
        "`",
        "**",
        "_",
        "~~x~~",
        "a\u{1DAA1}",
        "x:",
        ": x",
        "+",
        "99.",
        "a_b_c",
        "__x__",
        "*",
        "'",
        "\"",
        "x#",
        "x #",
        "\u{202E}x",
        "\u{E004}x",
        "!",
        "http://x.example",
        "$x$",
        "=",
        "<!-- -->",
    ] {
        let document = everywhere(value, "Globex");
        assert_eq!(shape(&document.blocks), plain, "{value:?}");
        assert_eq!(reread(&markdown::render(&document)), trimmed(words(&document)), "{value:?}");
        assert_eq!(tags(&html::render(&document)), tags(&html::render(&everywhere("Acme", "Globex"))), "{value:?}");
    }
}

/// The tags of an HTML file, without their attributes.
fn tags(html: &str) -> Vec<&str> {
    html.split('<').skip(1).map(|tag| tag.split(['>', ' ', '\n']).next().unwrap_or("")).collect()
}

/// Pieces that a template is made of, in any order.
const PIECES: &[&str] = &[
    "{{",
    "}}",
    "{{{",
    "}}}",
    "{{{{",
    "}}}}",
    "{{~",
    "~}}",
    "#",
    "^",
    "/",
    ">",
    "*",
    "!",
    "!--",
    "--",
    "&",
    "if",
    "each",
    "else",
    "a",
    "both",
    "this",
    "../",
    "./",
    "@index",
    "@root.",
    "as |x|",
    "x",
    "(",
    ")",
    "[",
    "]",
    "[0]",
    ".",
    "=",
    "\"w\"",
    "'w'",
    "\\",
    "null",
    "1",
    " ",
    "\n",
    "\n\n",
    "- ",
    "# ",
    "# ",
    "| a |\n|---|\n",
    "{{#if a}}",
    "{{/if}}",
    "{{#each both}}",
    "{{/each}}",
    "{{else}}",
    "{{> agreement}}",
    "{{anchor \"x\"}}",
    "{{clause \"x\"}}",
    "{{#block \"annex\"}}",
    "{{/block}}",
    "{{a}}",
    "**",
    "`",
    "<b>",
    "[l](https://",
    "inline",
    "tick",
];

/// Where a template is taken, its Markdown is read again as the words of its document.
fn comes_back(template: &str) -> Result<(), TestCaseError> {
    let own = Override { path: "agreement.hbs.md".into(), text: template.to_owned() };
    // A language of its own, without the shipped templates.
    let forms = Override { path: "words.toml".into(), text: read("templates/en/words.toml") };
    let own = BTreeMap::from([("agreement.hbs.md".to_owned(), own), ("words.toml".to_owned(), forms)]);
    if let Ok(templates) = Templates::load("tlh", &own, &mut Sources::default()) {
        let text = json!({ "type": "string" });
        let schema =
            json!({ "type": "object", "properties": { "a": text, "both": { "type": "array", "items": text } } });
        if let Ok(document) = render_document(&templates, &json!({ "a": "A", "both": ["B", "C"] }), &schema, meta()) {
            let text = markdown::render(&document);
            prop_assert_eq!(reread(&text), trimmed(words(&document)), "{}", text);
        }
    }
    Ok(())
}

#[test]
fn spaces_within_code_come_back() {
    for template in ["` `", "`  ` x", "` a `", "``a` ``", "` `}}}}"] {
        comes_back(template).expect(template);
    }
}

proptest! {
    #![proptest_config(repeatable(256))]

    #[test]
    fn no_template_brings_the_program_down(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..24)) {
        comes_back(&pieces.concat())?;
    }

    #[test]
    fn no_value_changes_the_clauses(a in "\\PC{1,12}|[ -/:-@\\[-`{-~a1\n]{1,10}", b in "[ -/:-@\\[-`{-~a1\n]{1,10}") {
        let printable = |value: &str| value.chars().any(|character| character.is_ascii_graphic());
        prop_assume!(printable(&a) && printable(&b));
        let document = everywhere(&a, &b);
        prop_assert_eq!(shape(&document.blocks), shape(&everywhere("Acme", "Globex").blocks));
        let text = markdown::render(&document);
        prop_assert_eq!(reread(&text), trimmed(words(&document)), "{}", text);
        let (page, plain) = (html::render(&document), html::render(&everywhere("Acme", "Globex")));
        prop_assert_eq!(tags(&page), tags(&plain));
    }
}

#[test]
fn a_page_lets_nothing_in_but_its_own_style() {
    let page = html::render(&everywhere("Acme", "Globex"));
    assert!(page.contains("content=\"default-src 'none'; style-src 'sha256-"), "{page}");
    for word in ["<script", "javascript:", "http:", "src=", "style=", "url(", "@import"] {
        assert!(!page.contains(word), "{word}");
    }
}

#[test]
fn loops_within_loops_come_to_an_end() {
    let schema = json!({ "type": "object", "properties": { "a": { "type": "array", "items": { "type": "string" } } } });
    let view = json!({ "a": vec!["x"; 200] });
    for (inside, depth, message) in
        [("", 5, "the templates loop too often"), ("long text", 4, "the contract would be larger than 20 MB")]
    {
        let inside = if inside.is_empty() { String::new() } else { inside.repeat(2000) };
        let text = format!("# T\n{}{inside}{}", "{{#each @root.a}}".repeat(depth), "{{/each}}".repeat(depth));
        let found = render_document(&load(&text), &view, &schema, meta()).expect_err("a refusal");
        assert_eq!(found[0].message, message);
    }
}
