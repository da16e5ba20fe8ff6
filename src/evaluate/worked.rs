//! The examples in a spec, computed anew: `for example 96.5%, 98.5%, 96.5% gives 3, 2, 6 points`.

use num_traits::{CheckedAdd, CheckedDiv, CheckedMul, CheckedSub, Zero};

use super::credits::{beyond, cycle_fee, reached_by, share_of};
use super::formula::{Exact, Observations, exact, fraction, measure, rounded, value};
use crate::model::{
    Agreement, Award, BandFigure, CapAmount, Comparator, CreditRule, Cycle, Duration, Fee, FeeBase, FeeUnit, Indicator,
    Level, Metric, Money, Name, Number, Percent, Quantity, StepFrom, WorkedExample,
};
use crate::source::Span;

/// An example that does not hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrongExample {
    /// Where it stands.
    pub span: Span,
    /// What the statements above it give, in its own units; none where they do not settle it.
    pub gives: Option<Vec<String>>,
}

/// All examples of an agreement whose results are not what its statements give.
pub fn wrong_examples(agreement: &Agreement) -> Vec<WrongExample> {
    let mut wrong = Vec::new();
    let mut hold = |examples: &[WorkedExample], gives: &dyn Fn(&WorkedExample) -> Option<Vec<Exact>>| {
        for example in examples {
            let computed = gives(example);
            if computed.as_ref().is_none_or(|values| !agrees(example, values)) {
                let gives = computed.map(|values| values.iter().zip(spelled_like(example)).map(print).collect());
                wrong.push(WrongExample { span: example.origin.0, gives });
            }
        }
    };
    for metric in &agreement.metrics {
        hold(&metric.examples, &|example| metric_gives(metric, example));
    }
    for level in &agreement.levels {
        if let Indicator::Custom { metric, examples } = &level.indicator {
            let metric = agreement.metrics.iter().find(|known| known.name.value == *metric);
            hold(examples, &|example| metric_gives(metric?, example));
        }
    }
    for rule in agreement.penalties.iter().flat_map(|penalties| &penalties.credits) {
        hold(&rule.examples, &|example| rule_gives(agreement, rule, example));
    }
    wrong
}

/// One value for each input of the metric, in the order in which it names them.
fn metric_gives(metric: &Metric, example: &WorkedExample) -> Option<Vec<Exact>> {
    if example.given.len() != metric.inputs.len() {
        return None;
    }
    let inputs = metric.inputs.iter().map(|input| input.name.value.as_str().to_owned());
    let from = Observations::of(inputs.zip(example.given.iter().map(measure)));
    value(&metric.formula, &from).or_else(|| metric.empty_is.map(fraction)).map(|value| vec![value])
}

/// What each of some cycles in a row gives, by its figure.
fn rule_gives(agreement: &Agreement, rule: &CreditRule, example: &WorkedExample) -> Option<Vec<Exact>> {
    let level = agreement.level(&rule.levels.first()?.value)?;
    let mut missed_before = false;
    let mut gives = Vec::new();
    for figure in &example.given {
        let single = award(agreement, rule, level, figure)?;
        let missed = !single.is_zero();
        let times = rule.repeat_multiplier.filter(|_| missed && missed_before).map_or(Exact::from_integer(1), exact);
        gives.push(limited(agreement, rule, level, single.checked_mul(&times)?, example)?);
        missed_before = missed;
    }
    Some(gives)
}

/// What a figure gives by bands and steps, which add up.
fn award(agreement: &Agreement, rule: &CreditRule, level: &Level, figure: &Quantity) -> Option<Exact> {
    let worth = |award: &Award| worth(agreement, rule, level, award);
    let mut sum = Exact::zero();
    let of_level = rule.bands.first().is_none_or(|band| band.figure == BandFigure::Level);
    if !(of_level && is_met(level, figure)) {
        if let Some(band) = reached_by(&rule.bands, figure) {
            sum = sum.checked_add(&worth(&band.award)?)?;
        }
        for step in &rule.steps {
            let away = match &step.from {
                StepFrom::Below(from) => measure(from).checked_sub(&measure(figure))?,
                StepFrom::Above(from) => measure(figure).checked_sub(&measure(from))?,
                StepFrom::Downtime | StepFrom::Outage => {
                    if step.beyond.is_some_and(|beyond| beyond.allowance) {
                        return None;
                    }
                    let before = step.beyond.and_then(|beyond| beyond.time);
                    let before = before.map_or(Exact::zero(), |time| measure(&Quantity::Duration(time)));
                    measure(figure).checked_sub(&before)?
                }
            };
            let steps = away.checked_div(&measure(&step.step))?;
            let steps = if step.full { steps.floor() } else { steps.ceil() };
            if steps > Exact::zero() {
                sum = sum.checked_add(&steps.checked_mul(&worth(&step.award)?)?)?;
            }
        }
    }
    for late in &rule.late {
        let late_by = measure(figure).checked_div(&Exact::from_integer(i128::from(late.unit.milliseconds()?)))?;
        let units = if late.full { late_by.floor() } else { late_by.ceil() };
        sum = sum.checked_add(&units.checked_mul(&worth(&late.award)?)?)?;
    }
    if let (false, Quantity::Duration(late)) = (rule.beyond.is_empty(), figure) {
        sum = sum.checked_add(&beyond(rule, late.count, &|award| worth(award))?)?;
    }
    Some(sum)
}

/// Whether a figure keeps the target of a level.
fn is_met(level: &Level, figure: &Quantity) -> bool {
    // Where more is expected than promised, only that leaves nothing to credit.
    let Some(target) = level.expected.as_ref().or(level.target.as_ref()) else { return false };
    let (figure, threshold) = (measure(figure), measure(&target.threshold));
    match target.comparator {
        Comparator::AtLeast => figure >= threshold,
        Comparator::MoreThan => figure > threshold,
        Comparator::AtMost => figure <= threshold,
        Comparator::LessThan => figure < threshold,
    }
}

/// What an award is worth, in its own unit: a share as a fraction, money in minor units, service in
/// milliseconds, points.
fn worth(agreement: &Agreement, rule: &CreditRule, level: &Level, award: &Award) -> Option<Exact> {
    Some(match award {
        Award::Share(share) => fraction(*share),
        Award::Amount(amount) => Exact::from_integer(i128::from(amount.minor)),
        Award::Points(points) => exact(*points),
        Award::Service(time) | Award::Work { time, .. } => measure(&Quantity::Duration(*time)),
        Award::PoolShare(share) => {
            let pool = pool(agreement, rule.levels.first().map(|name| &name.value)?, level)?;
            Exact::from_integer(i128::from(share_of(*share, pool)?.minor))
        }
    })
}

/// The amount of the pool that a level belongs to.
fn pool(agreement: &Agreement, name: &Name, level: &Level) -> Option<Money> {
    let at_risk = agreement.penalties.as_ref()?.at_risk.as_ref()?;
    let pool = at_risk.pools.iter().find(|pool| pool.levels.contains(name))?;
    let Cycle::Each(unit) = at_risk.each.unwrap_or(level.judged) else { return None };
    share_of(pool.share, share_of(at_risk.share, cycle_fee(agreement, &at_risk.of, unit)?)?)
}

/// A sum within the rule's own caps and over its minimum; caps in another unit than the example's do not show in it.
fn limited(
    agreement: &Agreement,
    rule: &CreditRule,
    level: &Level,
    sum: Exact,
    example: &WorkedExample,
) -> Option<Exact> {
    let in_money = matches!(example.gives.first()?, Quantity::Money(_));
    // An example in money of a rule in shares: the fee makes the one the other.
    let bands = rule.bands.iter().map(|band| &band.award).chain(rule.steps.iter().map(|step| &step.award));
    let late = rule.late.iter().map(|late| &late.award).chain(rule.beyond.iter().map(|beyond| &beyond.award));
    let mut awards = bands.chain(late).peekable();
    let in_shares = awards.peek().is_some() && awards.all(|award| matches!(award, Award::Share(_)));
    let of_fee = in_money && in_shares;
    let mut sum = sum;
    if of_fee {
        let Cycle::Each(unit) = level.judged else { return None };
        let base = rule.base.as_deref()?;
        let fee = cycle_fee(agreement, base, unit).or_else(|| single_fee(agreement, base))?;
        sum = rounded(sum.checked_mul(&Exact::from_integer(i128::from(fee.minor)))?, 0)?;
    }
    for cap in &rule.caps {
        match &cap.amount {
            CapAmount::Share { share, of } if in_shares && !in_money && rule.base.as_deref() == Some(of) => {
                sum = sum.min(fraction(*share));
            }
            CapAmount::Amount(most) if in_money => sum = sum.min(Exact::from_integer(i128::from(most.minor))),
            _ => {}
        }
    }
    if in_money {
        if rule.exempt.is_some_and(|exempt| sum <= Exact::from_integer(i128::from(exempt.up_to.minor))) {
            return Some(Exact::zero());
        }
        if let Some(least) = rule.minimum.filter(|_| !sum.is_zero()) {
            sum = sum.max(Exact::from_integer(i128::from(least.minor)));
        }
    }
    Some(sum)
}

/// The fee of a service that is paid once.
fn single_fee(agreement: &Agreement, base: &FeeBase) -> Option<Money> {
    let FeeBase::ServiceFee(name) = base else { return None };
    match agreement.service(name)?.fees.as_slice() {
        [Fee::Amount { amount, per: FeeUnit::Once }] => Some(amount.value),
        _ => None,
    }
}

/// Whether the values are those of the example, to the decimals that it shows.
fn agrees(example: &WorkedExample, values: &[Exact]) -> bool {
    example.gives.len() == values.len()
        && example.gives.iter().zip(values).all(|(said, value)| {
            let shown = match said {
                Quantity::Percent(percent) => rounded(*value, percent.number().decimals() + 2),
                Quantity::Number(number) => rounded(*value, number.decimals()),
                Quantity::Money(_) | Quantity::Duration(_) => rounded(*value, 0),
            };
            shown == Some(measure(said))
        })
}

/// For each value, the quantity of the example whose spelling it takes.
fn spelled_like(example: &WorkedExample) -> impl Iterator<Item = &Quantity> {
    example.gives.iter().chain(example.gives.last().into_iter().cycle())
}

/// A value in the spelling of another quantity.
fn print((value, like): (&Exact, &Quantity)) -> String {
    let number = |value: Exact, least: u32| -> Option<Number> {
        let decimals = (least..12).find(|decimals| rounded(value, *decimals) == Some(value)).unwrap_or(6.max(least));
        let scaled = rounded(value, decimals)?.checked_mul(&Exact::from_integer(10_i128.checked_pow(decimals)?))?;
        Number::from_parts(scaled.to_integer(), decimals)
    };
    let hundred = Exact::from_integer(100);
    let printed = match like {
        Quantity::Percent(_) => {
            value.checked_mul(&hundred).and_then(|value| number(value, 0)).map(|value| Percent::new(value).to_string())
        }
        Quantity::Number(_) => number(*value, 0).map(|value| value.to_string()),
        Quantity::Money(money) => rounded(*value, 0)
            .and_then(|minor| i64::try_from(minor.to_integer()).ok())
            .map(|minor| Money { minor, ..*money }.to_string()),
        Quantity::Duration(time) => {
            let one = measure(&Quantity::Duration(Duration { count: 1, ..*time }));
            value.checked_div(&one).and_then(|count| number(count, 0)).map(|count| {
                let plural = if count == Number::whole(1) { "" } else { "s" };
                format!("{count} {}{plural}", time.unit.word())
            })
        }
    };
    printed.unwrap_or_else(|| value.to_string())
}
