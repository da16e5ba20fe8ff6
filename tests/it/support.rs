//! What the tests share.

use std::path::{Path, PathBuf};

use proptest::test_runner::{Config, RngSeed};

/// A file or folder of the repository.
pub(crate) fn repository(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// Compares `actual` with the file at `path` (from the repository's root), or writes the file
/// where the environment variable `SERVANDA_UPDATE` is 1.
pub(crate) fn check_expected(path: &str, actual: &str) {
    let file = repository(path);
    if std::env::var_os("SERVANDA_UPDATE").is_some_and(|value| value == "1") {
        std::fs::write(&file, actual).unwrap_or_else(|error| panic!("{path}: {error}"));
        return;
    }
    let expected = std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{path}: {error}"));
    if expected != actual {
        let line = expected.lines().zip(actual.lines()).take_while(|(one, two)| one == two).count();
        panic!(
            "{path}: differs from line {}\n--- expected\n{expected}\n--- actual\n{actual}\n\
             (SERVANDA_UPDATE=1 writes the new text)",
            line + 1
        );
    }
}

/// What lies directly in a folder of the repository, in order.
pub(crate) fn entries(path: &str) -> Vec<String> {
    let entries = std::fs::read_dir(repository(path)).unwrap_or_else(|error| panic!("{path}: {error}"));
    let mut names: Vec<String> = entries
        .map(|entry| format!("{path}/{}", entry.expect("a readable folder").file_name().to_string_lossy()))
        .collect();
    names.sort();
    names
}

/// The text of a file of the repository.
pub(crate) fn read(path: &str) -> String {
    std::fs::read_to_string(repository(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Tries a property on so many cases: the same in each run, so that a tree passes always or never.
/// `PROPTEST_RNG_SEED` tries others, `PROPTEST_CASES` more.
pub(crate) fn repeatable(cases: u32) -> Config {
    let asked = Config::default();
    let rng_seed = match asked.rng_seed {
        RngSeed::Random => RngSeed::Fixed(1),
        fixed @ RngSeed::Fixed(_) => fixed,
    };
    let cases = if std::env::var_os("PROPTEST_CASES").is_some() { asked.cases } else { cases };
    Config { cases, rng_seed, failure_persistence: None, ..asked }
}
