//! What was built of what, so that a second build of many specs makes only what changed.
//!
//! Beside the files of several specs stands one small file that names, for each spec, the hashes of all that it was
//! built from and of all that was written. A spec is built again unless every one of them is as it was: a changed
//! house standard, another option, a deleted or edited output all lead to a new build. Two builds at once may lose
//! each other's notes, which costs a build and never leaves a stale file.

use std::collections::BTreeMap;
use std::fmt::Debug;
use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::output;
use super::refusal::Refusal;
use crate::{LoadError, Loader};

/// The file of the notes, in each folder that is written to.
pub(super) const FILE: &str = ".servanda-build.json";

/// The notes of a folder, by the name of a spec's files without their endings.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(super) struct Stamps(BTreeMap<String, Stamp>);

/// What one spec was built of, and what was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Stamp {
    /// The program with all options, templates and the spec itself.
    made_by: String,
    /// What the spec extends, by path: the hash of each text.
    extends: BTreeMap<String, String>,
    /// The files that were written, by name: the hash of each.
    wrote: BTreeMap<String, String>,
}

impl Stamps {
    /// The notes of a folder; none where there are none, or where they cannot be read.
    pub(super) fn read(folder: &Path) -> Self {
        let text = fs::read_to_string(folder.join(FILE)).unwrap_or_default();
        serde_json::from_str(&text).unwrap_or_default()
    }

    /// Writes the notes of a folder.
    pub(super) fn write(&self, folder: &Path) -> Result<(), Refusal> {
        let text = serde_json::to_string_pretty(self)
            .map_err(|why| Refusal::new(format!("cannot note what was built: {why}")))?;
        output::write_whole(&[(folder.join(FILE), (text + "\n").into_bytes())])
    }

    /// The note on a spec.
    pub(super) fn get(&self, stem: &Path) -> Option<&Stamp> {
        self.0.get(&name(stem))
    }

    /// Notes what was built of a spec; nothing where it was not.
    pub(super) fn set(&mut self, stem: &Path, stamp: Option<Stamp>) {
        match stamp {
            Some(stamp) => drop(self.0.insert(name(stem), stamp)),
            None => drop(self.0.remove(&name(stem))),
        }
    }
}

impl Stamp {
    /// The note on files that were just written.
    pub(super) fn new(made_by: String, extends: BTreeMap<String, String>, wrote: &[(PathBuf, Vec<u8>)]) -> Self {
        Self { made_by, extends, wrote: wrote.iter().map(|(path, bytes)| (name(path), hash(bytes))).collect() }
    }

    /// Whether a build would write what is there already: same program and options, same inputs, same files.
    pub(super) fn holds(&self, made_by: &str, loader: &mut dyn Loader, folder: &Path) -> bool {
        self.made_by == made_by
            && self
                .extends
                .iter()
                .all(|(path, known)| loader.load(path).is_ok_and(|text| hash(text.as_bytes()) == *known))
            && self
                .wrote
                .iter()
                .all(|(name, known)| fs::read(folder.join(name)).is_ok_and(|bytes| hash(&bytes) == *known))
    }
}

/// A loader that keeps the hash of each text that it gives.
pub(super) struct Recorder<L> {
    inner: L,
    /// The hashes, by path.
    pub(super) seen: BTreeMap<String, String>,
}

impl<L: Loader> Recorder<L> {
    /// A recorder of what `inner` gives.
    pub(super) fn new(inner: L) -> Self {
        Self { inner, seen: BTreeMap::new() }
    }
}

impl<L: Loader> Loader for Recorder<L> {
    fn load(&mut self, path: &str) -> Result<String, LoadError> {
        let text = self.inner.load(path)?;
        self.seen.insert(path.to_owned(), hash(text.as_bytes()));
        Ok(text)
    }

    fn name(&self, path: &str) -> String {
        self.inner.name(path)
    }
}

/// What tells this program with these options from any other: its version and its file, and all that is given.
pub(super) fn made_by(given: &dyn Debug) -> String {
    let program = std::env::current_exe().and_then(fs::metadata).ok();
    let program = program.map(|file| (file.len(), file.modified().ok()));
    hash(format!("{} {program:?} {given:?}", env!("CARGO_PKG_VERSION")).as_bytes())
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn hash(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    Sha256::digest(bytes).iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
