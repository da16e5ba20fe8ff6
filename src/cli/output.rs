//! Writing files so that each is there whole or not at all.
//!
//! Every file is written beside its place under another name and made durable; only when all of them are,
//! they are renamed, one after the other. A full disk, a kill or a power cut before that changes nothing that was there;
//! one among the renames leaves whole files, some of them new.

use std::collections::BTreeSet;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use tempfile::{NamedTempFile, TempPath};

use super::refusal::Refusal;

/// From here on a whole file system is written in one go before its files are made durable one by one.
const MANY: usize = 16;

/// Writes all `files`, or none as far as the system allows: after the first rename, only a failing rename
/// could leave some of them out.
pub(super) fn write_whole(files: &[(PathBuf, Vec<u8>)]) -> Result<(), Refusal> {
    let mut staged = Vec::new();
    for (path, bytes) in files {
        let place = Place::of(path).map_err(|error| cannot_write(path, &error))?;
        match place {
            Place::Special => write_directly(path, bytes).map_err(|error| cannot_write(path, &error))?,
            Place::File(target) => {
                let file = stage(&target, bytes).map_err(|error| cannot_write(path, &error))?;
                staged.push((target, file.into_temp_path()));
            }
        }
    }
    make_durable(&staged)?;
    let mut folders = BTreeSet::new();
    for (target, file) in staged {
        file.persist(&target).map_err(|error| cannot_write(&target, &error.error))?;
        folders.insert(folder(&target));
    }
    // The names are durable only when their folders are; a system that cannot do that has no better way.
    for folder in folders {
        let _ = File::open(folder).and_then(|folder| folder.sync_all());
    }
    Ok(())
}

/// Writes a file that is not there yet; `false`, and nothing written, where something has that name.
pub(super) fn write_new(path: &Path, bytes: &[u8]) -> Result<bool, Refusal> {
    let file = stage(path, bytes).map_err(|error| cannot_write(path, &error))?;
    file.as_file().sync_all().map_err(|error| cannot_write(path, &error))?;
    match file.persist_noclobber(path) {
        Ok(_) => Ok(true),
        Err(error) if error.error.kind() == io::ErrorKind::AlreadyExists => Ok(false),
        Err(error) => Err(cannot_write(path, &error.error)),
    }
}

fn cannot_write(path: &Path, error: &io::Error) -> Refusal {
    Refusal::io(format_args!("cannot write `{}`", path.display()), error)
}

/// Where a file goes.
enum Place {
    /// A file that is replaced or made, symbolic links followed.
    File(PathBuf),
    /// A device or pipe, which cannot be replaced.
    Special,
}

impl Place {
    fn of(path: &Path) -> io::Result<Self> {
        match fs::metadata(path) {
            Ok(known) if known.is_dir() => Err(io::ErrorKind::IsADirectory.into()),
            Ok(known) if known.is_file() => Ok(Self::File(fs::canonicalize(path)?)),
            Ok(_) => Ok(Self::Special),
            Err(_) => Ok(Self::File(path.to_owned())),
        }
    }
}

fn folder(target: &Path) -> PathBuf {
    match target.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent.to_owned(),
        _ => PathBuf::from("."),
    }
}

fn stage(target: &Path, bytes: &[u8]) -> io::Result<NamedTempFile> {
    let folder = folder(target);
    fs::create_dir_all(&folder)?;
    let mut builder = tempfile::Builder::new();
    builder.prefix(".servanda-").suffix(".tmp");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        // As any new file: the user's mask applies. A temporary file alone would be private.
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    let mut file = builder.tempfile_in(&folder)?;
    if let Ok(known) = fs::metadata(target) {
        file.as_file().set_permissions(known.permissions())?;
    }
    file.write_all(bytes)?;
    Ok(file)
}

/// Waits until the content of all staged files is on the disk.
fn make_durable(staged: &[(PathBuf, TempPath)]) -> Result<(), Refusal> {
    // Each file alone costs a round of the disk. Where the system can write all that is open in one round, little is left
    // for the files: it only saves time, and what holds is said of each file below.
    #[cfg(target_os = "linux")]
    if let Some((_, file)) = staged.get(MANY) {
        let _ = File::open(file).map(rustix::fs::syncfs);
    }
    for (target, file) in staged {
        // Opened again: thousands of files may be written by many jobs, and a process has few handles. For writing, which
        // some systems ask for; a file that its own user may not write is opened for reading.
        let opened = OpenOptions::new().append(true).open(file).or_else(|_| File::open(file));
        opened.and_then(|file| file.sync_all()).map_err(|error| cannot_write(target, &error))?;
    }
    Ok(())
}

fn write_directly(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).open(path)?;
    file.write_all(bytes)?;
    file.flush()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).expect("the folder");
        let mut names: Vec<_> =
            entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }

    #[test]
    fn all_are_there_and_nothing_else() {
        let folder = tempfile::tempdir().expect("a folder");
        let at = |name: &str| folder.path().join(name);
        fs::write(at("b"), "old").expect("an old file");
        write_whole(&[(at("a"), b"1".to_vec()), (at("b"), b"2".to_vec()), (at("new/c"), b"3".to_vec())])
            .expect("written");
        assert_eq!(names(folder.path()), ["a", "b", "new"]);
        assert_eq!(fs::read(at("b")).expect("b"), b"2");
        assert_eq!(fs::read(at("new/c")).expect("c"), b"3");
    }

    #[test]
    fn many_are_there_and_nothing_else() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = |at: usize| (folder.path().join(format!("{}/{at}", at % 3)), vec![b'x'; at * 100]);
        let files: Vec<_> = (0..4 * MANY).map(file).collect();
        write_whole(&files).expect("written");
        let found: usize = ["0", "1", "2"].map(|part| names(&folder.path().join(part)).len()).iter().sum();
        assert_eq!(found, files.len());
        assert!(files.iter().all(|(path, bytes)| fs::read(path).is_ok_and(|read| read == *bytes)));
    }

    #[test]
    fn a_place_that_is_a_folder_stops_all() {
        let folder = tempfile::tempdir().expect("a folder");
        let at = |name: &str| folder.path().join(name);
        fs::create_dir(at("b")).expect("a folder in the way");
        let refused = write_whole(&[(at("a"), b"1".to_vec()), (at("b"), b"2".to_vec())]).expect_err("b is a folder");
        assert!(refused.show(false).contains("it is a folder"), "{refused:?}");
        assert_eq!(names(folder.path()), ["b"]);
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_full_disk_is_said_in_plain_words() {
        let refused = write_whole(&[("/dev/full".into(), b"1".to_vec())]).expect_err("it is full");
        assert_eq!(refused.show(false), "error: cannot write `/dev/full`: the disk is full\n");
    }

    #[cfg(unix)]
    #[test]
    fn links_and_permissions_stay() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().expect("a folder");
        let at = |name: &str| folder.path().join(name);
        fs::write(at("real"), "old").expect("a file");
        fs::set_permissions(at("real"), fs::Permissions::from_mode(0o640)).expect("its permissions");
        std::os::unix::fs::symlink("real", at("link")).expect("a link");
        write_whole(&[(at("link"), b"new".to_vec())]).expect("written");
        assert!(fs::symlink_metadata(at("link")).expect("the link").is_symlink());
        assert_eq!(fs::read(at("real")).expect("the file"), b"new");
        assert_eq!(fs::metadata(at("real")).expect("the file").permissions().mode() & 0o777, 0o640);
    }
}
