//! The draft of the same contract in each kind of file, made by LibreOffice: the same statements are read from all.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::readers::convert;
use super::{root, run};

/// The typed statements of the draft of a file: without comments and clauses, which name places.
fn statements(file: &Path) -> Vec<String> {
    let output = Command::new(env!("CARGO_BIN_EXE_servanda")).arg("lint").arg(file).arg("--import").output();
    let output = output.expect("the binary");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let draft = String::from_utf8(output.stdout).expect("UTF-8");
    let typed = draft.split("\nclause ").next().unwrap_or_default();
    let says = |line: &&str| !line.trim().is_empty() && !line.trim_start().starts_with('#');
    typed.lines().filter(says).map(str::to_owned).collect()
}

/// A page as a Word file and as PDF.
fn packed(page: &Path, into: &Path) -> [PathBuf; 2] {
    let word = convert(page, into, &["--infilter=HTML (StarWriter)", "--convert-to", "docx:MS Word 2007 XML"], "docx");
    let tagged = "pdf:writer_pdf_Export:{\"UseTaggedPDF\":{\"type\":\"boolean\",\"value\":\"true\"}}";
    let printed = convert(&word, into, &["--convert-to", tagged], "pdf");
    [word, printed]
}

/// A contract that others wrote, as a page.
#[test]
fn word_and_pdf_give_the_draft_of_the_page() {
    let into = Path::new(env!("CARGO_TARGET_TMPDIR")).join("drafts-of-others");
    let _ = std::fs::remove_dir_all(&into);
    std::fs::create_dir_all(&into).expect("a folder");
    let page = into.join("outsourced.html");
    std::fs::copy(root().join("tests/cases/import/outsourced.html"), &page).expect("the page");
    let expected = statements(&page);
    assert!(expected.len() > 30, "{expected:#?}");
    let [word, printed] = packed(&page, &into);
    assert_eq!(statements(&word), expected, "the Word file says the same");
    // Points are paragraphs in a PDF, and their levels are not read: less of it may be certain, nothing else.
    let found = statements(&printed);
    let strange: Vec<&String> = found.iter().filter(|line| !expected.contains(line)).collect();
    assert!(strange.is_empty(), "{strange:#?}");
    assert!(found.len() * 10 >= expected.len() * 6, "{found:#?}");
}

/// Our own contracts. Bold letters, by which they show where they define a term, are not read from a PDF; the draft of
/// one keeps the definitions as a clause.
#[test]
fn our_own_contracts_give_the_same_draft() {
    for name in ["help-desk", "north-star"] {
        let into = Path::new(env!("CARGO_TARGET_TMPDIR")).join("drafts-of-ours").join(name);
        let _ = std::fs::remove_dir_all(&into);
        std::fs::create_dir_all(&into).expect("a folder");
        let spec = into.join(format!("{name}.sla"));
        std::fs::copy(root().join(format!("examples/{name}.sla")), &spec).expect("a spec");
        run(Command::new(env!("CARGO_BIN_EXE_servanda")).arg("build").arg(&spec));
        let expected = statements(&into.join(format!("{name}.md")));
        let page = std::fs::read_to_string(into.join(format!("{name}.html"))).expect("the page");
        let page: String =
            page.lines().filter(|line| !line.starts_with("<meta http-equiv")).map(|line| format!("{line}\n")).collect();
        let plain = into.join("contract.html");
        std::fs::write(&plain, page).expect("a page");
        for file in packed(&plain, &into) {
            let is_pdf = file.extension().is_some_and(|ending| ending == "pdf");
            let expected: Vec<String> = if is_pdf { without_definitions(&expected) } else { expected.clone() };
            assert_eq!(statements(&file), expected, "{}", file.display());
        }
    }
}

/// Statements without the section of definitions.
fn without_definitions(statements: &[String]) -> Vec<String> {
    let mut inside = false;
    let keep = |line: &&String| {
        if !line.starts_with(' ') {
            inside = line.as_str() == "definitions";
        }
        !inside
    };
    statements.iter().filter(keep).cloned().collect()
}
