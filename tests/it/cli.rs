//! The binary from outside: what it writes, where, and how it ends.

mod build;
mod check;
mod export;
mod init;
mod project;
mod received;
mod sandbox;
mod small;
mod verdict;
