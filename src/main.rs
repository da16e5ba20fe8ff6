//! The command `servanda`.

fn main() -> std::process::ExitCode {
    servanda::cli::run()
}
