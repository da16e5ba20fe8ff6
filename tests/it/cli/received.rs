//! Contracts that came from the other side: files that cannot be read, and the file beside one that allows findings.

use super::sandbox::{BINARY, Sandbox};
use crate::docx::{pack, parts};
use crate::pdf_text::pdf;
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
fn a_folder_of_contracts_is_read_as_those_in_it() {
    let sandbox = Sandbox::new();
    for file in ["theirs/b.md", "theirs/a/b.HTM", "theirs/c.txt"] {
        sandbox.file(file, "The Host answers promptly.\n");
    }
    // A mark of Word, a hidden file, and what is no contract.
    for file in ["theirs/~$b.docx", "theirs/.b.md", "theirs/b.md.allow.toml", "none/b.xlsx"] {
        sandbox.file(file, "");
    }
    sandbox.file("theirs/b.md.allow.toml", ALLOW.replace("  ", " "));
    let run = sandbox.run(&["lint", "theirs", "--format", "short"]);
    let files: Vec<&str> = run.out.lines().filter_map(|line| line.split(':').next()).collect();
    assert_eq!((run.status, files), (1, vec!["theirs/a/b.HTM", "theirs/c.txt"]), "{}", run.out);
    let none = sandbox.run(&["lint", "none"]);
    assert_eq!(none.status, 2);
    assert_eq!(
        none.err,
        "error: there is no contract below `none`\n\
         help: a contract is a file whose name ends in .md, .html, .txt, .docx or .pdf\n"
    );
}

/// A draft goes to standard output or to a new file, whole, and never over a file in silence.
#[test]
fn a_contract_becomes_a_draft() {
    let sandbox = Sandbox::new();
    sandbox.file("their.md", read("examples/received/hosting-terms.md"));
    sandbox.file("their.docx", pack(&parts(&read("tests/cases/docx/numbering.parts"))));
    let shown = sandbox.run(&["lint", "their.md", "--import"]);
    assert_eq!((shown.status, shown.err.as_str()), (0, "23 statements read, the rest kept in 7 clauses\n"));
    assert!(shown.out.contains("\n  provider \"Brightwater Hosting Ltd\" as Brightwater\n"), "{}", shown.out);
    let written = sandbox.run(&["lint", "their.md", "--import", "--out", "their.sla"]);
    assert_eq!(written.status, 0, "{}", written.err);
    assert_eq!(std::fs::read_to_string(sandbox.path().join("their.sla")).expect("the draft"), shown.out);
    // What is to be decided is an error of `check`, and the only kind of it.
    let checked = sandbox.run(&["check", "their.sla", "--format", "short"]);
    assert_eq!(checked.status, 1);
    let errors = checked.out.lines().filter(|line| line.contains("error["));
    assert!(errors.clone().count() > 5);
    let open = ["missing-statement", "parameter-unset", "value"];
    assert!(
        errors.clone().all(|line| open.iter().any(|rule| line.contains(&format!("error[{rule}]")))),
        "{}",
        checked.out
    );

    let kept = sandbox.run(&["lint", "their.docx", "--import", "--out", "their.sla"]);
    assert_eq!(kept.status, 2);
    assert!(kept.err.contains("`their.sla` exists already"), "{}", kept.err);
    assert_eq!(sandbox.run(&["lint", "their.docx", "--import", "--out", "their.sla", "--force"]).status, 0);
    let draft = std::fs::read_to_string(sandbox.path().join("their.sla")).expect("the draft");
    assert!(draft.contains("# their.docx, section 1.1"), "{draft}");

    sandbox.file("broken.docx", "no zip");
    for wrong in [&["lint", "broken.docx", "--import"][..], &["lint", "their.md", "their.docx", "--import"]] {
        assert_eq!(sandbox.run(wrong).status, 2, "{wrong:?}");
    }
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
    refused(&sandbox, &files, "tests/cases/docx/broken.txt");
}

#[test]
fn broken_pdfs_are_refused_in_words() {
    let sandbox = Sandbox::new();
    let whole = pdf(&[b"BT /F1 10 Tf 50 700 Td (The Host answers promptly.) Tj ET"]);
    let bomb = vec![b' '; 60 * 1024 * 1024];
    // Each page is bearable, all together are not.
    let many = vec![vec![b' '; 12 * 1024 * 1024]; 6];
    let many: Vec<&[u8]> = many.iter().map(Vec::as_slice).collect();
    let deep = b"[".repeat(100_000);
    let mut locked = lopdf::Document::load_mem(&whole).expect("a PDF");
    locked.trailer.set("ID", vec![lopdf::Object::string_literal("0"), lopdf::Object::string_literal("0")]);
    let version = lopdf::EncryptionVersion::V2 {
        document: &locked,
        owner_password: "owner",
        user_password: "user",
        key_length: 128,
        permissions: lopdf::Permissions::all(),
    };
    let state = lopdf::EncryptionState::try_from(version).expect("a key");
    locked.encrypt(&state).expect("a locked PDF");
    let mut with_password = Vec::new();
    locked.save_to(&mut with_password).expect("a PDF");
    let files: [(&str, Vec<u8>); 10] = [
        ("text.pdf", b"The Host answers promptly.".to_vec()),
        ("empty.pdf", Vec::new()),
        ("head.pdf", b"%PDF-1.7\n".to_vec()),
        ("cut.pdf", whole[..whole.len() / 2].to_vec()),
        ("picture.pdf", pdf(&[b"0 0 100 100 re f"])),
        ("bomb.pdf", pdf(&[&bomb])),
        ("many.pdf", pdf(&many)),
        ("deep.pdf", pdf(&[&deep])),
        ("locked.pdf", with_password),
        ("no-pages.pdf", pdf(&[])),
    ];
    refused(&sandbox, &files, "tests/cases/pdf-text/broken.txt");
}

/// Each file is refused within 2 seconds of a processor and 200 MB, and says why.
fn refused(sandbox: &Sandbox, files: &[(&str, Vec<u8>)], expected: &str) {
    let mut all = String::new();
    for (name, bytes) in files {
        sandbox.file(name, bytes);
        // The kernel gives no more address space than this, let alone memory, and no more seconds of a processor.
        let limited = format!("ulimit -v 204800; ulimit -t 2; exec {BINARY} lint {name}");
        let output = std::process::Command::new("sh").args(["-c", &limited]).current_dir(sandbox.path()).output();
        let output = output.expect("a shell");
        let out = String::from_utf8_lossy(&output.stdout);
        assert_eq!(output.status.code(), Some(2), "{name}: {out}{}", String::from_utf8_lossy(&output.stderr));
        all += &out;
    }
    check_expected(expected, &all);
}
