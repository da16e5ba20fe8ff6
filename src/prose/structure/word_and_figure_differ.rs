//! A number in words beside another in digits: `thirty (45)`.

use super::Found;
use super::contract::Contract;
use super::quantity::{number, spelled_before};

pub(super) fn find(contract: &Contract<'_>, found: &mut Found<'_>) {
    for (at, block) in contract.document.blocks.iter().enumerate() {
        let lower = contract.lower(at);
        for (open, _) in lower.match_indices('(') {
            let Some(inside) = lower[open + 1..].split(')').next().filter(|inside| inside.len() < 24) else { continue };
            let digits: String =
                inside.trim_start_matches(['$', '\u{20AC}', '\u{A3}', ' ']).chars().take_while(|c| c.is_ascii_digit() || *c == ',').collect();
            let rest = inside.trim_start_matches(['$', '\u{20AC}', '\u{A3}', ' '])[digits.len()..].trim_start();
            let figure = number(&digits).filter(|_| {
                rest.is_empty() || rest.starts_with(['%', '-']) || rest.starts_with(|letter: char| letter.is_alphabetic())
            });
            let Some(figure) = figure else { continue };
            // At most eight words can say a number.
            let before = lower[..open].trim_end();
            let mut words: Vec<String> = before.rsplit(' ').take(8).map(str::to_owned).collect();
            words.reverse();
            if words.last().is_some_and(|word| word == "percent" || word == "cent") {
                words.pop();
                if words.last().is_some_and(|word| word == "per") {
                    words.pop();
                }
            }
            // A number ends before what parts it from other words.
            let parted = words.iter().rposition(|word| word.ends_with([',', ';', '.', ':', ')'])).map_or(0, |place| place + 1);
            let Some((value, count)) = spelled_before(&words[parted..]) else { continue };
            if figure.to_string() == value.to_string() {
                continue;
            }
            let start = before.rfind(&words[words.len() - count]).unwrap_or(open);
            let end = open + 1 + inside.len() + 1;
            found.push(
                block,
                &(start..end.min(lower.len())),
                format!("the words say {value}, the figure says {figure}"),
                "write the one that is meant; many courts let the words win",
            );
        }
    }
}
