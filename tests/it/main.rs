//! One binary for all tests of the library's outside; a file an area.

mod support;

mod check;
mod cli;
mod config;
mod contract;
mod diagnostic;
mod document;
mod docx;
mod evaluate;
mod everything;
mod examples;
mod export;
mod exposure;
mod house;
mod import;
mod language;
mod lint;
mod markdown;
mod mistakes;
mod mutation;
mod pdf;
mod pdf_text;
mod plans;
mod policy;
mod received_properties;
mod rules;
mod sides;
mod slips;
mod structure;
mod syntax;
mod syntax_properties;
