//! A notice that must be given before the term begins.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "notice-longer-than-term",
    severity: Severity::Warning,
    hurts: Hurts::Both,
    why: "nobody can ever give it in time, so the agreement renews or runs on for ever",
    page: include_str!("../../../docs/rules/notice-longer-than-term.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    let period = &agreement.period;
    let Some((_, term)) = term_days(agreement) else { return };
    let too_long = |notice: Duration, limit: i64| days(notice).is_some_and(|(least, _)| least >= limit);
    if let Some(renewal) = &period.renewal
        && let Some(stop) = &renewal.unless
    {
        let renewed = days(renewal.length).map_or(term, |(_, most)| most);
        if too_long(stop.notice, term.min(renewed)) {
            found.at(
                &renewal.origin,
                format!("{} notice is as long as the term itself", stop.notice),
                "shorten the notice",
            );
        }
    }
    for right in &period.terminations {
        if let TerminationGround::Convenience { notice, .. } = right.ground
            && too_long(notice, term)
        {
            found.at(&right.origin, format!("{notice} notice is as long as the term itself"), "shorten the notice");
        }
    }
}
