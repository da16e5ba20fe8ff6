//! PDF files of others: what is read of them, and where it stands.
//!
//! A case is the content of each page; the test makes a PDF of them, with no tags.

use lopdf::{Dictionary, Document, Object, Stream, dictionary};
use servanda::prose::Changes;

use crate::docx::outcome;
use crate::support::{check_expected, entries, read};

/// A PDF of pages with this content.
pub(crate) fn pdf(pages: &[&[u8]]) -> Vec<u8> {
    let mut file = Document::with_version("1.7");
    let mut font = |name: &str, weight: i64| {
        let description =
            file.add_object(dictionary! { "Type" => "FontDescriptor", "FontName" => name, "FontWeight" => weight });
        let font = dictionary! {
            "Type" => "Font", "Subtype" => "Type1", "BaseFont" => name, "Encoding" => "WinAnsiEncoding",
            "FontDescriptor" => description,
        };
        Object::Reference(file.add_object(font))
    };
    // The third one's name does not tell that it is bold.
    let fonts = dictionary! {
        "F1" => font("Helvetica", 400), "F2" => font("Helvetica-Bold", 400), "F3" => font("ABCDEF+Contract", 700),
    };
    let tree = file.new_object_id();
    let kids: Vec<Object> = pages
        .iter()
        .map(|content| {
            let content = file.add_object(Stream::new(Dictionary::new(), content.to_vec()));
            let resources = dictionary! { "Font" => fonts.clone() };
            let area = vec![0.into(), 0.into(), 595.into(), 842.into()];
            let page = dictionary! { "Type" => "Page", "Parent" => tree, "MediaBox" => area, "Resources" => resources, "Contents" => content };
            Object::Reference(file.add_object(page))
        })
        .collect();
    let count = i64::try_from(kids.len()).expect("a few pages");
    file.objects.insert(tree, Object::Dictionary(dictionary! { "Type" => "Pages", "Kids" => kids, "Count" => count }));
    let catalog = file.add_object(dictionary! { "Type" => "Catalog", "Pages" => tree });
    file.trailer.set("Root", catalog);
    file.compress();
    let mut bytes = Vec::new();
    file.save_to(&mut bytes).expect("a PDF");
    bytes
}

#[test]
fn words_are_read_in_their_order() {
    let cases: Vec<String> =
        entries("tests/cases/pdf-text").into_iter().filter(|path| path.ends_with(".pages")).collect();
    assert!(!cases.is_empty());
    for path in cases {
        let case = read(&path);
        let pages: Vec<&[u8]> = case.split("=== page\n").skip(1).map(str::as_bytes).collect();
        check_expected(&path.replace(".pages", ".txt"), &outcome("their.pdf", &pdf(&pages), Changes::Accepted));
    }
}
