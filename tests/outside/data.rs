//! Policies as PyYAML, Python's TOML reader and a JSON Schema validator see them.

use std::process::Command;

use super::{expected, outputs, python, root, run};

/// The schema is a good one, each policy satisfies it, and the three formats hold the same values of the
/// same types; so does the policy with all texts that another type could be made of.
#[test]
fn policies_are_valid_and_the_same_in_three_formats() {
    let schema = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("policy.schema.json");
    let text = run(Command::new(env!("CARGO_BIN_EXE_servanda")).arg("schema"));
    std::fs::write(&schema, text).expect("a file in the target folder");
    let mut policies = outputs("policy.json");
    policies.push(root().join("tests/cases/policy/made.json"));
    run(python("policies.py").arg(schema).args(policies));
}

#[test]
fn openslo_is_what_its_specification_says() {
    run(python("openslo.py").args(expected("openslo", "slo.yaml")));
}
