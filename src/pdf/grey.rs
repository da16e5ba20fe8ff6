//! What the greys of the pages mean: the output intent that PDF/A asks for.
//!
//! The pages use black and greys only, so that a small ICC profile of one
//! tone curve says all: ICC.1:2001 (version 2), monochrome display profile,
//! gamma 2.2 and the white of D65.

use lopdf::{Dictionary, Document, Object, Stream};

/// The name of the condition.
const NAME: &str = "Gray gamma 2.2";

/// Adds the profile and gives the intent that points to it.
pub(super) fn intent(file: &mut Document) -> Dictionary {
    let components = Dictionary::from_iter([("N", Object::Integer(1))]);
    let profile = file.add_object(Stream::new(components, profile()));
    Dictionary::from_iter([
        ("Type", Object::from("OutputIntent")),
        ("S", "GTS_PDFA1".into()),
        ("OutputConditionIdentifier", Object::string_literal(NAME)),
        ("Info", Object::string_literal(NAME)),
        ("DestOutputProfile", profile.into()),
    ])
}

/// The bytes of the profile.
fn profile() -> Vec<u8> {
    let tags: [(&[u8; 4], Vec<u8>); 4] =
        [(b"cprt", copyright()), (b"desc", description()), (b"kTRC", curve()), (b"wtpt", white())];
    let start = 128 + 4 + 12 * tags.len();
    let mut table = length(tags.len()).to_vec();
    let mut data = Vec::new();
    for (name, mut bytes) in tags {
        table.extend_from_slice(name);
        table.extend_from_slice(&length(start + data.len()));
        table.extend_from_slice(&length(bytes.len()));
        bytes.resize(bytes.len().next_multiple_of(4), 0);
        data.append(&mut bytes);
    }
    let mut profile = Vec::with_capacity(start + data.len());
    profile.extend_from_slice(&length(start + data.len()));
    profile.extend_from_slice(&[0; 4]);
    profile.extend_from_slice(&[2, 0x10, 0, 0]);
    profile.extend_from_slice(b"mntrGRAYXYZ ");
    // 1 January 2001, midnight.
    profile.extend_from_slice(&[0x07, 0xD1, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0]);
    profile.extend_from_slice(b"acsp");
    // Platform, flags, maker, model, attributes, rendering intent: none said.
    profile.extend_from_slice(&[0; 28]);
    // The white of the connection space, D50.
    profile.extend_from_slice(&[0, 0, 0xF6, 0xD6, 0, 1, 0, 0, 0, 0, 0xD3, 0x2D]);
    profile.resize(128, 0);
    profile.append(&mut table);
    profile.append(&mut data);
    profile
}

fn length(bytes: usize) -> [u8; 4] {
    u32::try_from(bytes).unwrap_or(u32::MAX).to_be_bytes()
}

fn copyright() -> Vec<u8> {
    b"text\0\0\0\0No copyright, use freely\0".to_vec()
}

fn description() -> Vec<u8> {
    let mut bytes = b"desc\0\0\0\0".to_vec();
    bytes.extend_from_slice(&length(NAME.len() + 1));
    bytes.extend_from_slice(NAME.as_bytes());
    bytes.push(0);
    // No words in Unicode and none in a script code: two counts and a field of 67 bytes.
    bytes.resize(bytes.len() + 8 + 3 + 67, 0);
    bytes
}

/// One entry: an exponent of 2.2 in 256ths.
fn curve() -> Vec<u8> {
    [b"curv\0\0\0\0".as_slice(), &1_u32.to_be_bytes(), &563_u16.to_be_bytes()].concat()
}

/// D65 in 65536ths.
fn white() -> Vec<u8> {
    [b"XYZ \0\0\0\0".as_slice(), &[0, 0, 0xF3, 0x51, 0, 1, 0, 0, 0, 1, 0x16, 0xCC]].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_tag_lies_within_the_profile() {
        let profile = profile();
        let number =
            |at: usize| u32::from_be_bytes([profile[at], profile[at + 1], profile[at + 2], profile[at + 3]]) as usize;
        assert_eq!(number(0), profile.len());
        assert_eq!(&profile[36..40], b"acsp");
        for tag in 0..number(128) {
            let (offset, size) = (number(136 + 12 * tag), number(140 + 12 * tag));
            assert!(offset % 4 == 0 && offset + size <= profile.len());
        }
    }
}
