//! Why a command could not do what it was asked: the message on standard error, and exit status 2.

use std::fmt;
use std::io::{self, ErrorKind};

use anstyle::{AnsiColor, Style};

/// What stopped a command.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Refusal {
    message: String,
    help: Option<String>,
}

impl Refusal {
    pub(super) fn new(message: impl Into<String>) -> Self {
        Self { message: message.into(), help: None }
    }

    /// A refusal because the system could not do `what`.
    pub(super) fn io(what: impl fmt::Display, error: &io::Error) -> Self {
        Self::new(format!("{what}: {}", reason(error)))
    }

    pub(super) fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// The text for standard error.
    pub(super) fn show(&self, color: bool) -> String {
        let (red, bold) = if color {
            (AnsiColor::BrightRed.on_default().bold(), Style::new().bold())
        } else {
            (Style::new(), Style::new())
        };
        let help = self.help.as_ref().map_or(String::new(), |help| format!("{bold}help{bold:#}: {help}\n"));
        format!("{red}error{red:#}{bold}: {}{bold:#}\n{help}", self.message)
    }
}

/// What went wrong, in plain words where they are known.
pub(super) fn reason(error: &io::Error) -> String {
    match error.kind() {
        ErrorKind::NotFound => "there is no such file".into(),
        ErrorKind::PermissionDenied => "this is not allowed".into(),
        ErrorKind::StorageFull => "the disk is full".into(),
        ErrorKind::FileTooLarge => "it grows larger than the system allows".into(),
        ErrorKind::IsADirectory => "it is a folder".into(),
        ErrorKind::AlreadyExists => "a file is in the place of the folder".into(),
        ErrorKind::NotADirectory => "a part of the path is a file, not a folder".into(),
        ErrorKind::ReadOnlyFilesystem => "the disk can only be read".into(),
        _ => error.to_string(),
    }
}
