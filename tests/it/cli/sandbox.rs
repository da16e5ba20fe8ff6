//! A folder of its own to run the binary in.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tempfile::TempDir;

use crate::support::repository;

/// The binary under test.
pub(super) const BINARY: &str = env!("CARGO_BIN_EXE_servanda");

/// How a run ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Run {
    pub(super) status: i32,
    pub(super) out: String,
    pub(super) err: String,
}

/// A folder with files, removed at the end.
pub(super) struct Sandbox(TempDir);

impl Sandbox {
    pub(super) fn new() -> Self {
        Self(tempfile::tempdir().expect("a folder"))
    }

    pub(super) fn path(&self) -> &Path {
        self.0.path()
    }

    /// Writes a file, with the folders it lies in.
    pub(super) fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path().join(name);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("its folder");
        std::fs::write(&path, bytes).expect("the file");
        path
    }

    /// Copies the first example to `name`.
    pub(super) fn example(&self, name: &str) -> PathBuf {
        self.file(name, std::fs::read(repository("examples/north-star.sla")).expect("the example"))
    }

    pub(super) fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.path().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    /// The files of a folder, in order.
    pub(super) fn names(&self, folder: &str) -> Vec<String> {
        let entries = std::fs::read_dir(self.path().join(folder)).expect("the folder");
        let mut names: Vec<_> =
            entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }

    /// The command in this folder, with nothing of the tester's environment that could matter.
    pub(super) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(BINARY);
        command.args(arguments).current_dir(self.path());
        command.env_remove("NO_COLOR").env_remove("SOURCE_DATE_EPOCH").stdin(Stdio::null());
        command
    }

    pub(super) fn run(&self, arguments: &[&str]) -> Run {
        finish(self.command(arguments))
    }

    pub(super) fn run_with_input(&self, arguments: &[&str], input: &[u8]) -> Run {
        let mut command = self.command(arguments);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("it starts");
        // A program that stops reading early closes the pipe: no fault of the test.
        let _ = child.stdin.take().expect("its input").write_all(input);
        run_of(&child.wait_with_output().expect("it ends"))
    }
}

pub(super) fn finish(mut command: Command) -> Run {
    run_of(&command.output().expect("it runs"))
}

fn run_of(output: &std::process::Output) -> Run {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("text");
    Run { status: output.status.code().unwrap_or(-1), out: text(&output.stdout), err: text(&output.stderr) }
}
