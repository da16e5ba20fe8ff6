//! The document as one HTML file that stands alone: no scripts, nothing loaded from elsewhere,
//! readable on paper, on a phone and aloud.

mod write;

use std::fmt::Write as _;

use sha2::{Digest, Sha256};

use crate::document::block::{Block, BlockKind, Document, Inline, Role};

use self::write::{Writer, escape};

const STYLE: &str = include_str!("contract.css");

/// The whole page.
pub fn render(document: &Document) -> String {
    let meta = &document.meta;
    let mut page = String::from("<!DOCTYPE html>\n");
    // Writing to a string cannot fail.
    let _ = writeln!(page, "<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">", escape(&meta.language));
    let _ = writeln!(page, "<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">", policy());
    page.push_str("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    page.push_str("<meta name=\"referrer\" content=\"no-referrer\">\n");
    let _ = writeln!(page, "<title>{}</title>", escape(&meta.title));
    let _ = writeln!(page, "<style>{STYLE}</style>\n</head>\n<body>");
    let _ = writeln!(page, "<a class=\"skip\" href=\"#contract.text\">{}</a>", escape(&meta.words.skip));
    let (title, rest) = match document.blocks.split_first() {
        Some((Block { kind: BlockKind::Title(text), .. }, rest)) => (text.clone(), rest),
        _ => (vec![Inline::Text(meta.title.clone())], document.blocks.as_slice()),
    };
    header(&mut page, document, &title);
    contents(&mut page, document, rest);
    page.push_str("<main id=\"contract.text\">\n");
    let mut writer = Writer::default();
    writer.blocks(rest);
    page.push_str(&writer.finish());
    page.push_str("</main>\n</body>\n</html>\n");
    page
}

/// Only this page's own style is let in.
fn policy() -> String {
    let hash = base64(&Sha256::digest(STYLE.as_bytes()));
    format!("default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'")
}

fn header(page: &mut String, document: &Document, title: &[Inline]) {
    let meta = &document.meta;
    let version = meta.version.as_ref().map(|version| format!("{} {version}", meta.words.version));
    let facts: Vec<String> =
        [meta.reference.clone(), version].into_iter().flatten().map(|fact| escape(&fact)).collect();
    let _ = writeln!(page, "<header>\n<h1>{}</h1>", write::run(title));
    if !facts.is_empty() {
        let _ = writeln!(page, "<p class=\"facts\">{}</p>", facts.join(" · "));
    }
    page.push_str("</header>\n");
}

fn contents(page: &mut String, document: &Document, blocks: &[Block]) {
    let mut entries = Vec::new();
    collect(blocks, &mut entries);
    if entries.is_empty() {
        return;
    }
    let words = escape(&document.meta.words.contents);
    let _ =
        writeln!(page, "<nav aria-labelledby=\"contract.contents\">\n<h2 id=\"contract.contents\">{words}</h2>\n<ol>");
    for (id, number, text) in entries {
        let _ = writeln!(
            page,
            "<li><a href=\"#{}\"><span class=\"number\">{}</span> {}</a></li>",
            escape(&id),
            escape(number),
            write::plain(text)
        );
    }
    page.push_str("</ol>\n</nav>\n");
}

/// Clauses and annexes: anchor, number, heading.
fn collect<'d>(blocks: &'d [Block], entries: &mut Vec<(String, &'d str, &'d [Inline])>) {
    for block in blocks {
        match &block.kind {
            BlockKind::Heading { level: 1, number: Some(number), text } => {
                entries.push((write::heading_id(block.id.as_deref(), number), number, text));
            }
            BlockKind::Group { role: Role::Annex, blocks } => collect(blocks, entries),
            _ => {}
        }
    }
}

/// RFC 4648, with padding.
fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for chunk in bytes.chunks(3) {
        let bits = (0..3).fold(0_usize, |bits, at| bits << 8 | usize::from(chunk.get(at).copied().unwrap_or(0)));
        for at in 0..4 {
            text.push(if at <= chunk.len() { char::from(DIGITS[bits >> (18 - 6 * at) & 63]) } else { '=' });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::base64;

    #[test]
    fn base64_as_in_the_standard() {
        assert_eq!(
            ["f", "fo", "foo", "foob"].map(|text| base64(text.as_bytes())),
            ["Zg==", "Zm8=", "Zm9v", "Zm9vYg=="]
        );
    }
}
