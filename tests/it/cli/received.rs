//! Contracts that came from the other side: files that cannot be read, and the file beside one that allows findings.

use super::sandbox::Sandbox;
use crate::docx::{pack, parts};
use crate::support::{check_expected, read};

const ALLOW: &str = "[[allow]]\nrule = \"vague-time\"\nsentence = \"The Host answers  promptly.\"\nreason = \"the order form has the times\"\n";

#[test]
fn a_file_beside_the_contract_allows_findings() {
    let sandbox = Sandbox::new();
    sandbox.file("their.docx", pack(&parts(&read("tests/cases/docx/numbering.parts"))));
    sandbox.file("their.md", "The Host answers **promptly**.\nIt calls back.\n");
    for file in ["their.docx", "their.md"] {
        let before = sandbox.run(&["lint", file, "--format", "short"]);
        assert!(before.out.contains("vague-time"), "{}", before.out);
        sandbox.file(&format!("{file}.allow.toml"), ALLOW);
    }
    let after = sandbox.run(&["lint", "their.md", "their.docx", "--format", "short"]);
    assert!(!after.out.contains("section 1.1:") && after.out.lines().count() == 2, "{}", after.out);

    let mut all = String::new();
    for wrong in [
        "[[allow]]\nrule = \"vague-time\"\nsentence = \"The Host answers a letter promptly.\"\n",
        "[[allow]]\nrule = \"vague-times\"\nsentence = \"The Host answers promptly.\"\nreason = \"why not\"\n",
        "[[allow]]\nrule = \"vague-time\"\nsentence = \"The Host sleeps.\"\nreason = \"why not\"\n",
        "[[allow]]\nrule = \"unreadable\"\nsentence = \"\"\nreason = \"why not\"\n",
        "[[allow]]\nrule = \"vague-time\"\n",
        "allow = ",
    ] {
        sandbox.file("their.md.allow.toml", wrong);
        let run = sandbox.run(&["lint", "their.md"]);
        assert_eq!(run.status, 1, "{}", run.err);
        all += &run.out;
    }
    check_expected("tests/cases/docx/allow.txt", &all);
}

#[test]
fn broken_files_are_refused_in_words() {
    let sandbox = Sandbox::new();
    let whole = pack(&parts(&read("tests/cases/docx/numbering.parts")));
    let deep = format!("{}x{}", "<a>".repeat(100_000), "</a>".repeat(100_000));
    let bomb = vec![b' '; 40 * 1024 * 1024];
    let entities = "<!DOCTYPE d [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><w:document><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:document>";
    let many: Vec<(String, &[u8])> = (0..5000).map(|at| (format!("part{at}"), &b""[..])).collect();
    let many: Vec<(&str, &[u8])> = many.iter().map(|(name, content)| (name.as_str(), *content)).collect();
    let files: [(&str, Vec<u8>); 13] = [
        ("text.docx", b"The Host answers promptly.".to_vec()),
        ("old.doc", [&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1][..], &[0; 600]].concat()),
        ("empty.docx", Vec::new()),
        ("cut.docx", whole[..whole.len() / 2].to_vec()),
        ("sheet.docx", pack(&[("xl/workbook.xml", b"<workbook/>")])),
        ("nothing.docx", pack(&[("word/document.xml", b"<w:document><w:body/></w:document>")])),
        ("deep.docx", pack(&[("word/document.xml", deep.as_bytes())])),
        ("bomb.docx", pack(&[("word/document.xml", &bomb)])),
        ("tight.docx", pack(&[("word/document.xml", &bomb[..30 * 1024 * 1024])])),
        ("styles.docx", pack(&[("word/styles.xml", &bomb), ("word/document.xml", b"<a/>")])),
        ("entities.docx", pack(&[("word/document.xml", entities.as_bytes())])),
        ("half.docx", pack(&[("word/document.xml", b"<w:document><w:body><w:p>")])),
        ("many.docx", pack(&many)),
    ];
    let mut all = String::new();
    for (name, bytes) in files {
        sandbox.file(name, &bytes);
        let start = std::time::Instant::now();
        let run = sandbox.run(&["lint", name]);
        assert!(start.elapsed().as_secs() < 2, "{name} took {:?}", start.elapsed());
        assert_eq!(run.status, 2, "{name}: {}{}", run.out, run.err);
        all += &run.out;
    }
    check_expected("tests/cases/docx/broken.txt", &all);
}
