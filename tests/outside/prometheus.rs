//! Rules and routes as Prometheus' own tools and server see them.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::{expected, python, root, run};

fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("a folder");
    folder
}

#[test]
fn promtool_takes_every_rule_file() {
    run(Command::new("promtool").args(["check", "rules"]).args(expected("prometheus", "rules.yaml")));
}

#[test]
fn amtool_takes_every_configuration() {
    run(Command::new("amtool").arg("check-config").args(expected("alertmanager", "alertmanager.yaml")));
}

/// Two days, with a level that is missed and one that is not.
#[test]
fn promtool_sees_alerts_before_a_miss_and_none_without() {
    let folder = folder("prometheus-days");
    let here = root().join("tests/outside/prometheus");
    run(Command::new(env!("CARGO_BIN_EXE_servanda"))
        .args(["export", "--to", "prometheus"])
        .arg(here.join("days.sla"))
        .arg("--names")
        .arg(here.join("names.toml"))
        .arg("--out")
        .arg(&folder));
    std::fs::copy(folder.join("days.export/prometheus/rules.yaml"), folder.join("rules.yaml")).expect("rules");
    std::fs::copy(here.join("days.test.yaml"), folder.join("days.test.yaml")).expect("a test");
    run(Command::new("promtool").args(["test", "rules", "days.test.yaml"]).current_dir(&folder));
}

/// A year of minutes in a real server, with several kinds of outages.
#[test]
fn a_year_of_outages_is_counted_as_the_contract_counts_and_alerts_come_first() {
    let folder = folder("prometheus-year");
    run(python("prometheus/year.py").arg(env!("CARGO_BIN_EXE_servanda")).arg(folder));
}
