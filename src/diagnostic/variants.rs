//! What is found in several variants of one spec, said once.

use super::Diagnostic;

/// The findings of all variants in the order of the first variant that has them. What is found in some of them only
/// names these.
pub fn of_variants(variants: Vec<(String, Vec<Diagnostic>)>) -> Vec<Diagnostic> {
    let all = variants.len();
    let mut merged: Vec<(Diagnostic, Vec<String>)> = Vec::new();
    for (name, findings) in variants {
        for finding in findings {
            match merged.iter_mut().find(|(known, _)| *known == finding) {
                Some((_, names)) if !names.contains(&name) => names.push(name.clone()),
                Some(_) => {}
                None => merged.push((finding, vec![name.clone()])),
            }
        }
    }
    let said = merged.into_iter().map(|(mut finding, names)| {
        if names.len() < all {
            let plans = if names.len() == 1 { "plan" } else { "plans" };
            let names: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
            finding.message = format!("in {plans} {}: {}", names.join(", "), finding.message);
        }
        finding
    });
    said.collect()
}
