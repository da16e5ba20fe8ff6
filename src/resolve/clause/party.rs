//! The parties.

use crate::model::{At, Contact, Identity, Parties, Party};
use crate::resolve::clause::heading;
use crate::resolve::context::Context;
use crate::resolve::section::Sections;
use crate::resolve::value::{nth_text, text, texts};
use crate::syntax::tree::{Kind, Line};

/// Both parties; either one missing is an error.
pub(in crate::resolve) fn parties(sections: Sections, context: &mut Context) -> Option<Parties> {
    let lines = sections.lines(Kind::parties);
    let of = |kind: Kind| lines.iter().find(|line| line.kind() == kind);
    let (provider, customer) = (of(Kind::provider), of(Kind::customer));
    if provider.is_none() {
        context.missing(
            sections.span(Kind::parties),
            "the agreement has no provider",
            "below `parties`, add a line such as `provider \"Acme Cloud GmbH\" as Acme`",
        );
    }
    if customer.is_none() {
        context.missing(
            sections.span(Kind::parties),
            "the agreement has no customer",
            "below `parties`, add a line such as `customer \"Globex Corporation\" as Globex`",
        );
    }
    let (provider, customer) = (party(provider?, context)?, party(customer?, context)?);
    if provider.name.value == customer.name.value {
        context.misplaced(
            customer.name.span(),
            format!("both parties are called `{}`", customer.name.value),
            "give the customer a short name of its own",
        );
    }
    Some(Parties { provider, customer })
}

/// The zones that the parties state, each with the party's name: for what runs in the zone of a party.
pub(in crate::resolve) fn zones(sections: Sections, context: &mut Context) {
    let lines = sections.lines(Kind::parties).iter();
    for line in lines.filter(|line| matches!(line.kind(), Kind::provider | Kind::customer)) {
        let Some(name) = Context::new_name(&line.node) else { continue };
        let zone = line.child(Kind::zone).and_then(|line| {
            let zone = heading::zone(&line.node, context)?;
            Some(At::new(zone, line.span()))
        });
        context.party_zones.push((name.value, zone));
    }
}

fn party(line: &Line, context: &Context) -> Option<Party> {
    let name = Context::new_name(&line.node)?;
    let named_in = line.child(Kind::named_in).and_then(|line| text(&line.node));
    let anyone = line.node.get(Kind::anyone).and_then(text);
    let identity = match (anyone, text(&line.node), named_in) {
        (Some(who), _, _) => Identity::AnyoneWho(who.value),
        (None, Some(title), Some(document)) => Identity::NamedIn { title: title.value, document: document.value },
        (None, Some(title), None) => Identity::Named(title.value),
        (None, None, _) => return None,
    };
    let contact = |line: &Line| {
        let address = text(&line.node)?.value;
        Some(Contact { address, purpose: nth_text(&line.node, 1).map(|purpose| purpose.value) })
    };
    let child_text = |kind: Kind| line.child(kind).and_then(|line| text(&line.node));
    Some(Party {
        identity,
        address: child_text(Kind::address),
        zone: context.party_zones.iter().find(|(known, _)| *known == name.value).and_then(|(_, zone)| zone.clone()),
        registered: child_text(Kind::registered),
        notices: line.child(Kind::notices_to).map(|line| texts(&line.node)).unwrap_or_default(),
        signed_by: line.child(Kind::signed_by).map(|line| texts(&line.node)).unwrap_or_default(),
        contacts: line.children_of(Kind::contact).filter_map(contact).collect(),
        consumer: line.child(Kind::as_consumer).is_some(),
        name,
        origin: line.span().into(),
    })
}
