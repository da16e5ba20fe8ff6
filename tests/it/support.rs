//! What the tests share.

use std::path::{Path, PathBuf};

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
