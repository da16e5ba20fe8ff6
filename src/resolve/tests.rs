//! The examples resolve.

use super::{LoadError, Loader, Options, resolve};
use crate::source::{Source, Sources};

struct Nothing;

impl Loader for Nothing {
    fn load(&mut self, _: &str) -> Result<String, LoadError> {
        Err(LoadError::Missing)
    }
}

#[test]
fn the_north_star_resolves() {
    let text = include_str!("../../examples/north-star.sla");
    let mut sources = Sources::default();
    let main = sources.add(Source::new("north-star.sla", text));
    let resolution = resolve(main, &mut sources, &mut Nothing, &Options::default());
    for diagnostic in &resolution.diagnostics {
        let position =
            diagnostic.span.and_then(|span| sources.get(span.source).map(|s| s.position(span.start as usize)));
        eprintln!("{position:?} {} {:?}", diagnostic.message, diagnostic.help);
    }
    assert_eq!(resolution.agreements.len(), 1);
}
