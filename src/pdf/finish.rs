//! What printpdf leaves open: metadata, outline, links, structure, identity, and the bytes.

use std::collections::BTreeMap;
use std::io::Write as _;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use lopdf::{Dictionary, Document, Object, ObjectId, StringFormat};
use printpdf::{PdfSaveOptions, PdfWarnMsg};
use sha2::{Digest, Sha256};

use super::draw::{Drawn, utf16};
use super::error::Error;
use super::flow::Book;
use super::paginate::Pages;
use super::structure::Target;
use super::{Options, grey, outline, tags, xmp};
use crate::document::block::Meta;

/// Makes the file.
pub(super) fn finish(
    drawn: &Drawn,
    book: &Book,
    pages: &Pages,
    meta: &Meta,
    options: &Options,
) -> Result<Vec<u8>, Error> {
    let refuse = |error: lopdf::Error| Error::File(error.to_string());
    let mut warnings: Vec<PdfWarnMsg> = Vec::new();
    let mut file = drawn.pdf.to_lopdf_document(&PdfSaveOptions::default(), &mut warnings);
    if let Some(warning) = warnings.first() {
        return Err(Error::File(warning.msg.clone()));
    }
    "1.7".clone_into(&mut file.version);
    let page_ids: Vec<ObjectId> = file.get_pages().into_values().collect();
    let links = links(&mut file, drawn, book, pages, &page_ids).map_err(refuse)?;
    let tree = tags::add(&mut file, drawn, &book.structure, &page_ids, &links).map_err(refuse)?;
    let outline = outline::add(&mut file, &book.headings, pages, &page_ids, book.sheet.height);

    let described = Described::new(meta, options);
    let metadata = file.add_object(xmp::stream(&described));
    let intent = grey::intent(&mut file);
    let catalog = file.catalog_mut().map_err(refuse)?;
    catalog.remove(b"PageLayout");
    catalog.set("Lang", Object::string_literal(meta.language.as_str()));
    catalog.set("MarkInfo", Dictionary::from_iter([("Marked", Object::Boolean(true))]));
    catalog.set("ViewerPreferences", Dictionary::from_iter([("DisplayDocTitle", Object::Boolean(true))]));
    catalog.set("StructTreeRoot", tree);
    catalog.set("Metadata", metadata);
    catalog.set("OutputIntents", vec![Object::Dictionary(intent)]);
    if let Some(outline) = outline {
        catalog.set("Outlines", outline);
        catalog.set("PageMode", "UseOutlines");
    }
    let info = file.add_object(info(&described));
    if let Ok(Object::Reference(old)) = file.trailer.get(b"Info") {
        let old = *old;
        file.objects.remove(&old);
    }
    file.trailer.set("Info", info);
    file.trailer.remove(b"ID");
    file.renumber_objects();
    compress(&mut file);
    let blank = Object::String(vec![0; IDENTITY], StringFormat::Hexadecimal);
    file.trailer.set("ID", vec![blank.clone(), blank]);
    let mut bytes = Vec::new();
    file.save_to(&mut bytes).map_err(|error| Error::File(error.to_string()))?;
    identify(&mut bytes);
    Ok(bytes)
}

/// How many bytes of a hash identify a file.
const IDENTITY: usize = 16;

/// Puts a hash of the whole file in the place of its blank identity, which stands twice in the trailer at its end.
fn identify(bytes: &mut [u8]) {
    let hash = Sha256::digest(&*bytes);
    let digits = |half: u8| hexadecimal(half) as u8;
    let identity: Vec<u8> = hash[..IDENTITY].iter().flat_map(|byte| [digits(byte >> 4), digits(byte & 15)]).collect();
    for _ in 0..2 {
        let blank = bytes.windows(identity.len()).rposition(|window| window.iter().all(|digit| *digit == b'0'));
        if let Some(at) = blank {
            bytes[at..at + identity.len()].copy_from_slice(&identity);
        }
    }
}

/// Compresses the streams that may be.
///
/// A stream is followed by a line feed in the file: where its last byte were a carriage return, the
/// two would look like one end of line, and the length like wrong. White space at the end of what is
/// compressed changes nothing but that byte.
fn compress(file: &mut Document) {
    for object in file.objects.values_mut() {
        let Object::Stream(stream) = object else { continue };
        if !stream.allows_compression {
            continue;
        }
        // Compression fails only where writing to memory does; the stream then stays as it is.
        let Ok(mut packed) = deflate(&stream.content) else { continue };
        if packed.last() == Some(&b'\r') {
            stream.content.push(b'\n');
            let Ok(longer) = deflate(&stream.content) else { continue };
            packed = longer;
        }
        stream.dict.set("Filter", "FlateDecode");
        stream.set_content(packed);
    }
}

/// The level at which a contract is as small as at the highest, to a few bytes, in half the time.
const LEVEL: u32 = 6;

fn deflate(plain: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut packer = ZlibEncoder::new(Vec::new(), Compression::new(LEVEL));
    packer.write_all(plain)?;
    packer.finish()
}

/// What the file says about itself, in the same words in both places that PDF has for it.
pub(super) struct Described {
    pub(super) title: String,
    pub(super) author: Option<String>,
    pub(super) subject: Option<String>,
    pub(super) creator: &'static str,
    pub(super) producer: &'static str,
    pub(super) created: Option<jiff::Zoned>,
}

impl Described {
    fn new(meta: &Meta, options: &Options) -> Self {
        let created = options.created.and_then(|seconds| jiff::Timestamp::from_second(seconds).ok());
        let created = created.map(|moment| moment.to_zoned(jiff::tz::TimeZone::UTC));
        Self {
            title: meta.title.clone(),
            author: (!meta.parties.is_empty()).then(|| meta.parties.join(", ")),
            subject: meta.reference.clone(),
            creator: "Servanda",
            producer: concat!("Servanda ", env!("CARGO_PKG_VERSION")),
            // PDF writes years with four digits.
            created: created.filter(|moment| moment.year() >= 0),
        }
    }
}

fn info(described: &Described) -> Dictionary {
    let text = |words: &str| Object::String(utf16(words), StringFormat::Hexadecimal);
    let mut info = Dictionary::new();
    info.set("Title", text(&described.title));
    for (key, words) in [("Author", &described.author), ("Subject", &described.subject)] {
        if let Some(words) = words {
            info.set(key, text(words));
        }
    }
    info.set("Creator", text(described.creator));
    info.set("Producer", text(described.producer));
    if let Some(created) = &described.created {
        let date = created.strftime("D:%Y%m%d%H%M%SZ").to_string();
        info.set("CreationDate", Object::string_literal(date.as_str()));
        info.set("ModDate", Object::string_literal(date));
    }
    info
}

/// Adds the pages' link annotations and gives their objects.
fn links(
    file: &mut Document,
    drawn: &Drawn,
    book: &Book,
    pages: &Pages,
    page_ids: &[ObjectId],
) -> lopdf::Result<Vec<Vec<Option<ObjectId>>>> {
    let names: BTreeMap<&str, usize> =
        book.anchors.iter().enumerate().filter_map(|(at, name)| name.as_deref().map(|name| (name, at))).collect();
    let mut all = Vec::with_capacity(drawn.parts.len());
    for (part, page_id) in drawn.parts.iter().zip(page_ids) {
        let mut ids = Vec::with_capacity(part.links.len());
        for link in &part.links {
            let place = |anchor| outline::destination(pages, anchor, page_ids, book.sheet.height);
            let (key, value) = match &book.structure.node(link.node).target {
                Some(Target::Anchor(name)) => ("Dest", names.get(name.as_str()).and_then(|at| place(*at))),
                Some(Target::Place(anchor)) => ("Dest", place(anchor.0)),
                Some(Target::Url(url)) => ("A", Some(Object::Dictionary(action(url)))),
                None => ("Dest", None),
            };
            // A reference to what the document does not have stays words.
            let Some(value) = value else {
                ids.push(None);
                continue;
            };
            let area = link.area.iter().map(|side| Object::Real((side * 100.0).round() as f32 / 100.0)).collect();
            let mut annotation = Dictionary::new();
            annotation.set("Type", "Annot");
            annotation.set("Subtype", "Link");
            annotation.set("Rect", Object::Array(area));
            annotation.set("Border", vec![0.into(), 0.into(), 0.into()]);
            // Printed with the page.
            annotation.set("F", 4);
            annotation.set("Contents", Object::String(utf16(&link.words), StringFormat::Hexadecimal));
            annotation.set(key, value);
            ids.push(Some(file.add_object(annotation)));
        }
        let annotations: Vec<Object> = ids.iter().flatten().map(|id| Object::Reference(*id)).collect();
        let page = file.get_object_mut(*page_id)?.as_dict_mut()?;
        if annotations.is_empty() {
            page.remove(b"Annots");
        } else {
            page.set("Annots", annotations);
        }
        all.push(ids);
    }
    Ok(all)
}

/// Opens an address outside; an address is written in ASCII.
fn action(url: &str) -> Dictionary {
    let mut ascii = String::with_capacity(url.len());
    for byte in url.bytes() {
        if byte.is_ascii_graphic() {
            ascii.push(char::from(byte));
        } else {
            ascii.extend(['%', hexadecimal(byte >> 4), hexadecimal(byte & 15)]);
        }
    }
    Dictionary::from_iter([("S", Object::Name(b"URI".to_vec())), ("URI", Object::string_literal(ascii))])
}

fn hexadecimal(half: u8) -> char {
    char::from_digit(u32::from(half), 16).unwrap_or('0').to_ascii_uppercase()
}
