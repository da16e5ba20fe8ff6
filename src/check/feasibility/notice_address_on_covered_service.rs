//! A notice that goes to a mailbox on the service that the agreement covers.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "notice-address-on-covered-service",
    severity: Severity::Warning,
    hurts: Hurts::Both,
    why: "the notice about an outage waits for the end of the outage, and its time runs",
    page: include_str!("../../../docs/rules/notice-address-on-covered-service.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    let covered_services = covered_services(agreement);
    for party in [&agreement.parties.provider, &agreement.parties.customer] {
        let is_email = |address: &&At<String>| address.contains('@') && !address.trim().contains(' ');
        if party.notices.is_empty() || !party.notices.iter().all(|address| is_email(&address)) {
            continue;
        }
        // The customer's mail is on the mail service that it buys.
        let covered = |address: &str| {
            covered_services.iter().copied().find(|service| {
                stands_on(address, service) && is_mail(service)
                    || party.name.value == *customer(agreement) && is_mail(service)
            })
        };
        let covered: Option<Vec<_>> =
            party.notices.iter().map(|address| covered(address).map(|of| (address, of))).collect();
        if let Some((address, service)) = covered.as_ref().and_then(|all| all.first()) {
            found.at(
                *address,
                format!("notices to `{}` arrive on `{}`, which may be down", party.name, service.name),
                "add a postal address: `notices \"…\", \"1 Main Street, Springfield\"`",
            );
            found.related(&service.name, "the service that may be down");
        }
    }
}
