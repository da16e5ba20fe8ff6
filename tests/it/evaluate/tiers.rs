//! The algebra of bands and steps, against every figure of a grid so fine that each stretch between two limits has one.

use proptest::prelude::*;
use servanda::evaluate::reached;
use servanda::evaluate::tiers::{Tiers, bound_by_no_figure, cut_by_caps};
use servanda::model::{
    Agreement, Award, Band, BandEdge, BandFigure, Cap, CapAmount, Comparator, CreditRule, Percent, Quantity,
    StepCredit, StepFrom,
};

use super::meanings::spec_with;
use crate::support::repeatable;

/// The agreement of the page on meanings, with another target for its level `Uptime` and these remedies.
fn agreement(target: &str, penalties: &str) -> Agreement {
    let spec = spec_with(&format!("penalties\n  {penalties}\n"), target);
    spec.agreement().unwrap_or_else(|| panic!("{:#?}", spec.report.diagnostics)).clone()
}

fn rule(agreement: &Agreement) -> &CreditRule {
    &agreement.penalties.as_ref().expect("remedies").credits[0]
}

fn of(agreement: &Agreement) -> Tiers<'_> {
    Tiers::of(agreement, rule(agreement), &agreement.levels[0]).expect("bands")
}

fn shown(figure: Option<Quantity>) -> Option<String> {
    figure.map(|figure| figure.to_string())
}

/// So many eighths of a percent.
fn eighths(count: u32) -> Percent {
    format!("{}.{:03}%", count / 8, count % 8 * 125).parse().expect("a percentage")
}

fn quarters(count: u32) -> Percent {
    eighths(count * 2)
}

/// What a figure gives, as a whole number, counted step by step.
fn paid(rule: &CreditRule, figure: Percent) -> i128 {
    let number = |percent: Percent| {
        let (part, whole) = percent.fraction();
        part * 1_000_000_000_000 / whole
    };
    let share = |award: &Award| if let Award::Share(share) = award { number(*share) } else { 0 };
    let mut sum = reached(&rule.bands, figure).map_or(0, |band| share(&band.award));
    for step in &rule.steps {
        let (StepFrom::Below(from) | StepFrom::Above(from), Quantity::Percent(length)) = (&step.from, &step.step)
        else {
            continue;
        };
        let Quantity::Percent(from) = from else { continue };
        let down = matches!(step.from, StepFrom::Below(_));
        let mut away = if down { number(*from) - number(figure) } else { number(figure) - number(*from) };
        while away > 0 && (!step.full || away >= number(*length)) {
            sum += share(&step.award);
            away -= number(*length);
        }
    }
    sum
}

fn rules() -> impl Strategy<Value = (u32, CreditRule, bool)> {
    let edge = any::<bool>();
    // Limits are whole quarters from 90% to 100%, the grid below has eighths.
    let bands = prop::collection::vec((edge, 360_u32..=400, 1_u32..6), 1..4);
    let steps = prop::collection::vec((any::<bool>(), 360_u32..=400, 1_u32..9, 1_u32..4), 0..2);
    (360_u32..=400, bands, steps, any::<bool>()).prop_map(|(target, bands, steps, down)| {
        let agreement = agreement("at least 99%", "credits for Uptime from the fee of API\n    below 99% credit 1%");
        let mut rule = rule(&agreement).clone();
        let template: Band = rule.bands[0].clone();
        let mut limits = Vec::new();
        rule.bands = bands
            .into_iter()
            .filter(|(strict, limit, _)| {
                let new = !limits.contains(&(*strict, *limit));
                limits.push((*strict, *limit));
                new
            })
            .map(|(strict, limit, share)| {
                let mut band = template.clone();
                band.figure = BandFigure::Level;
                band.edge = match (strict, down) {
                    (true, true) => BandEdge::Below,
                    (false, true) => BandEdge::AtOrBelow,
                    (true, false) => BandEdge::Above,
                    (false, false) => BandEdge::AtOrAbove,
                };
                band.limit.value = Quantity::Percent(quarters(limit));
                band.award = Award::Share(quarters(share * 8));
                band
            })
            .collect();
        rule.steps = steps
            .into_iter()
            .map(|(full, from, length, share)| StepCredit {
                step: Quantity::Percent(quarters(length)),
                full,
                from: if down {
                    StepFrom::Below(Quantity::Percent(quarters(from)))
                } else {
                    StepFrom::Above(Quantity::Percent(quarters(from)))
                },
                beyond: None,
                award: Award::Share(quarters(share)),
                origin: template.origin,
            })
            .collect();
        (target, rule, down)
    })
}

proptest! {
    #![proptest_config(repeatable(300))]

    /// Each answer is yes where a figure of the grid says so, and each counterexample is one.
    #[test]
    fn tiers_say_what_every_figure_says((target, rule, down) in rules()) {
        let mut agreement = agreement(
            &format!("at least {}", quarters(target)),
            "credits for Uptime from the fee of API\n    below 99% credit 1%",
        );
        if !down {
            // An uptime that must stay low: only for the sake of the numbers.
            agreement.levels[0].target.as_mut().expect("a target").comparator = Comparator::AtMost;
        }
        let tiers = Tiers::of(&agreement, &rule, &agreement.levels[0]).expect("bands");
        let threshold = quarters(target);
        let met = |figure: Percent| if down { figure >= threshold } else { figure <= threshold };
        let grid: Vec<Percent> =
            (0..=800).map(eighths).collect();
        let percent = |figure: Quantity| if let Quantity::Percent(figure) = figure { figure } else { panic!("a share") };

        let met_and_paid = |figure: &Percent| met(*figure) && paid(&rule, *figure) > 0;
        let found = tiers.pays_when_met().map(percent);
        prop_assert_eq!(found.is_some(), grid.iter().any(met_and_paid), "{:?}", found);
        prop_assert!(found.as_ref().is_none_or(met_and_paid));

        let missed_and_unpaid = |figure: &Percent| !met(*figure) && paid(&rule, *figure) == 0;
        let found = tiers.gap().map(percent);
        prop_assert_eq!(found.is_some(), grid.iter().any(missed_and_unpaid), "{:?}", found);
        prop_assert!(found.as_ref().is_none_or(missed_and_unpaid));

        let mut worse: Vec<Percent> = grid.iter().copied().filter(|figure| !met(*figure)).collect();
        if down {
            worse.reverse();
        }
        let falls = worse.windows(2).any(|pair| paid(&rule, pair[1]) < paid(&rule, pair[0]));
        let found = tiers.not_monotone().map(|(better, worse)| (percent(better), percent(worse)));
        prop_assert_eq!(found.is_some(), falls, "{:?} {:?}", found, &rule);
        if let Some((better, worse)) = found {
            prop_assert_eq!(worse < better, down);
            prop_assert!(!met(better) && !met(worse) && paid(&rule, worse) < paid(&rule, better), "{} {}", better, worse);
        }

        let pieces = tiers.pieces();
        for figure in &grid {
            let inside = |end: &Option<(Quantity, bool)>, below: bool| end.as_ref().is_none_or(|(limit, included)| {
                let limit = percent(limit.clone());
                if below { limit < *figure || *included && limit == *figure } else { *figure < limit || *included && limit == *figure }
            });
            let within: Vec<_> =
                pieces.iter().filter(|piece| inside(&piece.from, true) && inside(&piece.to, false)).collect();
            prop_assert_eq!(within.len(), 1);
            prop_assert_eq!(within[0].band, reached(&rule.bands, *figure));
        }
        for (band, only) in tiers.overlapped() {
            let reach: Vec<_> = grid.iter().filter(|figure| reached(&rule.bands, **figure) == Some(band)).collect();
            prop_assert_eq!(reach.len(), usize::from(only.is_some()));
        }
    }
}

proptest! {
    #![proptest_config(repeatable(300))]

    /// Saturation: a cap cuts exactly the bands that some figure reaches with more than the cap, and a cap that is told
    /// to be reached by no figure is above what each figure gives. `paid` counts what a figure gives by itself.
    #[test]
    fn caps_cut_what_figures_say((target, rule, down) in rules(), cap in 1_u32..=60, cycle in any::<bool>()) {
        let mut agreement = agreement(
            &format!("at least {}", quarters(target)),
            "credits for Uptime from the fee of API\n    below 99% credit 1%\n    at most 10% of the fee of API each month",
        );
        if !down {
            agreement.levels[0].target.as_mut().expect("a target").comparator = Comparator::AtMost;
        }
        let share = quarters(cap);
        let mut rule = rule;
        let own = &mut agreement.penalties.as_mut().expect("remedies").credits[0];
        let CapAmount::Share { of, .. } = &own.caps[0].amount else { panic!("a share") };
        // Where no cycle is said, it is that of the level.
        let each = own.caps[0].each.filter(|_| cycle);
        rule.caps = vec![Cap { amount: CapAmount::Share { share, of: of.clone() }, each, ..own.caps[0].clone() }];
        let threshold = quarters(target);
        let met = |figure: &Percent| if down { *figure >= threshold } else { *figure <= threshold };
        let number = |percent: Percent| {
            let (part, whole) = percent.fraction();
            part * 1_000_000_000_000 / whole
        };
        let most = (0..=800).map(eighths).filter(|figure| !met(figure)).map(|figure| paid(&rule, figure)).max();
        if cycle {
            let told = bound_by_no_figure(&agreement, &rule, &rule.caps[0]);
            let greatest = most.unwrap_or(0);
            prop_assert_eq!(told, greatest > 0 && greatest < number(share), "{} {}", greatest, number(share));
        }
        let cut: Vec<_> = cut_by_caps(&agreement, &rule).into_iter().map(|cut| cut.band.clone()).collect();
        let above = |band: &&Band| matches!(band.award, Award::Share(award) if number(award) > number(share));
        prop_assert_eq!(cut, rule.bands.iter().filter(above).cloned().collect::<Vec<_>>());
    }
}

#[test]
fn known_defects_are_found_with_a_figure() {
    let below = |bands: &str| format!("credits for Uptime from the fee of API\n{bands}");
    let gap = |target: &str, bands: &str| shown(of(&agreement(target, &below(bands))).gap());
    assert_eq!(gap("at least 98%", "    below 97.99% credit 5%").as_deref(), Some("97.995%"));
    assert_eq!(
        gap("at least 98%\n    rounded down to 2 decimals", "    below 97.99% credit 5%").as_deref(),
        Some("97.99%")
    );
    assert_eq!(gap("at least 98%\n    rounded down to 2 decimals", "    at or below 97.99% credit 5%"), None);
    assert_eq!(gap("at least 99%", "    below 99% credit 5%"), None);
    assert_eq!(gap("more than 99%", "    below 99% credit 5%").as_deref(), Some("99%"));
    let met = |bands: &str| shown(of(&agreement("at least 99.9%", &below(bands))).pays_when_met());
    assert_eq!(met("    at or below 99.9% credit 5%").as_deref(), Some("99.9%"));
    assert_eq!(met("    below 99.9% credit 5%"), None);
    let falls = |bands: &str| {
        of(&agreement("at least 99.9%", &below(bands))).not_monotone().map(|(one, two)| format!("{one} {two}"))
    };
    assert_eq!(falls("    below 99.9% credit 10%\n    below 99% credit 5%").as_deref(), Some("99% 98.9%"));
    assert_eq!(falls("    below 99.9% credit EUR 100\n    below 99% credit 0.5%").as_deref(), Some("99% 98.9%"));
    assert_eq!(falls("    below 99.9% credit EUR 100\n    below 99% credit 1%"), None);
    let downtime = agreement(
        "at least 99%",
        &below("    above 10 minutes of downtime credit 10%\n    above 4 hours of downtime credit 5%"),
    );
    let falls = of(&downtime).not_monotone().map(|(one, two)| format!("{one}, {two}"));
    assert_eq!(falls.as_deref(), Some("240 minutes, 241 minutes"));
}

#[test]
fn caps_that_cut_and_caps_that_never_matter_are_told() {
    let of_rule = |own: &str| {
        let text = format!(
            "credits for Uptime from the fee of API\n    below 99% credit 10%\n    below 95% credit 30%\n    {own}"
        );
        let agreement = agreement("at least 99%", &text);
        let rule = rule(&agreement);
        let cut: Vec<String> = cut_by_caps(&agreement, rule).iter().map(|cut| cut.band.limit.to_string()).collect();
        (cut.join(", "), bound_by_no_figure(&agreement, rule, &rule.caps[0]))
    };
    assert_eq!(of_rule("at most 20% of the fee of API each month"), ("95%".into(), false));
    assert_eq!(of_rule("at most 30% of the fee of API each month"), (String::new(), false));
    assert_eq!(of_rule("at most 31% of the fee of API each month"), (String::new(), true));
    assert_eq!(of_rule("at most EUR 500 each month"), ("99%, 95%".into(), false));
    assert_eq!(of_rule("at most EUR 3001 each month"), (String::new(), true));
    assert_eq!(of_rule("at most EUR 3001 each quarter"), (String::new(), false));
    let doubled = "at most 31% of the fee of API each month\n    a miss right after a miss counts 2 times";
    assert!(!of_rule(doubled).1);
}
