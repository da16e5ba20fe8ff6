//! The private-use characters by which a template tells the parser what Markdown cannot say.
//!
//! A value of the agreement passes through Markdown as private-use characters,
//! one for each of its bytes. No rule of Markdown can see them, so a value can
//! never open a heading, a list, a table or a link, wherever a template puts it.

/// Gives the block it stands in an anchor.
pub(crate) const ANCHOR: char = '\u{E000}';
/// A reference in words: `clause 4.2`.
pub(crate) const REFERENCE: char = '\u{E001}';
/// A reference as a bare number: `4.2`.
pub(crate) const NUMBER: char = '\u{E002}';
/// A reference in words with the title of its clause: `clause 4 (Services and fees)`.
pub(crate) const NAMED: char = '\u{E009}';
/// The statement of the spec that a block was made from.
pub(crate) const SOURCE: char = '\u{E003}';
/// Begins a group of blocks.
pub(crate) const OPEN: char = '\u{E004}';
/// Ends a group of blocks.
pub(crate) const CLOSE: char = '\u{E005}';
/// Stands where a value was to be printed and there was none.
pub(crate) const NOTHING: char = '\u{E006}';
/// A break of the line that a helper asked for.
pub(crate) const BREAK: char = '\u{E007}';
/// Written for each template and block that is rendered, and counted instead of kept.
pub(crate) const STEP: &str = "\u{E008}";
/// Ends what belongs to the marker before.
pub(crate) const END: char = '\u{E00F}';

/// The character that carries the byte 0; the other bytes follow.
const BYTES: u32 = 0xE100;

/// Whether a character may come from neither a template nor a value.
pub(crate) fn is_private_use(character: char) -> bool {
    matches!(character, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{10FFFF}')
}

/// Text as characters that Markdown does not see.
pub(crate) fn encode(text: &str) -> String {
    text.bytes().filter_map(|byte| char::from_u32(BYTES + u32::from(byte))).collect()
}

/// The byte that a character carries, if it carries one.
fn byte(character: char) -> Option<u8> {
    u32::from(character).checked_sub(BYTES).and_then(|byte| u8::try_from(byte).ok())
}

/// The text with every carried value put back.
pub(crate) fn decode(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    for character in text.chars() {
        match byte(character) {
            Some(byte) => bytes.push(byte),
            None => bytes.extend_from_slice(character.encode_utf8(&mut [0; 4]).as_bytes()),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// A marker with what belongs to it.
pub(crate) fn mark(marker: char, payload: &str) -> String {
    format!("{marker}{}{END}", encode(payload))
}

/// A value as it is printed: one line, without characters that are ours, that control a
/// terminal, or that turn the direction of the text around.
pub(crate) fn clean(value: &str) -> String {
    let mut clean = String::with_capacity(value.len());
    for character in value.chars() {
        let space =
            matches!(character, ' ' | '\t' | '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}');
        if space {
            if !clean.is_empty() && !clean.ends_with(' ') {
                clean.push(' ');
            }
        } else if !character.is_control() && !is_private_use(character) && !is_unprintable(character) {
            clean.push(character);
        }
    }
    clean.truncate(clean.trim_end_matches(' ').len());
    clean
}

/// Characters without ink that would let a contract read differently from what it says.
fn is_unprintable(character: char) -> bool {
    matches!(character, '\u{200B}' | '\u{2060}' | '\u{FEFF}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FFF0}'..='\u{FFFB}')
        || u32::from(character) & 0xFFFE == 0xFFFE
        || matches!(character, '\u{FDD0}'..='\u{FDEF}')
}

/// The Markdown of a value; see the module's text.
pub(crate) fn value(value: &str) -> String {
    let clean = clean(value);
    if clean.is_empty() { NOTHING.to_string() } else { encode(&clean) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_comes_back_as_it_was() {
        assert_eq!(decode(&value("Käse & <b>#1</b> 100 €")), "Käse & <b>#1</b> 100 €");
    }

    #[test]
    fn a_value_is_one_line_without_our_characters() {
        assert_eq!(clean("  Acme\n\n# 99.\u{E004} Lia\u{202E}bility\u{7} "), "Acme # 99. Liability");
    }

    #[test]
    fn an_empty_value_leaves_a_mark() {
        assert_eq!(value(" \n"), NOTHING.to_string());
    }
}
