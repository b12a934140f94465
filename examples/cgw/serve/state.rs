//! What the service knows, in a file: written as a whole, so that a kill leaves the one before or the
//! one after.

use std::ffi::OsString;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::gateways::Gateways;
use super::tokens::Tokens;

/// A file with what the service knows.
#[derive(Debug)]
pub(super) struct StateFile {
    path: PathBuf,
    /// What is written before it takes the place of the other.
    next: PathBuf,
}

/// What is in the file, by this version of its members.
const VERSION: u32 = 1;

/// What every version has.
#[derive(Deserialize)]
struct Versioned {
    version: u32,
}

#[derive(Deserialize)]
struct Read {
    gateways: Gateways,
    tokens: Tokens,
}

#[derive(Serialize)]
struct Written<'w> {
    version: u32,
    gateways: &'w Gateways,
    tokens: &'w Tokens,
}

impl StateFile {
    /// Reads a file, or makes one.
    pub(super) fn open(path: &Path) -> Result<(Self, Gateways, Tokens), String> {
        let shown = path.display();
        let mut next = OsString::from(path);
        next.push(".next");
        let file = Self { path: path.to_owned(), next: next.into() };
        let (gateways, tokens) = match fs::read(path) {
            Ok(bytes) => {
                let refused = |error| format!("{shown} is not a state of this tool: {error}");
                let Versioned { version } = serde_json::from_slice(&bytes).map_err(refused)?;
                if version != VERSION {
                    return Err(format!("{shown} is of another version of this tool"));
                }
                let read: Read = serde_json::from_slice(&bytes).map_err(refused)?;
                (read.gateways, read.tokens)
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => Default::default(),
            Err(error) => return Err(format!("{shown} cannot be read: {error}")),
        };
        let written = file.write(&gateways, &tokens);
        written.map_err(|error| format!("{shown} cannot be written: {error}"))?;
        Ok((file, gateways, tokens))
    }

    /// Writes all of it.
    pub(super) fn write(&self, gateways: &Gateways, tokens: &Tokens) -> io::Result<()> {
        let bytes = serde_json::to_vec(&Written { version: VERSION, gateways, tokens })?;
        let mut options = OpenOptions::new();
        options.write(true).create(true).truncate(true);
        // The keys of BGP are in it.
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let mut next = options.open(&self.next)?;
        next.write_all(&bytes)?;
        next.sync_all()?;
        fs::rename(&self.next, &self.path)?;
        self.sync_folder()
    }

    /// A new name is kept over a power cut once its folder is.
    #[cfg(unix)]
    fn sync_folder(&self) -> io::Result<()> {
        let folder = self.path.parent().filter(|folder| !folder.as_os_str().is_empty());
        File::open(folder.unwrap_or(Path::new(".")))?.sync_all()
    }

    #[cfg(not(unix))]
    fn sync_folder(&self) -> io::Result<()> {
        File::open(&self.path).map(drop)
    }
}
