//! What nearly every rule uses.

pub(super) use super::closed::*;
pub(super) use super::look::*;
pub(super) use super::texts::*;
pub(super) use super::time::*;
pub(super) use super::week::*;
pub(super) use super::{Found, Hurts, Rule};
pub(super) use crate::diagnostic::Severity;
pub(super) use crate::evaluate::formula::{fraction, measure};
pub(super) use crate::model::*;
