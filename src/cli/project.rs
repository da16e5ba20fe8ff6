//! The project a spec belongs to: its root folder, its configuration, and reading below the root only.

use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use super::input;
use super::refusal::reason;
use crate::config::{self, Config};
use crate::diagnostic::{Diagnostic, Report, RuleInfo};
use crate::source::Sources;
use crate::{LoadError, Loader, Override};

/// Far more files than a folder of templates has.
const TEMPLATES: usize = 1000;

/// A folder with all that is configured for the specs below it.
#[derive(Debug, Default)]
pub(super) struct Project {
    /// The folder of the nearest `servanda.toml`, else the spec's own; nothing above it is ever read.
    root: PathBuf,
    /// What `servanda.toml` says; empty where there is none.
    pub(super) config: Config,
    /// What is wrong with `servanda.toml`.
    pub(super) report: Report,
    templates: OnceLock<Result<BTreeMap<String, Override>, Box<Report>>>,
}

/// The projects of a run's files, each read once.
#[derive(Debug, Default)]
pub(super) struct Projects(BTreeMap<PathBuf, Arc<Project>>);

impl Projects {
    /// The projects of all `files`.
    pub(super) fn of(files: &[PathBuf], rules: &[RuleInfo]) -> Self {
        let mut of_folder = BTreeMap::new();
        let mut of_root: BTreeMap<PathBuf, Arc<Project>> = BTreeMap::new();
        for file in files {
            let folder = folder(file);
            if of_folder.contains_key(&folder) {
                continue;
            }
            let root = root(&folder);
            let project = of_root.entry(root).or_insert_with_key(|root| Arc::new(Project::read(root, rules)));
            of_folder.insert(folder, Arc::clone(project));
        }
        Self(of_folder)
    }

    /// The project of one of the files.
    pub(super) fn get(&self, file: &Path) -> Arc<Project> {
        self.0.get(&folder(file)).cloned().unwrap_or_default()
    }

    /// What is wrong with the configurations, a report each.
    pub(super) fn reports(&self) -> Vec<Report> {
        let mut reports: Vec<(PathBuf, Report)> = Vec::new();
        for project in self.0.values() {
            let known = reports.iter().any(|(root, _)| *root == project.root);
            if !project.report.diagnostics.is_empty() && !known {
                reports.push((project.root.clone(), project.report.clone()));
            }
        }
        reports.into_iter().map(|(_, report)| report).collect()
    }
}

impl Project {
    fn read(root: &Path, rules: &[RuleInfo]) -> Self {
        let file = root.join(config::FILE_NAME);
        if !file.is_file() {
            return Self { root: root.to_owned(), ..Self::default() };
        }
        match input::read(&shown(&file)) {
            Err(unreadable) => Self { root: root.to_owned(), report: unreadable.report(), ..Self::default() },
            Ok(source) => {
                let text = source.text().to_owned();
                let mut sources = Sources::default();
                let main = sources.add(source);
                let (config, diagnostics) = config::read(main, &text, rules);
                let report = Report { sources, main, diagnostics };
                Self { root: root.to_owned(), config, report, ..Self::default() }
            }
        }
    }

    /// A path of the project as it is opened.
    pub(super) fn path(&self, path: &str) -> PathBuf {
        self.root.join(path)
    }

    /// What the configuration says about reading a spec.
    pub(super) fn options(&self, plan: Option<String>) -> crate::Options {
        crate::Options {
            plan,
            house: self.config.house.as_ref().map(|house| house.path.clone()),
            side: self.config.check.side,
            weights: self.config.rules.clone(),
        }
    }

    /// What reads the specs that a spec extends.
    pub(super) fn loader(&self) -> impl Loader {
        Below(self)
    }

    /// The user's own templates, by their path in the templates folder; read once.
    pub(super) fn templates(&self) -> Result<&BTreeMap<String, Override>, Report> {
        let templates = self.templates.get_or_init(|| {
            let Some(folder) = &self.config.templates else { return Ok(BTreeMap::new()) };
            self.load_folder(&folder.path).map_err(|why| {
                let mut report = self.report.clone();
                report.diagnostics.push(Diagnostic::error("configuration", folder.span, why));
                Box::new(report)
            })
        });
        templates.as_ref().map_err(|report| (**report).clone())
    }

    /// Reads a file that a spec or the configuration names; the error says why it is not read.
    ///
    /// Only files below the root are: no absolute path, no `..`, no symbolic link that leads out.
    fn load(&self, path: &str) -> Result<String, LoadError> {
        let file = self.below(path)?;
        let source = input::read(&shown(&file)).map_err(|unreadable| LoadError::Unreadable(unreadable.why))?;
        Ok(source.text().to_owned())
    }

    /// All files of a folder of the project, by their path in it.
    fn load_folder(&self, path: &str) -> Result<BTreeMap<String, Override>, String> {
        let mut files = BTreeMap::new();
        let mut folders = vec![path.to_owned()];
        while let Some(folder) = folders.pop() {
            let opened = self.below(&folder).map_err(|error| in_words(&folder, &error))?;
            let entries =
                fs::read_dir(opened).map_err(|error| format!("cannot read `{folder}`: {}", reason(&error)))?;
            for entry in entries.flatten() {
                let name = entry.file_name().to_string_lossy().into_owned();
                let within = format!("{folder}/{name}");
                if name.starts_with('.') {
                    continue;
                }
                if files.len() + folders.len() > TEMPLATES {
                    return Err(format!("`{path}` holds more than {TEMPLATES} files"));
                }
                if self.below(&within).map_err(|error| in_words(&within, &error))?.is_dir() {
                    folders.push(within);
                } else {
                    let text = self.load(&within).map_err(|error| in_words(&within, &error))?;
                    let shown = shown(&self.root.join(&within)).display().to_string();
                    files.insert(within[path.len() + 1..].to_owned(), Override { path: shown, text });
                }
            }
        }
        Ok(files)
    }

    /// A file of the project, all symbolic links followed; only where it lies below the root.
    fn below(&self, path: &str) -> Result<PathBuf, LoadError> {
        if !config::lies_below(path) {
            return Err(LoadError::Outside);
        }
        let file = fs::canonicalize(self.root.join(path)).map_err(|error| match error.kind() {
            ErrorKind::NotFound => LoadError::Missing,
            _ => LoadError::Unreadable(reason(&error)),
        })?;
        if file.starts_with(&self.root) { Ok(file) } else { Err(LoadError::Outside) }
    }
}

fn in_words(path: &str, error: &LoadError) -> String {
    match error {
        LoadError::Missing => format!("there is no `{path}`"),
        LoadError::Outside => format!("`{path}` leads out of the folder of the project"),
        LoadError::Unreadable(why) => format!("`{path}` cannot be read: {why}"),
    }
}

/// Reads below a project's root.
struct Below<'a>(&'a Project);

impl Loader for Below<'_> {
    fn load(&mut self, path: &str) -> Result<String, LoadError> {
        self.0.load(path)
    }

    fn name(&self, path: &str) -> String {
        shown(&self.0.root.join(path)).display().to_string()
    }
}

/// The folder a file lies in, as the system names it; for standard input, the current folder.
fn folder(file: &Path) -> PathBuf {
    let parent = match file.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    fs::canonicalize(parent).unwrap_or_else(|_| parent.to_owned())
}

fn root(folder: &Path) -> PathBuf {
    let holds_config = |folder: &&Path| folder.join(config::FILE_NAME).is_file();
    folder.ancestors().find(holds_config).unwrap_or(folder).to_owned()
}

/// A path as people would type it: from the current folder where it lies below.
fn shown(file: &Path) -> PathBuf {
    let here = std::env::current_dir().and_then(fs::canonicalize).unwrap_or_default();
    file.strip_prefix(&here).unwrap_or(file).to_owned()
}
