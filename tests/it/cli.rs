//! The binary from outside: what it writes, where, and how it ends.

mod build;
mod check;
mod init;
mod sandbox;
mod small;
