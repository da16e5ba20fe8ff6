//! The HTML page as a browser sees it.

use std::process::Command;

use super::{outputs, run};

/// A browser shows the page with its headings and tables, and asks for nothing beside the file.
#[test]
fn a_browser_shows_it() {
    for path in outputs(".html") {
        let shown = run(Command::new("chromium")
            .args(["--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--dump-dom"])
            .arg(format!("file://{}", path.display())));
        assert!(shown.contains("<h1"), "{path:?} shows no title");
        assert!(shown.contains("<table"), "{path:?} shows no table");
        assert!(shown.contains("Content-Security-Policy"), "{path:?} has no policy on content");
        assert!(!shown.contains("<script"), "{path:?} has a script");
        for attribute in ["src=\"http", "src='http", "@import", "url(http"] {
            assert!(!shown.contains(attribute), "{path:?} fetches something: {attribute}");
        }
    }
}
