//! PagerDuty's bodies, its Terraform resources, and the script that sends them.

use super::{expected, python, run};

#[test]
fn bodies_are_valid_terraform_says_the_same_and_the_script_sends_them() {
    let folders = expected("pagerduty", "apply.sh").into_iter().filter_map(|path| path.parent().map(ToOwned::to_owned));
    run(python("pagerduty.py").args(folders));
}
