//! Severities and their matrix.

use schemars::JsonSchema;
use serde::Serialize;

use super::{Context, Text};
use crate::model::{Grade, Matrix, Regrade, Severity};

/// The severities.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Severities {
    entries: Vec<SeverityView>,
    /// Whether any has criteria of its own.
    criteria: bool,
    /// Who sets a severity.
    set_by: Option<String>,
    after_working_with: Option<String>,
    disputed_under_disputes: bool,
    /// Who does not set it.
    other: Option<String>,
    matrix: Option<MatrixView>,
    regrade: Regrade,
    /// Titles of severities whose workaround counts as resolution.
    workaround_counts: Vec<String>,
    /// The word for what has a severity.
    ticket: String,
    source: String,
}

/// A severity.
#[derive(Debug, Serialize, JsonSchema)]
struct SeverityView {
    name: String,
    title: String,
    criteria: Option<Text>,
    examples: Vec<Text>,
    falls: Vec<FallView>,
    source: String,
}

/// A severity that falls.
#[derive(Debug, Serialize, JsonSchema)]
struct FallView {
    to: String,
    when: Text,
}

/// Severities from impact and urgency.
#[derive(Debug, Serialize, JsonSchema)]
struct MatrixView {
    impacts: Vec<GradeView>,
    urgencies: Vec<GradeView>,
    rows: Vec<MatrixRow>,
}

/// An impact or an urgency.
#[derive(Debug, Serialize, JsonSchema)]
struct GradeView {
    name: String,
    criteria: Text,
}

/// A row of the matrix.
#[derive(Debug, Serialize, JsonSchema)]
struct MatrixRow {
    impact: String,
    /// None: does not occur.
    severities: Vec<Option<String>>,
}

impl Severities {
    /// The severities, if there are any.
    pub(super) fn new(context: &Context<'_>) -> Option<Self> {
        let severities = &context.agreement.severities;
        let set_by = severities.set_by.as_ref();
        let workaround = severities.entries.iter().filter(|severity| severity.workaround_counts);
        (!severities.entries.is_empty()).then(|| Self {
            entries: severities.entries.iter().map(|severity| SeverityView::new(severity, context)).collect(),
            criteria: severities.entries.iter().any(|severity| severity.criteria.is_some()),
            set_by: set_by.map(|set_by| set_by.party.to_string()),
            after_working_with: set_by.and_then(|set_by| set_by.after_working_with.as_ref()).map(ToString::to_string),
            disputed_under_disputes: severities.disputed_under_disputes,
            other: set_by.map(|set_by| context.other(&set_by.party)),
            matrix: severities.matrix.as_ref().map(MatrixView::new),
            regrade: severities.regrade,
            workaround_counts: workaround.map(|severity| severity.name.to_string()).collect(),
            ticket: context.ticket(),
            source: context.source(severities.origin),
        })
    }
}

impl SeverityView {
    fn new(severity: &Severity, context: &Context<'_>) -> Self {
        Self {
            name: severity.name.to_string(),
            title: severity.title.clone(),
            criteria: severity.criteria.as_ref().map(|criteria| Text::part(criteria)),
            examples: severity.examples.iter().map(Text::part).collect(),
            falls: severity
                .falls
                .iter()
                .map(|fall| FallView { to: fall.to.to_string(), when: Text::part(&fall.when) })
                .collect(),
            source: context.source(severity.name.origin),
        }
    }
}

impl MatrixView {
    fn new(matrix: &Matrix) -> Self {
        let grades = |grades: &[Grade]| -> Vec<GradeView> {
            let view =
                |grade: &Grade| GradeView { name: grade.name.to_string(), criteria: Text::part(&grade.criteria) };
            grades.iter().map(view).collect()
        };
        let rows = matrix.impacts.iter().zip(&matrix.cells).map(|(impact, cells)| MatrixRow {
            impact: impact.name.to_string(),
            severities: cells.iter().map(|cell| cell.as_ref().map(ToString::to_string)).collect(),
        });
        Self { impacts: grades(&matrix.impacts), urgencies: grades(&matrix.urgencies), rows: rows.collect() }
    }
}
