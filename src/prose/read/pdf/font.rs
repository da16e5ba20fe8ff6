//! A font of a PDF, as far as text needs it: which letters a code stands for, and how wide it is.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Encoding, Object};

/// No table of letters unpacks to more.
const LARGEST_TABLE: usize = 2 * 1024 * 1024;

/// A font.
#[derive(Debug, Default)]
pub(super) struct Font {
    /// Whether a code has two bytes.
    pub(super) is_wide: bool,
    pub(super) is_bold: bool,
    /// The letters that the file itself gives for each code.
    to_unicode: Option<Encoding<'static>>,
    /// Letters by code, where a code has one byte.
    letters: Vec<String>,
    widths: BTreeMap<u32, f64>,
    default_width: f64,
    /// How many units an em has: 1000, except in fonts that are drawn.
    scale: f64,
}

impl Font {
    /// A font from its dictionary; what is missing or broken is guessed, as readers do.
    pub(super) fn new(dictionary: &Dictionary, file: &Document) -> Self {
        let kind = dictionary.get(b"Subtype").and_then(Object::as_name).unwrap_or_default();
        let is_wide = kind == b"Type0";
        let mut font = Self { is_wide, default_width: 500.0, scale: 0.001, ..Self::default() };
        let name = dictionary.get(b"BaseFont").and_then(Object::as_name).unwrap_or_default();
        let name = String::from_utf8_lossy(name).to_lowercase();
        font.is_bold = ["bold", "black", "heavy", "demi"].iter().any(|word| name.contains(word))
            || description(dictionary, file).is_some_and(|description| is_bold(description, file));
        // lopdf asks the encoding first; what the file says of its letters is surer.
        let mut only_table = Dictionary::new();
        only_table.set("Type", "Font");
        if let Ok(table) = dictionary.get(b"ToUnicode") {
            only_table.set("ToUnicode", table.clone());
            if let Ok(Encoding::UnicodeMapEncoding(map)) = only_table.get_font_encoding_with_limit(file, LARGEST_TABLE)
            {
                font.to_unicode = Some(Encoding::UnicodeMapEncoding(map));
            }
        }
        let mut named = dictionary.clone();
        named.set("Type", "Font");
        if !is_wide && let Ok(encoding) = named.get_font_encoding_with_limit(file, LARGEST_TABLE) {
            font.letters = (0..=255_u8).map(|code| encoding.bytes_to_string(&[code]).unwrap_or_default()).collect();
        }
        if is_wide {
            font.wide_widths(dictionary, file);
        } else {
            font.widths(dictionary, file);
        }
        if kind == b"Type3"
            && let Some(scale) = dictionary
                .get_deref(b"FontMatrix", file)
                .and_then(Object::as_array)
                .ok()
                .and_then(|matrix| matrix.first().and_then(number))
        {
            font.scale = scale;
        }
        font
    }

    fn widths(&mut self, dictionary: &Dictionary, file: &Document) {
        let first = dictionary.get_deref(b"FirstChar", file).and_then(Object::as_i64).unwrap_or(0);
        let Ok(widths) = dictionary.get_deref(b"Widths", file).and_then(Object::as_array) else { return };
        for (code, width) in (first..=255).zip(widths) {
            let width = file.dereference(width).ok().and_then(|(_, width)| number(width));
            if let (Ok(code), Some(width)) = (u32::try_from(code), width) {
                self.widths.insert(code, width);
            }
        }
    }

    /// The `W` of a font with two bytes a code: `first [w w w]` and `first last w`.
    fn wide_widths(&mut self, dictionary: &Dictionary, file: &Document) {
        let descendants = dictionary.get_deref(b"DescendantFonts", file).and_then(Object::as_array);
        let Some(descendant) = descendants.ok().and_then(|list| list.first()) else { return };
        let Ok((_, descendant)) = file.dereference(descendant) else { return };
        let Ok(descendant) = descendant.as_dict() else { return };
        self.default_width = descendant.get_deref(b"DW", file).ok().and_then(number).unwrap_or(1000.0);
        let Ok(list) = descendant.get_deref(b"W", file).and_then(Object::as_array) else { return };
        let mut at = 0;
        while let Some(first) = list.get(at).and_then(code) {
            let Some(next) = list.get(at + 1).and_then(|next| file.dereference(next).ok()) else { break };
            if let Ok(widths) = next.1.as_array() {
                self.widths
                    .extend((first..=0xFFFF).zip(widths).filter_map(|(code, width)| Some((code, number(width)?))));
                at += 2;
            } else {
                let (Some(last), Some(width)) = (code(next.1), list.get(at + 2).and_then(number)) else { break };
                self.widths.extend((first..=last.min(0xFFFF)).map(|code| (code, width)));
                at += 3;
            }
        }
    }

    /// The width of a code in ems.
    pub(super) fn width(&self, code: u32) -> f64 {
        self.widths.get(&code).copied().unwrap_or(self.default_width) * self.scale
    }

    /// Adds the letters of a code; a code without any is a letter that nobody knows.
    pub(super) fn spell(&self, code: u32, out: &mut String) {
        let bytes = code.to_be_bytes();
        let bytes = if self.is_wide { &bytes[2..] } else { &bytes[3..] };
        let told = self.to_unicode.as_ref().and_then(|table| table.bytes_to_string(bytes).ok());
        if let Some(told) = told.filter(|told| !told.is_empty() && !told.contains(char::REPLACEMENT_CHARACTER)) {
            out.push_str(&told);
        } else if let Some(letters) = self.letters.get(code as usize).filter(|letters| !letters.is_empty()) {
            out.push_str(letters);
        } else if self.is_wide {
            out.push(char::REPLACEMENT_CHARACTER);
        }
    }
}

/// The description of a font, or of the one that draws its letters.
fn description<'d>(dictionary: &'d Dictionary, file: &'d Document) -> Option<&'d Dictionary> {
    let descendant = || {
        let (_, first) = file
            .dereference(dictionary.get_deref(b"DescendantFonts", file).and_then(Object::as_array).ok()?.first()?)
            .ok()?;
        first.as_dict().ok()?.get_deref(b"FontDescriptor", file).ok()
    };
    dictionary.get_deref(b"FontDescriptor", file).ok().or_else(descendant)?.as_dict().ok()
}

/// Whether a description says that the letters are bold: by the flag of ISO 32000-2, table 121, or by a weight.
fn is_bold(description: &Dictionary, file: &Document) -> bool {
    const FORCE_BOLD: i64 = 1 << 18;
    const SEMI_BOLD: f64 = 600.0;
    let flags = description.get_deref(b"Flags", file).and_then(Object::as_i64).unwrap_or(0);
    let weight = description.get_deref(b"FontWeight", file).ok().and_then(number);
    flags & FORCE_BOLD != 0 || weight.is_some_and(|weight| weight >= SEMI_BOLD)
}

/// A number of a file, whole or not.
pub(super) fn number(object: &Object) -> Option<f64> {
    object.as_float().ok().map(f64::from).filter(|number| number.is_finite())
}

fn code(object: &Object) -> Option<u32> {
    object.as_i64().ok().and_then(|code| u32::try_from(code).ok())
}
