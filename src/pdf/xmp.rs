//! The file's description of itself in XMP, which PDF/A and PDF/UA ask for.

use std::fmt::Write as _;

use lopdf::{Dictionary, Stream};

use super::finish::Described;

/// What every packet begins with, after its first line.
const OPENING: &str = r#"<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaid:part>3</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
"#;

/// Declares the property that says "PDF/UA", which the standard set of PDF/A does not have.
const EXTENSION: &str = r#"<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"#;

/// The metadata stream; it stays uncompressed, so that tools find it without reading PDF.
pub(super) fn stream(described: &Described) -> Stream {
    let dictionary = Dictionary::from_iter([("Type", lopdf::Object::from("Metadata")), ("Subtype", "XML".into())]);
    Stream::new(dictionary, packet(described).into_bytes()).with_compression(false)
}

fn packet(described: &Described) -> String {
    let mut xmp = String::from("<?xpacket begin=\"\u{FEFF}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n");
    xmp.push_str(OPENING);
    // Writing to a string cannot fail.
    let _ = writeln!(xmp, "<dc:title>{}</dc:title>", in_any_language(&described.title));
    if let Some(author) = &described.author {
        let _ = writeln!(xmp, "<dc:creator><rdf:Seq><rdf:li>{}</rdf:li></rdf:Seq></dc:creator>", escaped(author));
    }
    if let Some(subject) = &described.subject {
        let _ = writeln!(xmp, "<dc:description>{}</dc:description>", in_any_language(subject));
    }
    let _ = writeln!(xmp, "<xmp:CreatorTool>{}</xmp:CreatorTool>", described.creator);
    let _ = writeln!(xmp, "<pdf:Producer>{}</pdf:Producer>", described.producer);
    if let Some(created) = &described.created {
        let date = created.strftime("%Y-%m-%dT%H:%M:%SZ");
        let _ = writeln!(xmp, "<xmp:CreateDate>{date}</xmp:CreateDate>\n<xmp:ModifyDate>{date}</xmp:ModifyDate>");
    }
    xmp.push_str(EXTENSION);
    xmp
}

fn in_any_language(words: &str) -> String {
    format!(r#"<rdf:Alt><rdf:li xml:lang="x-default">{}</rdf:li></rdf:Alt>"#, escaped(words))
}

/// Words as they stand in XML; what XML cannot hold is left out.
fn escaped(words: &str) -> String {
    let mut xml = String::with_capacity(words.len());
    for character in words.chars() {
        match character {
            '&' => xml.push_str("&amp;"),
            '<' => xml.push_str("&lt;"),
            '>' => xml.push_str("&gt;"),
            '"' => xml.push_str("&quot;"),
            '\t' | '\n' | '\r' => xml.push(' '),
            '\u{FFFE}' | '\u{FFFF}' => {}
            _ if character.is_control() => {}
            _ => xml.push(character),
        }
    }
    xml
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stay_words() {
        assert_eq!(escaped("A & B <dc:title>\u{1}\n\"x\""), "A &amp; B &lt;dc:title&gt; &quot;x&quot;");
    }
}
