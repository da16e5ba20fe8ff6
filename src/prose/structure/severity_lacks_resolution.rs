//! A severity without a time to resolve.

use super::Found;
use super::contract::Contract;
use super::quantity::lengths;

pub(super) fn find(contract: &Contract<'_>, found: &mut Found<'_>) {
    let levels = contract.levels();
    let Some(first) = levels.first() else { return };
    let help = "add the time: `resolves, or provides a workaround, within ___`, or say that there is none";
    if levels.iter().any(|level| level.resolution) {
        for level in levels.iter().filter(|level| !level.resolution) {
            let block = contract.block(level.at);
            found.push(block, &level.range, format!("`{}` has no resolution time, others have", &block.text[level.range.clone()]), help);
        }
        return;
    }
    let general = contract.sentences.iter().any(|sentence| {
        sentence.has(&["resol", "restor", "repair", "fixed", "remedy of", "time for remedy"])
            && sentence.has(&["within", "no later", "at most", "average", "hours", "< "])
            && !sentence.has(&["dispute", "respon"])
            && super::level::resolves(sentence.lower)
            && !lengths(&sentence.words()).is_empty()
    });
    // A table of measures may have one for all: `average time for remedy`, `4 hours`.
    let in_row = contract.tables.iter().any(|table| {
        table.body().any(|row| {
            let name = table.text(contract.document, row, 0).to_lowercase();
            ["resol", "restor", "repair", "remedy", "fix"].iter().any(|word| name.contains(word))
                && (1..table.width()).any(|column| super::level::is_time(&table.text(contract.document, row, column)))
        })
    });
    if !general && !in_row {
        found.push(contract.block(first.at), &first.range, "no severity has a resolution time: nothing is ever late", help);
    }
}
