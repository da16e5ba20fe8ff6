//! XML with limits: elements, their attributes and the words between them; nothing is fetched or expanded.

use std::io::BufRead;

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::Unreadable;
use super::package::too_large;

/// Elements of a Word file lie some thirty deep.
const DEEPEST: usize = 256;
/// No single run of words, tag or comment is longer.
const LONGEST: usize = 8 * 1024 * 1024;

/// What comes next in an XML file.
pub(super) enum Node<'x> {
    /// An element begins.
    Open(Element<'x>),
    /// The element that began last ends.
    Close,
    /// Words, with entities resolved.
    Words(&'x str),
}

/// The beginning of an element.
pub(super) struct Element<'x>(&'x BytesStart<'x>);

impl Element<'_> {
    /// The name, without its prefix.
    pub(super) fn name(&self) -> &str {
        self.0.local_name().into_inner()
    }

    /// The value of an attribute, whatever its prefix.
    pub(super) fn attribute(&self, name: &str) -> Option<String> {
        let found =
            self.0.attributes().with_checks(false).flatten().find(|at| at.key.local_name().into_inner() == name)?;
        let value = found.normalized_value(XmlVersion::Implicit1_0);
        Some(value.map_or_else(|_| found.value.to_string(), std::borrow::Cow::into_owned))
    }

    /// Whether a property is on: it is there, and does not say that it is not.
    pub(super) fn is_on(&self) -> bool {
        !self.attribute("val").is_some_and(|value| matches!(value.as_str(), "0" | "false" | "off" | "none"))
    }
}

/// Reads an XML file from its beginning to its end.
pub(super) fn read(
    reader: impl BufRead,
    mut each: impl FnMut(Node<'_>) -> Result<(), Unreadable>,
) -> Result<(), Unreadable> {
    let mut reader = Reader::from_reader(reader);
    let mut buffer = Vec::new();
    let mut depth = 0_usize;
    loop {
        buffer.clear();
        let event = reader.read_event_into(&mut buffer).map_err(broken)?;
        match event {
            Event::Start(start) => {
                depth += 1;
                if depth > DEEPEST {
                    return Err(Unreadable::new("its XML is nested deeper than any Word file's")
                        .help("it may be a trap; ask who sent it"));
                }
                each(Node::Open(Element(&start)))?;
            }
            Event::Empty(start) => {
                each(Node::Open(Element(&start)))?;
                each(Node::Close)?;
            }
            Event::End(_) => {
                depth = depth.saturating_sub(1);
                each(Node::Close)?;
            }
            Event::Text(words) => each(Node::Words(&words.xml10_content()))?,
            Event::CData(words) => each(Node::Words(&words.xml10_content()))?,
            Event::GeneralRef(entity) => {
                let letter =
                    entity.resolve_char_ref().ok().flatten().or_else(|| match entity.xml10_content().as_ref() {
                        "amp" => Some('&'),
                        "lt" => Some('<'),
                        "gt" => Some('>'),
                        "quot" => Some('"'),
                        "apos" => Some('\''),
                        _ => None,
                    });
                // An entity of the file's own is how bombs are built; Word files have none.
                let letter = letter.ok_or_else(damaged)?;
                each(Node::Words(letter.encode_utf8(&mut [0; 4])))?;
            }
            Event::Eof if depth > 0 => return Err(damaged()),
            Event::Eof => return Ok(()),
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
        }
        if buffer.len() > LONGEST {
            return Err(too_large());
        }
    }
}

fn damaged() -> Unreadable {
    Unreadable::new("it is damaged or cut off").help("ask for the file again, or save it anew")
}

fn broken(error: quick_xml::Error) -> Unreadable {
    match error {
        quick_xml::Error::Io(error) if error.kind() == std::io::ErrorKind::FileTooLarge => too_large(),
        _ => damaged(),
    }
}
