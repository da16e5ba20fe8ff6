//! From an agreement to the bytes of its files.

use std::collections::BTreeMap;

use super::Spec;
use crate::config::Output;
use crate::diagnostic::{Diagnostic, Severity};
use crate::document::block::Document;
use crate::document::template::{Override, Templates};
use crate::document::{contract, markdown};
use crate::model::Agreement;
use crate::policy::Policy;
use crate::{html, pdf, policy};

impl Spec {
    /// The bytes of `outputs`, with the user's own templates by their path in the templates folder.
    ///
    /// `created` is the time the files name as that of their making, in seconds since 1970, if any.
    /// Where nothing is built, the report says why.
    pub fn build(
        &mut self,
        outputs: &[Output],
        templates: &BTreeMap<String, Override>,
        created: Option<i64>,
    ) -> Option<Vec<(Output, Vec<u8>)>> {
        if self.has_errors() {
            return None;
        }
        // It is put back below: the findings and the policy lie in the same spec.
        let policy = self.policy.take()?;
        let files = self.files(&policy, outputs, templates, created);
        self.policy = Some(policy);
        files.map_err(|found| self.report.diagnostics.extend(found)).ok()
    }

    fn files(
        &mut self,
        policy: &Policy,
        outputs: &[Output],
        templates: &BTreeMap<String, Override>,
        created: Option<i64>,
    ) -> Result<Vec<(Output, Vec<u8>)>, Vec<Diagnostic>> {
        let printed = outputs.iter().any(|output| matches!(output, Output::Markdown | Output::Html | Output::Pdf));
        let document = if printed { self.document(policy, templates)? } else { Document::default() };
        let mut files = Vec::new();
        for output in outputs {
            let bytes = match output {
                Output::Markdown => markdown::render(&document).into_bytes(),
                Output::Html => html::render(&document).into_bytes(),
                Output::Pdf => {
                    let options = pdf::Options { created, ..pdf::Options::default() };
                    pdf::render(&document, &options).map_err(|error| error.diagnostics())?
                }
                Output::PolicyJson => policy::to_json(policy).into_bytes(),
                Output::PolicyYaml => policy::to_yaml(policy).map_err(|why| unwritable(&why))?.into_bytes(),
                Output::PolicyToml => policy::to_toml(policy).map_err(|why| unwritable(&why))?.into_bytes(),
            };
            files.push((*output, bytes));
        }
        Ok(files)
    }

    /// What is told of an agreement that can be built, from its contract; where it cannot, the report says why.
    pub(super) fn told<T>(
        &mut self,
        templates: &BTreeMap<String, Override>,
        tell: impl FnOnce(&Self, &Agreement, &Document) -> T,
    ) -> Option<T> {
        if self.has_errors() {
            return None;
        }
        let policy = self.policy.take()?;
        let document = self.document(&policy, templates);
        let told = document.map(|document| tell(self, &policy.agreement, &document));
        self.policy = Some(policy);
        told.map_err(|found| self.report.diagnostics.extend(found)).ok()
    }

    fn document(
        &mut self,
        policy: &Policy,
        templates: &BTreeMap<String, Override>,
    ) -> Result<Document, Vec<Diagnostic>> {
        let language = policy.agreement.heading.language.as_str();
        let templates = Templates::load(language, templates, &mut self.report.sources)?;
        contract(policy.agreements(), &templates)
    }
}

fn unwritable(why: &str) -> Vec<Diagnostic> {
    vec![Diagnostic::new("policy", Severity::Error, None, format!("the policy cannot be written: {why}"))]
}
