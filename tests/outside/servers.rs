//! What the tests of real servers share: the agreement that they are given, and its exports.

use std::path::{Path, PathBuf};
use std::process::Command;

use servanda::model::Agreement;
use servanda::source::Source;
use servanda::{LoadError, Loader, Options, examine};

use super::{root, run};

/// The agreement that all servers are given.
pub(super) const SPEC: &str = "tests/outside/servers/agreement.sla";
const NAMES: &str = "tests/outside/servers/names.toml";

/// The agreement stands for itself.
struct Alone;

impl Loader for Alone {
    fn load(&mut self, path: &str) -> Result<String, LoadError> {
        panic!("the agreement of the servers extends nothing, not {path}")
    }
}

/// The agreement that all servers are given.
pub(super) fn agreement() -> Agreement {
    let text = std::fs::read_to_string(root().join(SPEC)).expect("the agreement");
    let spec = examine(Source::new(SPEC, text), &mut Alone, &Options::default());
    spec.agreement().unwrap_or_else(|| panic!("{:?}", spec.report.diagnostics)).clone()
}

/// The file of what only the servers' installations know.
pub(super) fn names_file() -> PathBuf {
    root().join(NAMES)
}

/// What only the servers' installations know.
pub(super) fn names() -> toml::Table {
    std::fs::read_to_string(names_file()).expect("the names").parse().expect("TOML")
}

/// The folder of a target's files, as `servanda export` writes them for a spec.
pub(super) fn exported(target: &str, spec: &str, names: &Path) -> PathBuf {
    let into = Path::new(env!("CARGO_TARGET_TMPDIR")).join("exports").join(target);
    let mut command = Command::new(env!("CARGO_BIN_EXE_servanda"));
    command.args(["export", "--to", target]).arg(root().join(spec)).arg("--names").arg(names);
    run(command.arg("--out").arg(&into));
    let stem = Path::new(spec).file_stem().expect("a name").to_string_lossy().into_owned();
    into.join(format!("{stem}.export")).join(target)
}
