//! What a lawyer asks of every agreement.

use crate::model::{
    Assignment, Assistance, AssistancePrice, At, Audit, AuditCost, Backups, BreachNotice, ChangeOfControl,
    Confidentiality, Continuity, ContinuityTests, ControlTermination, Cycle, DataProtection, Deletion, Exit,
    ForceMajeure, ForceMajeureEnd, HandOver, Liability, LiabilityAmount, LiabilityCap, MayAssign, MayShare, Name,
    NoticeReceived, NoticeWay, Notices, Objection, Prose, Receipt, Signature, SignatureForm, Subcontractors,
    SubcontractorsAllowed, Survival, Volume,
};
use crate::resolve::context::Context;
use crate::resolve::section::Sections;
use crate::resolve::value::{nth_text, prose, proses, text, texts};
use crate::syntax::tree::{Kind, Line, Node};

use super::free::section_of;

/// The sections that most agreements share.
pub(in crate::resolve) struct Law {
    pub(in crate::resolve) liability: Option<Liability>,
    pub(in crate::resolve) force_majeure: Option<ForceMajeure>,
    pub(in crate::resolve) notices: Option<Notices>,
    pub(in crate::resolve) audit: Option<Audit>,
    pub(in crate::resolve) subcontractors: Option<Subcontractors>,
    pub(in crate::resolve) data_protection: Option<DataProtection>,
    pub(in crate::resolve) continuity: Vec<Continuity>,
    pub(in crate::resolve) confidentiality: Option<Confidentiality>,
    pub(in crate::resolve) assignment: Option<Assignment>,
    pub(in crate::resolve) change_of_control: Option<ChangeOfControl>,
    pub(in crate::resolve) signature: Option<Signature>,
    pub(in crate::resolve) exit: Option<Exit>,
    pub(in crate::resolve) survival: Option<Survival>,
}

/// All of them that the spec has.
pub(in crate::resolve) fn law(sections: Sections, context: &mut Context) -> Law {
    Law {
        liability: sections.one(Kind::liability).map(|line| liability(line, context)),
        force_majeure: sections.one(Kind::force_majeure).map(|line| force_majeure(line, context)),
        notices: sections.one(Kind::notices).map(|line| notices(line, context)),
        audit: sections.one(Kind::audit).and_then(|line| audit(line, context)),
        subcontractors: sections.one(Kind::subcontractors).map(|line| subcontractors(line, context)),
        data_protection: sections.one(Kind::data_protection).map(|line| data_protection(line, context)),
        continuity: sections.all(Kind::continuity).map(|line| continuity(line, context)).collect(),
        confidentiality: sections.one(Kind::confidentiality).map(|line| confidentiality(line, context)),
        assignment: sections.one(Kind::assignment).map(|line| assignment(line, context)),
        change_of_control: sections.one(Kind::change_of_control).map(|line| change_of_control(line, context)),
        signature: sections.one(Kind::signature).map(|line| signature(line, context)),
        exit: sections.one(Kind::exit).map(|line| exit(line, context)),
        survival: sections.one(Kind::survival).map(|line| survival(line, context)),
    }
}

fn bare(name: At<Name>) -> Name {
    name.value
}

fn liability(section: &Line, context: &mut Context) -> Liability {
    let cap = section.child(Kind::capped_at).and_then(|line| {
        let part = line.node.get(Kind::liability_amount)?;
        let amount = match context.percent(part) {
            Some(share) => LiabilityAmount::ShareOfFees {
                share: share.value,
                paid: part.text.contains("fees paid"),
                within: context.duration(part)?.value,
            },
            None => LiabilityAmount::Amount(context.money(part)?.value),
        };
        let each: Option<Cycle> = context.cycle(&line.node);
        Some(LiabilityCap { amount, each, origin: line.span().into() })
    });
    let towards = section.child(Kind::credits_towards_cap);
    let not_limited: Vec<Prose> = section.children_of(Kind::not_limited).flat_map(|line| proses(&line.node)).collect();
    Liability {
        cap,
        credits_count: towards.map(|line| !line.node.has(Kind::negation)),
        not_limited,
        origin: section.span().into(),
    }
}

fn force_majeure(section: &Line, context: &mut Context) -> ForceMajeure {
    let end = |line: &Line, context: &mut Context| {
        Some(ForceMajeureEnd { who: context.who(&line.node)?, after: context.duration(&line.node)?.value })
    };
    ForceMajeure {
        term: context.name(&section.node, Kind::term).map(bare),
        notice: section.child(Kind::notice_within).and_then(|line| context.duration(&line.node)).map(|at| at.value),
        ends: section.children_of(Kind::ends_after).filter_map(|line| end(line, context)).collect(),
        not_covered: section.children_of(Kind::does_not_cover).flat_map(|line| proses(&line.node)).collect(),
        mitigate: section.child(Kind::duty_to_mitigate).is_some(),
        origin: section.span().into(),
    }
}

fn notices(section: &Line, context: &mut Context) -> Notices {
    let received = |line: &Line, context: &mut Context| {
        let way = notice_way(line.node.get(Kind::notice_way)?);
        let words = &line.node.text;
        let when = match context.duration(&line.node) {
            Some(time) => Receipt::After(time.value),
            None if words.ends_with("delivery") => Receipt::OnDelivery,
            None if words.ends_with("sending") => Receipt::OnSending,
            None => Receipt::NextBusinessDay,
        };
        Some(NoticeReceived { way, when })
    };
    let strings = |kind: Kind| {
        section.children_of(kind).flat_map(|line| texts(&line.node)).map(|text| text.value).collect::<Vec<_>>()
    };
    Notices {
        ways: section
            .children_of(Kind::notice_by)
            .flat_map(|line| line.node.all(Kind::notice_way))
            .map(notice_way)
            .collect(),
        received: section.children_of(Kind::notice_received).filter_map(|line| received(line, context)).collect(),
        not_by_email: strings(Kind::not_by_email),
        copies: strings(Kind::notice_copy),
        origin: section.span().into(),
    }
}

fn notice_way(node: &Node) -> NoticeWay {
    if let Some(words) = text(node) {
        return NoticeWay::Other(words.value);
    }
    match node.text.as_str() {
        "email" => NoticeWay::Email,
        "courier" => NoticeWay::Courier,
        "registered post" => NoticeWay::RegisteredPost,
        "hand" => NoticeWay::Hand,
        _ => NoticeWay::Post,
    }
}

fn audit(section: &Line, context: &mut Context) -> Option<Audit> {
    let child = |kind: Kind| section.child(kind).map(|line| &line.node);
    Some(Audit {
        by: context.name(&section.node, Kind::party).map(bare)?,
        also_by: section.node.all(Kind::string).map(|part| part.text.clone()).collect(),
        limit_unless: child(Kind::audit_limit).and_then(prose).map(|unless| unless.value),
        limit: child(Kind::audit_limit)
            .and_then(|node| Some(Volume { count: context.integer(node)?, each: context.cycle(node)? })),
        notice: child(Kind::audit_notice).and_then(|node| context.duration(node)).map(|notice| notice.value),
        during: child(Kind::audit_during)
            .and_then(|node| node.get(Kind::calendar_ref))
            .and_then(|part| context.calendar_ref_of(part))
            .map(|calendar| calendar.value),
        paid_by: child(Kind::audit_cost).and_then(|node| {
            let party = context.name(node, Kind::party).map(bare)?;
            Some(AuditCost { party, unless: prose(node).map(|unless| unless.value) })
        }),
        scope: child(Kind::audit_scope).and_then(prose).map(|scope| scope.value),
        origin: section.span().into(),
    })
}

fn subcontractors(section: &Line, context: &mut Context) -> Subcontractors {
    let child = |kind: Kind| section.child(kind).map(|line| &line.node);
    let allowed = child(Kind::sub_allowed).and_then(|node| {
        if node.has(Kind::party) {
            return context.name(node, Kind::party).map(bare).map(SubcontractorsAllowed::WithConsent);
        }
        if node.has(Kind::duration) {
            return context.duration(node).map(|notice| SubcontractorsAllowed::WithNotice(notice.value));
        }
        Some(SubcontractorsAllowed::Freely)
    });
    Subcontractors {
        allowed,
        listed_in: child(Kind::sub_listed).and_then(text).map(|document| document.value),
        liable: child(Kind::sub_liable).and_then(|node| context.name(node, Kind::party)).map(bare),
        objection: child(Kind::sub_object).and_then(|node| {
            let party = context.name(node, Kind::party).map(bare)?;
            Some(Objection { party, within: context.duration(node)?.value })
        }),
        origin: section.span().into(),
    }
}

fn data_protection(section: &Line, context: &mut Context) -> DataProtection {
    let child = |kind: Kind| section.child(kind).map(|line| &line.node);
    DataProtection {
        under: child(Kind::data_under).and_then(text).map(|document| document.value),
        breach_notice: child(Kind::breach_notice).and_then(|node| {
            let within = context.duration(node)?.value;
            Some(BreachNotice { within, party: context.name(node, Kind::party).map(bare)? })
        }),
        stays_in: child(Kind::data_stays).and_then(text).map(|place| place.value),
        origin: section.span().into(),
    }
}

fn continuity(section: &Line, context: &mut Context) -> Continuity {
    let child = |kind: Kind| section.child(kind).map(|line| &line.node);
    Continuity {
        services: context.names(&section.node, Kind::service).into_iter().map(bare).collect(),
        recovery_time: child(Kind::recovery_time).and_then(|node| context.duration(node)),
        recovery_point: child(Kind::recovery_point).and_then(|node| context.duration(node)),
        backups: child(Kind::continuity_backups).and_then(|node| {
            let every = context.nth_duration(node, 0)?.value;
            Some(Backups { every, kept: context.nth_duration(node, 1).map(|kept| kept.value) })
        }),
        tests: child(Kind::continuity_tested).and_then(|node| {
            let every = context.duration(node)?.value;
            Some(ContinuityTests { every, results_to: context.name(node, Kind::party).map(bare) })
        }),
        origin: section.span().into(),
    }
}

fn confidentiality(section: &Line, context: &mut Context) -> Confidentiality {
    let share = |line: &Line, context: &mut Context| {
        let party = context.name(&line.node, Kind::party).map(bare)?;
        Some(MayShare { party, with: text(&line.node)?.value })
    };
    Confidentiality {
        reports: section.child(Kind::reports_confidential).is_some(),
        may_share: section.children_of(Kind::may_share).filter_map(|line| share(line, context)).collect(),
        after_end: section
            .child(Kind::confidential_for)
            .and_then(|line| context.duration(&line.node))
            .map(|time| time.value),
        origin: section.span().into(),
    }
}

fn assignment(section: &Line, context: &mut Context) -> Assignment {
    let may = |line: &Line, context: &mut Context| {
        let who = context.who(&line.node)?;
        let notice = context.duration(&line.node).map(|notice| notice.value);
        Some(MayAssign { who, to: text(&line.node)?.value, notice })
    };
    Assignment {
        consent: section.child(Kind::assign_consent).is_some(),
        may: section.children_of(Kind::may_assign).filter_map(|line| may(line, context)).collect(),
        origin: section.span().into(),
    }
}

fn change_of_control(section: &Line, context: &mut Context) -> ChangeOfControl {
    let child = |kind: Kind| section.child(kind).map(|line| &line.node);
    ChangeOfControl {
        notice: child(Kind::control_notice).and_then(|node| context.duration(node)).map(|notice| notice.value),
        terminate: child(Kind::control_terminate).and_then(|node| {
            Some(ControlTermination { who: context.who(node)?, within: context.duration(node)?.value })
        }),
        origin: section.span().into(),
    }
}

fn signature(section: &Line, context: &mut Context) -> Signature {
    let form = section.child(Kind::signature_form);
    if form.is_none() {
        context.missing(
            Some(section.span()),
            "nothing says which form the signature has",
            "add `wet ink`, `electronic`, `advanced electronic` or `qualified electronic`",
        );
    }
    let form = match form.map(|line| line.node.text.as_str()) {
        Some("wet ink") => SignatureForm::WetInk,
        Some("advanced electronic") => SignatureForm::AdvancedElectronic,
        Some("qualified electronic") => SignatureForm::QualifiedElectronic,
        _ => SignatureForm::Electronic,
    };
    let originals = section.child(Kind::signature_copies).and_then(|line| context.integer(&line.node));
    Signature { form, originals, origin: section.span().into() }
}

fn exit(section: &Line, context: &mut Context) -> Exit {
    let party = |node: &Node, context: &mut Context| context.name(node, Kind::party).map(bare);
    let hand_over = |line: &Line, context: &mut Context| {
        Some(HandOver {
            party: party(&line.node, context)?,
            what: prose(&line.node)?.value,
            format: nth_text(&line.node, 1).map(|format| format.value),
            within: context.duration(&line.node)?.value,
        })
    };
    let deletion = |line: &Line, context: &mut Context| {
        Some(Deletion {
            party: party(&line.node, context)?,
            what: prose(&line.node)?.value,
            within: context.duration(&line.node)?.value,
        })
    };
    let assistance = |line: &Line, context: &mut Context| {
        let price = match text(&line.node) {
            Some(rates) => Some(AssistancePrice::At(rates.value)),
            None => line.node.text.ends_with("free of charge").then_some(AssistancePrice::Free),
        };
        Some(Assistance { party: party(&line.node, context)?, time: context.duration(&line.node)?.value, price })
    };
    Exit {
        hand_over: section.children_of(Kind::hands_over).filter_map(|line| hand_over(line, context)).collect(),
        deletions: section.children_of(Kind::deletes).filter_map(|line| deletion(line, context)).collect(),
        assistance: section.children_of(Kind::assistance).filter_map(|line| assistance(line, context)).collect(),
        origin: section.span().into(),
    }
}

fn survival(section: &Line, context: &mut Context) -> Survival {
    let lines = || section.children_of(Kind::survives);
    let words = lines().flat_map(|line| line.node.all(Kind::section_word).collect::<Vec<_>>());
    let time = lines().find_map(|line| context.duration(&line.node)).map(|time| time.value);
    Survival {
        sections: words.filter_map(|part| section_of(part, context)).collect(),
        time,
        origin: section.span().into(),
    }
}
