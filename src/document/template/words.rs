//! The words of a language that no single template says: its `words.toml`.

use crate::document::block;
use crate::document::words::Forms;

/// The file's name within the language's folder.
pub(super) const FILE: &str = "words.toml";

/// The words of one language.
#[derive(Debug, Clone, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Words {
    page: String,
    version: String,
    contents: String,
    skip: String,
    clause: String,
    annex: String,
    annex_paragraph: String,
    named: String,
    pub(crate) and: String,
    pub(crate) or: String,
    /// Double opening and closing, single opening and closing.
    pub(crate) quotes: [String; 4],
    /// How quantities are written.
    pub(crate) forms: Forms,
}

impl Words {
    /// The words that the layout prints.
    pub(crate) fn of_layout(&self) -> block::Words {
        block::Words {
            page: self.page.clone(),
            version: self.version.clone(),
            contents: self.contents.clone(),
            skip: self.skip.clone(),
        }
    }

    /// A reference to a clause: `clause 4.2`.
    pub(crate) fn clause(&self, number: &str) -> String {
        self.clause.replace("{number}", number)
    }

    /// An annex's heading number and a reference to it: `Annex A`.
    pub(crate) fn annex(&self, letter: &str) -> String {
        self.annex.replace("{number}", letter)
    }

    /// A reference with the title of what it refers to: `clause 4 (Services and fees)`.
    pub(crate) fn named(&self, reference: &str, title: &str) -> String {
        self.named.replace("{reference}", reference).replace("{title}", title)
    }

    /// A reference to a paragraph of an annex: `paragraph A.1`.
    pub(crate) fn annex_paragraph(&self, number: &str) -> String {
        self.annex_paragraph.replace("{number}", number)
    }
}
