//! Blocks and runs of text as HTML elements; all text is escaped here and nowhere else.

use std::fmt::Write as _;

use crate::document::block::{Align, Block, BlockKind, Inline, Item, Role, Table};

/// Text for an element or a quoted attribute.
pub(super) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            // Not allowed in HTML; the tab and the line feed do no harm.
            character if character.is_control() && !matches!(character, '\t' | '\n') => {}
            character => escaped.push(character),
        }
    }
    escaped
}

/// The anchor of a clause's heading. One made here holds a full stop, which no template's anchor has.
pub(super) fn heading_id(id: Option<&str>, number: &str) -> String {
    id.map_or_else(|| format!("contract.{}", number.replace(' ', "-").to_lowercase()), str::to_owned)
}

/// A run of text.
pub(super) fn run(run: &[Inline]) -> String {
    run.iter().map(inline).collect()
}

fn inline(inline: &Inline) -> String {
    match inline {
        Inline::Text(words) => escape(words),
        Inline::Emphasis(inside) => format!("<em>{}</em>", run(inside)),
        Inline::Strong(inside) => format!("<strong>{}</strong>", run(inside)),
        Inline::Code(words) => format!("<code>{}</code>", escape(words)),
        Inline::Reference { target, text } => {
            format!("<a class=\"reference\" href=\"#{}\">{}</a>", escape(target), escape(text))
        }
        Inline::Link { url, text } if is_allowed(url) => format!("<a href=\"{}\">{}</a>", escape(url), run(text)),
        Inline::Link { text, .. } => run(text),
        Inline::Break => "<br>".to_owned(),
    }
}

/// A run of text without links, for use inside of one.
pub(super) fn plain(run: &[Inline]) -> String {
    run.iter()
        .map(|part| match part {
            Inline::Reference { text, .. } => escape(text),
            Inline::Link { text, .. } => plain(text),
            Inline::Break => " ".to_owned(),
            Inline::Emphasis(inside) | Inline::Strong(inside) => plain(inside),
            other => inline(other),
        })
        .collect()
}

/// A link may lead to a web page over TLS, a mailbox or a telephone: never to a script.
fn is_allowed(url: &str) -> bool {
    let lower = url.to_ascii_lowercase();
    ["https://", "mailto:", "tel:"].iter().any(|scheme| lower.starts_with(scheme))
}

/// Writes blocks, and opens and closes the sections around them.
#[derive(Default)]
pub(super) struct Writer {
    html: String,
    /// Whether a section of a clause is open.
    section: bool,
}

impl Writer {
    pub(super) fn finish(mut self) -> String {
        self.close_section();
        self.html
    }

    pub(super) fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            self.block(block);
        }
    }

    fn close_section(&mut self) {
        if std::mem::take(&mut self.section) {
            self.html.push_str("</section>\n");
        }
    }

    fn line(&mut self, line: &str) {
        self.html.push_str(line);
        self.html.push('\n');
    }

    fn block(&mut self, block: &Block) {
        let attributes = attributes(block);
        match &block.kind {
            BlockKind::Title(text) => self.line(&format!("<h1{attributes}>{}</h1>", run(text))),
            BlockKind::Heading { level: 1, number: Some(number), text } => {
                self.close_section();
                let id = escape(&heading_id(block.id.as_deref(), number));
                let language = language(block);
                let number = escape(number);
                self.line(&format!("<section aria-labelledby=\"{id}\">"));
                self.line(&format!(
                    "<h2 id=\"{id}\"{language}><span class=\"number\">{number}</span> {}</h2>",
                    run(text)
                ));
                self.section = true;
            }
            BlockKind::Heading { level, number, text } => {
                let number = number.as_ref().map(|number| format!("<span class=\"number\">{}</span> ", escape(number)));
                let rank = u8::min(level + 1, 6);
                self.line(&format!("<h{rank}{attributes}>{}{}</h{rank}>", number.unwrap_or_default(), run(text)));
            }
            BlockKind::Clause { number, text } => self.line(&format!(
                "<p class=\"clause\"{attributes}><span class=\"number\">{}</span> {}</p>",
                escape(number),
                run(text)
            )),
            BlockKind::Paragraph(text) => self.line(&format!("<p{attributes}>{}</p>", run(text))),
            BlockKind::List(items) => self.list(items, &attributes),
            BlockKind::Table(table) => self.table(table, &attributes),
            BlockKind::Group { role, blocks } => self.group(*role, blocks, &attributes),
        }
    }

    fn list(&mut self, items: &[Item], attributes: &str) {
        let bullets = items.iter().all(|item| item.marker == "•");
        let tag = if bullets { "ul" } else { "ol" };
        // The role keeps the list a list for readers that drop it when it shows no markers of its own.
        self.line(&format!("<{tag} role=\"list\"{attributes}>"));
        for item in items {
            let id = item.id.as_ref().map(|id| format!(" id=\"{}\"", escape(id))).unwrap_or_default();
            let marker = escape(&item.marker);
            let hidden = if bullets { " aria-hidden=\"true\"" } else { "" };
            let _ = write!(self.html, "<li{id}><span class=\"number\"{hidden}>{marker}</span> ");
            match item.blocks.split_first() {
                Some((Block { kind: BlockKind::Paragraph(text), .. }, rest)) => {
                    self.html.push_str(&run(text));
                    if !rest.is_empty() {
                        self.html.push('\n');
                    }
                    self.blocks(rest);
                }
                _ => self.blocks(&item.blocks),
            }
            self.line("</li>");
        }
        self.line(&format!("</{tag}>"));
    }

    fn table(&mut self, table: &Table, attributes: &str) {
        let align = |column: usize| match table.columns.get(column) {
            Some(Align::Right) => " class=\"right\"",
            Some(Align::Center) => " class=\"center\"",
            _ => "",
        };
        self.line(&format!("<div class=\"scroll\"{attributes} tabindex=\"0\"><table>"));
        if table.head.iter().any(|cell| !cell.is_empty()) {
            let cells = table.head.iter().enumerate().map(|(at, cell)| {
                if cell.is_empty() {
                    "<td></td>".to_owned()
                } else {
                    format!("<th scope=\"col\"{}>{}</th>", align(at), run(cell))
                }
            });
            let cells: String = cells.collect();
            self.line(&format!("<thead><tr>{cells}</tr></thead>"));
        }
        self.line("<tbody>");
        for row in &table.rows {
            let cells = row.iter().enumerate().map(|(at, cell)| {
                let class = align(at);
                if at == 0 && row.len() > 1 {
                    format!("<th scope=\"row\"{class}>{}</th>", run(cell))
                } else {
                    format!("<td{class}>{}</td>", run(cell))
                }
            });
            let cells: String = cells.collect();
            self.line(&format!("<tr>{cells}</tr>"));
        }
        self.line("</tbody></table></div>");
    }

    fn group(&mut self, role: Role, blocks: &[Block], attributes: &str) {
        let (tag, class) = match role {
            Role::Parties => ("div", "parties"),
            Role::Example => ("div", "example"),
            Role::Note => ("aside", "note"),
            Role::Signatures => ("section", "signatures"),
            Role::Annex => ("div", "annex"),
        };
        // Annexes and signatures belong to no clause.
        if matches!(role, Role::Annex | Role::Signatures) {
            self.close_section();
        }
        let outer = std::mem::take(&mut self.section);
        self.line(&format!("<{tag} class=\"{class}\"{attributes}>"));
        self.blocks(blocks);
        self.close_section();
        self.line(&format!("</{tag}>"));
        self.section = outer;
    }
}

fn language(block: &Block) -> String {
    block.language.as_ref().map(|language| format!(" lang=\"{}\"", escape(language))).unwrap_or_default()
}

fn attributes(block: &Block) -> String {
    let id = block.id.as_ref().map(|id| format!(" id=\"{}\"", escape(id))).unwrap_or_default();
    format!("{id}{}", language(block))
}
