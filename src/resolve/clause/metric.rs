//! Metrics of the agreement's own, and their formulas.

use crate::diagnostic::{Diagnostic, suggest};
use crate::model::{
    Aggregate, At, Expression, Group, InputKind, Metric, MetricInput, Name, Operator, Quantity, WorkedExample,
};
use crate::resolve::context::Context;
use crate::resolve::section::Sections;
use crate::resolve::value::{prose, rounding, text};
use crate::syntax::tree::{Kind, Line, Node};

/// The metrics.
pub(in crate::resolve) fn metrics(sections: Sections, context: &mut Context) -> Vec<Metric> {
    let lines = sections.lines(Kind::metrics).iter().filter(|line| line.kind() == Kind::metric_entry);
    lines.filter_map(|line| metric(line, context)).collect()
}

fn metric(line: &Line, context: &mut Context) -> Option<Metric> {
    let name = Context::new_name(&line.node)?;
    let inputs: Vec<MetricInput> = line.children.iter().filter_map(input).collect();
    let formula_line = line.child(Kind::metric_formula);
    if formula_line.is_none() {
        context.missing(
            Some(line.span()),
            format!("`{}` has no formula", name.value),
            "add a line such as `is Good Builds / Builds`",
        );
    }
    let formula = formula_line.and_then(|line| line.node.get(Kind::expression)).and_then(|part| {
        let names: Vec<String> = inputs.iter().map(|input| input.name.as_str().to_owned()).collect();
        let mut known = |node: &Node, context: &mut Context| known_input(node, &names, context);
        expression(part, &mut known, context).map(|formula| At::new(formula, part.span))
    });
    let empty: Vec<&Line> = line.children_of(Kind::empty_is).collect();
    let mut empty_of = |grouped: bool| {
        // `empty is`, or `empty hour is` and `empty interval is` of a group.
        let of_group = |line: &&&Line| !line.node.text.trim_start_matches("empty").trim_start().starts_with("is");
        let line = empty.iter().find(|line| of_group(line) == grouped)?;
        context.percent(&line.node).map(|at| at.value)
    };
    let (empty_is, empty_group_is) = (empty_of(false), empty_of(true));
    let examples = line.children_of(Kind::example_gives).filter_map(|line| worked_example(line, context)).collect();
    let unit_line = line.child(Kind::in_unit);
    Some(Metric {
        name,
        inputs,
        formula: formula?,
        empty_is,
        empty_group_is,
        business_hours_by: line
            .child(Kind::in_business_hours)
            .and_then(|line| context.name(&line.node, Kind::calendar))
            .map(|calendar| calendar.value),
        recorded_in: line.child(Kind::recorded_in).and_then(|line| text(&line.node)).map(|at| at.value),
        judged: line.child(Kind::judged).and_then(|line| context.cycle(&line.node)),
        unit: unit_line.and_then(|line| text(&line.node)).map(|at| at.value),
        rounding: line.child(Kind::rounded).and_then(|line| rounding(context, &line.node)),
        examples,
    })
}

fn input(line: &Line) -> Option<MetricInput> {
    let kind = match line.kind() {
        Kind::counts_entry => InputKind::Counted,
        Kind::measures_entry => InputKind::Measured,
        _ => return None,
    };
    Some(MetricInput { name: Context::new_name(&line.node)?, kind, meaning: prose(&line.node)?.value })
}

fn known_input(node: &Node, names: &[String], context: &mut Context) -> bool {
    if names.contains(&node.text) {
        return true;
    }
    let mut diagnostic = Diagnostic::error(
        "unknown-name",
        node.span,
        format!("this metric neither counts nor measures `{}`", node.text),
    );
    if let Some(help) = suggest::did_you_mean(&node.text, names.iter().map(String::as_str)) {
        diagnostic = diagnostic.help(help);
    } else {
        diagnostic = diagnostic.help(format!("add a line such as `counts {} as \"…\"`", node.text));
    }
    context.error(diagnostic);
    false
}

/// Whether a name may stand in a formula; it reports the error itself.
type Known<'a> = dyn FnMut(&Node, &mut Context) -> bool + 'a;

/// A formula.
pub(in crate::resolve) fn expression(node: &Node, known: &mut Known, context: &mut Context) -> Option<Expression> {
    chain(node, known, context, |part, known, context| {
        chain(part, known, context, |part, known, context| chain(part, known, context, factor))
    })
}

/// Operands and the operators between them, from left to right.
fn chain(
    node: &Node,
    known: &mut Known,
    context: &mut Context,
    operand: fn(&Node, &mut Known, &mut Context) -> Option<Expression>,
) -> Option<Expression> {
    let mut parts = node.children.iter();
    let mut left = operand(parts.next()?, known, context)?;
    while let (Some(sign), Some(right)) = (parts.next(), parts.next()) {
        let operator = match sign.kind {
            Kind::plus => Operator::Add,
            Kind::minus => Operator::Subtract,
            Kind::times_sign => Operator::Multiply,
            Kind::divided_by => Operator::Divide,
            _ => Operator::Power,
        };
        let right = operand(right, known, context)?;
        left = Expression::Binary { operator, left: Box::new(left), right: Box::new(right) };
    }
    Some(left)
}

fn factor(node: &Node, known: &mut Known, context: &mut Context) -> Option<Expression> {
    let part = node.children.first()?;
    match part.kind {
        Kind::expression => expression(part, known, context),
        Kind::percent => context.percent(node).map(|at| Expression::Percent(at.value)),
        Kind::number => context.number(node).map(|at| Expression::Number(at.value)),
        Kind::count => known(part, context).then(|| Expression::Input(Name::new(&part.text))),
        Kind::aggregate => aggregate(part.children.first()?, known, context),
        _ => None,
    }
}

fn aggregate(node: &Node, known: &mut Known, context: &mut Context) -> Option<Expression> {
    let of = Box::new(factor(node.get(Kind::factor)?, known, context)?);
    if node.kind == Kind::rounded_of {
        let decimals = u8::try_from(context.integer(node)?).unwrap_or(u8::MAX).min(28);
        return Some(Expression::Rounded { decimals, of });
    }
    let function = match node.kind {
        Kind::mean_by => Aggregate::Mean,
        Kind::median_of => Aggregate::Median,
        Kind::sum_of => Aggregate::Sum,
        _ => Aggregate::Percentile(context.number(node)?.value),
    };
    let by = node.get(Kind::group).and_then(|group| {
        if let Some(name) = group.get(Kind::count) {
            return Some(Group::Of(Name::new(&name.text)));
        }
        context.interval(group).map(Group::Time)
    });
    Some(Expression::Aggregate { function, by, of })
}

/// A line `for example … gives …`.
pub(in crate::resolve) fn worked_example(line: &Line, context: &mut Context) -> Option<WorkedExample> {
    // The values before the word `gives`, then those after it: the word's place parts them.
    let before = line.node.text.split(" gives ").next().map_or(0, |before| before.matches(',').count() + 1);
    let values: Vec<Option<Quantity>> =
        line.node.all(Kind::example_value).map(|part| context.quantity(part).map(|quantity| quantity.value)).collect();
    let values: Vec<Quantity> = values.into_iter().collect::<Option<_>>()?;
    let (given, results) = values.split_at(before.min(values.len()));
    Some(WorkedExample {
        given: given.to_vec(),
        gives: results.to_vec(),
        unit: line.node.get(Kind::plain_word).map(|word| word.text.clone()),
        origin: line.span().into(),
    })
}
