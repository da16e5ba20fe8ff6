//! Word files (ECMA-376): a package of XML parts, read with limits and with nothing run, fetched or expanded.

mod body;
mod numbering;
mod styles;

use std::collections::BTreeMap;

use super::extract::Extract;
use super::package::Package;
use super::xml::{self, Node};
use super::{Changes, Unreadable};
use body::{Body, Note};
use numbering::Numbering;
use styles::Styles;

/// How an older Word file, and one that is encrypted with a password, begins.
const COMPOUND: [u8; 8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

/// Takes the text out of a Word file.
pub(super) fn extract(bytes: &[u8], changes: Changes) -> Result<Extract, Unreadable> {
    if bytes.starts_with(&COMPOUND) {
        return Err(Unreadable::new("it is a Word file of before 2007, or protected with a password")
            .help("open it in Word and save it anew as .docx, without a password"));
    }
    if !bytes.starts_with(b"PK") {
        return Err(Unreadable::new("it is no Word file, whatever its name says")
            .help("where it is text, say so with `--as txt`, `--as md` or `--as html`"));
    }
    let mut package = Package::open(bytes)?;
    let no_word = || {
        Unreadable::new("it has no text of a Word document in it")
            .help("it may be a spreadsheet, a presentation or another archive; save the contract as .docx")
    };
    let main = relations(&mut package, "_rels/.rels", "")?
        .remove("officeDocument")
        .unwrap_or_else(|| "word/document.xml".to_owned());
    let (folder, file) = main.rsplit_once('/').unwrap_or(("", &main));
    let parts = relations(&mut package, &format!("{folder}/_rels/{file}.rels"), folder)?;
    let named = |kind: &str| parts.get(kind).cloned().unwrap_or_else(|| format!("{folder}/{kind}.xml"));
    let styles = match package.part(&named("styles"))? {
        Some(part) => Styles::read(part)?,
        None => Styles::default(),
    };
    let numbering = match package.part(&named("numbering"))? {
        Some(part) => Numbering::read(part)?,
        None => Numbering::default(),
    };
    let mut notes: BTreeMap<(Note, String), Vec<body::Paragraph>> = BTreeMap::new();
    for (note, kind) in [(Note::Comment, "comments"), (Note::Foot, "footnotes"), (Note::End, "endnotes")] {
        if let Some(part) = package.part(&named(kind))? {
            Body::new(&styles, Numbering::default(), changes).notes(part, note, &mut notes)?;
        }
    }
    let part = package.part(&main)?.ok_or_else(no_word)?;
    Body::new(&styles, numbering, changes).document(part, notes)
}

/// What a part refers to: the last word of each relation's kind, and the part's name.
fn relations(package: &mut Package<'_>, name: &str, folder: &str) -> Result<BTreeMap<String, String>, Unreadable> {
    let mut found = BTreeMap::new();
    let Some(part) = package.part(name)? else { return Ok(found) };
    xml::read(part, |node| {
        if let Node::Open(element) = node
            && element.name() == "Relationship"
            && element.attribute("TargetMode").is_none_or(|mode| mode != "External")
            && let (Some(kind), Some(target)) = (element.attribute("Type"), element.attribute("Target"))
        {
            let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
            let target = match target.strip_prefix('/') {
                Some(whole) => whole.to_owned(),
                None if folder.is_empty() => target,
                None => format!("{folder}/{target}"),
            };
            found.entry(kind).or_insert(target);
        }
        Ok(())
    })?;
    Ok(found)
}
