//! The same work on many files: all cores, results in the order of the files, a bar on a terminal.

use std::io::{self, IsTerminal as _};
use std::num::NonZeroUsize;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use rayon::iter::{IntoParallelRefIterator as _, ParallelIterator as _};

use super::refusal::Refusal;

/// As much as the main thread has, so that no file fares worse for being one of many.
const STACK: usize = 8 * 1024 * 1024;

/// How many items that are written and made durable are worked on at a time, unless it is said: four for each core, since
/// most of them wait for the disk.
pub(super) fn while_the_disk_writes() -> Option<NonZeroUsize> {
    std::thread::available_parallelism().ok()?.checked_mul(NonZeroUsize::new(4)?)
}

/// Does `work` on every item, at most `jobs` at a time (as many as there are cores where it is not said).
pub(super) fn map<T: Sync, R: Send>(
    items: &[T],
    jobs: Option<NonZeroUsize>,
    verb: &'static str,
    work: impl Fn(&T) -> R + Sync,
) -> Result<Vec<R>, Refusal> {
    if let [only] = items {
        return Ok(vec![work(only)]);
    }
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(jobs.map_or(0, NonZeroUsize::get))
        .stack_size(STACK)
        .build()
        .map_err(|error| Refusal::new(format!("cannot start the jobs: {error}")).help("use fewer: --jobs 1"))?;
    let bar = bar(items.len(), verb);
    let done = |item| {
        let result = work(item);
        bar.inc(1);
        result
    };
    let results = pool.install(|| items.par_iter().map(done).collect());
    bar.finish_and_clear();
    Ok(results)
}

fn bar(length: usize, verb: &'static str) -> ProgressBar {
    let target = if io::stderr().is_terminal() { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
    let bar = ProgressBar::with_draw_target(Some(length as u64), target);
    // The form is a constant: it cannot fail, and a plain bar would do.
    let style = ProgressStyle::with_template("{prefix} {wide_bar} {pos}/{len}")
        .unwrap_or_else(|_| ProgressStyle::default_bar());
    bar.set_style(style);
    bar.set_prefix(verb);
    bar
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_keep_the_order_whatever_the_number_of_jobs() {
        let items: Vec<u32> = (0..1000).collect();
        for jobs in [None, NonZeroUsize::new(1), NonZeroUsize::new(7)] {
            let doubled = map(&items, jobs, "doubling", |item| item * 2).expect("jobs");
            assert!(doubled.iter().zip(&items).all(|(double, item)| *double == item * 2));
        }
        assert!(map(&Vec::<u32>::new(), None, "nothing", |item| *item).expect("no jobs").is_empty());
    }
}
