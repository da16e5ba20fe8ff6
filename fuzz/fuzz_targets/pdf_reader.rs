//! No PDF stops the reader: neither a broken file, nor broken content of a whole one.
#![no_main]

#[path = "../repeatable.rs"]
mod repeatable;

use libfuzzer_sys::fuzz_target;
use lopdf::{Dictionary, Document, Object, Stream, dictionary};
use servanda::prose::{Changes, Packed, extract};

fuzz_target!(|data: &[u8]| {
    let _ = extract("raw.pdf", data, Packed::Pdf, Changes::Accepted);
    let mut file = Document::with_version("1.7");
    let font = file.add_object(dictionary! { "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Helvetica" });
    let content = file.add_object(Stream::new(Dictionary::new(), data.to_vec()));
    let tree = file.new_object_id();
    let resources = dictionary! { "Font" => dictionary! { "F1" => font } };
    let page = file.add_object(
        dictionary! { "Type" => "Page", "Parent" => tree, "Resources" => resources, "Contents" => content },
    );
    let kids = vec![Object::Reference(page)];
    file.objects.insert(tree, Object::Dictionary(dictionary! { "Type" => "Pages", "Kids" => kids, "Count" => 1 }));
    let catalog = file.add_object(dictionary! { "Type" => "Catalog", "Pages" => tree });
    file.trailer.set("Root", catalog);
    let mut bytes = Vec::new();
    if file.save_to(&mut bytes).is_ok()
        && let Ok(read) = extract("content.pdf", &bytes, Packed::Pdf, Changes::Accepted)
    {
        for finding in &read.findings {
            let span = finding.span.expect("a place");
            assert!(read.source.text().get(span.range()).is_some_and(|words| !words.is_empty()));
        }
    }
});
