//! How credits are claimed and paid.

use crate::model::{
    Claim, ClaimAnswer, ClaimStart, Duration, Expiry, GoodStanding, Payment, PaymentStart, PaymentWay, Prose, Silence,
};
use crate::resolve::context::Context;
use crate::resolve::value::{proses, text};
use crate::syntax::tree::{Kind, Line, Node};

use super::unit;

/// The claim, if any statement says something about it.
pub(super) fn claim(section: &Line, context: &mut Context) -> Option<Claim> {
    let within = section.child(Kind::claim_within);
    let states = section.child(Kind::claim_states);
    let answer = section.child(Kind::answer_claim);
    let automatic = section.child(Kind::given_without_claim);
    let first = within.or(states).or(answer).or(automatic)?;
    if let (Some(automatic), Some(within)) = (automatic, within) {
        let span = within.span().to(automatic.span());
        context.misplaced(
            if span == within.span() { automatic.span() } else { within.span() },
            "credits are given without a claim, and yet a claim has a deadline",
            "keep one of the two lines",
        );
    }
    let states: Vec<Prose> = states.map(|line| proses(&line.node)).unwrap_or_default();
    Some(Claim {
        automatic: automatic.is_some(),
        within: within.and_then(|line| context.duration(&line.node)),
        after: within.and_then(|line| claim_start(line.node.get(Kind::claim_start)?)),
        states,
        answer: answer.and_then(|line| answer_of(line, context)),
        origin: first.span().into(),
    })
}

fn claim_start(node: &Node) -> Option<ClaimStart> {
    if let Some(words) = text(node) {
        return Some(ClaimStart::Words(words.value));
    }
    if node.has(Kind::calendar_unit) {
        return unit(node).map(ClaimStart::EndOf);
    }
    Some(if node.text.ends_with("report") { ClaimStart::Report } else { ClaimStart::Incident })
}

fn answer_of(line: &Line, context: &mut Context) -> Option<ClaimAnswer> {
    let silence = match line.node.get(Kind::silence) {
        Some(part) if part.text.ends_with("refusal") => Silence::Refusal,
        _ => Silence::Acceptance,
    };
    Some(ClaimAnswer {
        party: context.name(&line.node, Kind::party)?.value,
        within: context.duration(&line.node)?.value,
        silence,
    })
}

/// The payment, if any statement says something about it.
pub(super) fn payment(section: &Line, context: &mut Context) -> Option<Payment> {
    let pay = section.child(Kind::pay);
    let never_in_cash = section.child(Kind::never_in_cash);
    let expires = section.child(Kind::expires);
    let unused = section.child(Kind::refund_never);
    let first = pay.or(never_in_cash).or(expires).or(unused)?;
    let way = match pay.and_then(|line| line.node.get(Kind::payment_way)).map(|part| part.text.as_str()) {
        Some("bank transfer") => PaymentWay::BankTransfer,
        Some("credit note") => PaymentWay::CreditNote,
        _ => PaymentWay::NextInvoice,
    };
    let after = pay.and_then(|line| line.node.get(Kind::pay_start)).and_then(|part| {
        if part.has(Kind::calendar_unit) {
            return unit(part).map(PaymentStart::EndOf);
        }
        Some(if part.text.ends_with("claim") { PaymentStart::Claim } else { PaymentStart::Report })
    });
    Some(Payment {
        way,
        within: pay.and_then(|line| context.duration(&line.node)).map(|within| within.value),
        after,
        never_in_cash: never_in_cash.is_some(),
        expires: expires.and_then(|line| expiry(line, context)),
        unused_paid_at_end: unused.is_some(),
        origin: first.span().into(),
    })
}

fn expiry(line: &Line, context: &mut Context) -> Option<Expiry> {
    if line.node.has(Kind::duration) {
        let after: Duration = context.duration(&line.node)?.value;
        return Some(Expiry::After(after));
    }
    Some(Expiry::AtEnd)
}

/// Credits only while no invoice is overdue.
pub(super) fn good_standing(line: &Line, context: &mut Context) -> GoodStanding {
    GoodStanding {
        undisputed_only: line.node.text.contains("undisputed"),
        overdue_by: context.duration(&line.node).map(|time| time.value),
        after_reminder: line.node.text.ends_with("reminder"),
        origin: line.span().into(),
    }
}
