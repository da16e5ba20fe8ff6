//! The same contract in each kind of file, made by LibreOffice and by us: the linter finds the same in all of them.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::{root, run};

/// A clause with words to find: the examples themselves have none.
const LOOSE: &str = "
clause \"Further terms\"
  \"\"\"
  The provider answers questions promptly and uses reasonable efforts to keep the customer informed. It may change the
  list of its offices at its sole discretion. Visits take place from time to time.
  \"\"\"
";

/// What is found in a file: rule and words, in the order of the file.
fn found(file: &Path) -> Vec<(String, String)> {
    let output = Command::new(env!("CARGO_BIN_EXE_servanda")).arg("lint").arg(file).args(["--format", "json"]).output();
    let output = output.expect("the binary");
    let rows: serde_json::Value = serde_json::from_slice(&output.stdout).expect("findings as JSON");
    let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    rows.as_array().expect("a list").iter().map(|row| (text(&row["rule"]), text(&row["message"]))).collect()
}

/// Converts a file with LibreOffice into a folder, and gives the new file.
pub(super) fn convert(file: &Path, into: &Path, arguments: &[&str], ending: &str) -> PathBuf {
    // A profile of its own: another LibreOffice may be open.
    let profile = format!("-env:UserInstallation=file://{}", into.join("profile").display());
    let mut command = Command::new("soffice");
    command.arg(profile).arg("--headless").args(arguments).arg(file).arg("--outdir").arg(into);
    run(&mut command);
    let made = into.join(file.file_name().expect("a name")).with_extension(ending);
    assert!(made.is_file(), "LibreOffice wrote no {}", made.display());
    made
}

#[test]
fn each_kind_of_file_finds_the_same() {
    let into = Path::new(env!("CARGO_TARGET_TMPDIR")).join("kinds");
    let _ = std::fs::remove_dir_all(&into);
    let mut compared = 0;
    for name in ["git-forge", "help-desk", "north-star"] {
        let here = into.join(name);
        std::fs::create_dir_all(&here).expect("a folder");
        let spec = here.join(format!("{name}.sla"));
        let text = std::fs::read_to_string(root().join(format!("examples/{name}.sla"))).expect("an example");
        std::fs::write(&spec, text + LOOSE).expect("a spec");
        run(Command::new(env!("CARGO_BIN_EXE_servanda")).arg("build").arg(&spec));
        let of = |ending: &str| here.join(format!("{name}.{ending}"));
        let markdown = std::fs::read_to_string(of("md")).expect("the contract");
        let text = here.join("contract.txt");
        std::fs::write(&text, &markdown).expect("a text");
        // LibreOffice makes a comment of a `meta` that it does not know, and we find comments.
        let page = std::fs::read_to_string(of("html")).expect("the page");
        let page: String =
            page.lines().filter(|line| !line.starts_with("<meta http-equiv")).map(|line| format!("{line}\n")).collect();
        let plain = here.join("contract.html");
        std::fs::write(&plain, page).expect("a page");
        let word =
            convert(&plain, &here, &["--infilter=HTML (StarWriter)", "--convert-to", "docx:MS Word 2007 XML"], "docx");
        let tagged = "pdf:writer_pdf_Export:{\"UseTaggedPDF\":{\"type\":\"boolean\",\"value\":\"true\"}}";
        let printed = convert(&word, &here, &["--convert-to", tagged], "pdf");
        let expected = found(&of("md"));
        assert!(expected.len() >= 3, "{name} has words to find");
        for file in [of("html"), word, printed, of("pdf")] {
            // Bold letters, by which a contract shows where it defines a term, are not read from a PDF.
            let is_pdf = file.extension().is_some_and(|ending| ending == "pdf");
            let told = |(rule, _): &(String, String)| !is_pdf || rule != "undefined-term";
            let found: Vec<_> = found(&file).into_iter().filter(told).collect();
            let expected: Vec<_> = expected.iter().filter(|one| told(one)).cloned().collect();
            assert_eq!(found, expected, "{}", file.display());
            compared += 1;
        }
        // Plain text knows no table: a cell's one word may be found there, and what a table says of severities may not.
        let missing: Vec<_> = expected
            .iter()
            .filter(|(rule, _)| rule.starts_with("vague-"))
            .filter(|one| !found(&text).contains(one))
            .collect();
        assert!(missing.is_empty(), "{name}: {missing:?}");
    }
    assert_eq!(compared, 12);
}
