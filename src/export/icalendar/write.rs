//! The text of iCalendar: properties with escaped values, folded lines, zones (RFC 5545).

use std::fmt::Write as _;

use crate::evaluate::{Instant, Transition, ZoneRules};
use crate::model::{Date, Zone};

/// The longest line in bytes, without its end.
const LINE: usize = 75;

/// A calendar that is being written.
#[derive(Debug, Default)]
pub(super) struct Writer(String);

impl Writer {
    /// A line of which all letters are plain: `BEGIN:VEVENT`.
    pub(super) fn line(&mut self, line: &str) {
        let mut width = 0;
        for letter in line.chars() {
            if width + letter.len_utf8() > LINE {
                self.0.push_str("\r\n ");
                width = 1;
            }
            self.0.push(letter);
            width += letter.len_utf8();
        }
        self.0.push_str("\r\n");
    }

    /// A property whose value is a text.
    pub(super) fn text(&mut self, name: &str, text: &str) {
        let mut line = format!("{name}:");
        for letter in text.replace("\r\n", "\n").replace('\r', "\n").chars() {
            match letter {
                '\\' | ';' | ',' => line.extend(['\\', letter]),
                '\n' => line.push_str("\\n"),
                '\t' => line.push('\t'),
                letter if letter.is_control() => {}
                letter => line.push(letter),
            }
        }
        self.line(&line);
    }

    /// A zone with all changes of its clocks between two moments.
    pub(super) fn zone(&mut self, zone: &Zone, from: Instant, to: Instant) {
        self.line("BEGIN:VTIMEZONE");
        self.line(&format!("TZID:{}", zone.as_str()));
        // Changes of one kind stand together: the first with DTSTART, the others with RDATE.
        let mut kinds: Vec<(Transition, String)> = Vec::new();
        for change in ZoneRules::of(zone).transitions(from, to) {
            let onset = wall(change.at, change.before);
            let same = |known: &Transition| {
                (known.before, known.after, known.summer, &known.name)
                    == (change.before, change.after, change.summer, &change.name)
            };
            match kinds.iter_mut().find(|(known, _)| same(known)) {
                Some((_, later)) => {
                    let _ = write!(later, "{}{onset}", if later.is_empty() { "" } else { "," });
                }
                None => kinds.push((change, String::new())),
            }
        }
        for (change, later) in kinds {
            let part = if change.summer { "DAYLIGHT" } else { "STANDARD" };
            self.line(&format!("BEGIN:{part}"));
            self.line(&format!("DTSTART:{}", wall(change.at, change.before)));
            if !later.is_empty() {
                self.line(&format!("RDATE:{later}"));
            }
            self.line(&format!("TZOFFSETFROM:{}", offset(change.before)));
            self.line(&format!("TZOFFSETTO:{}", offset(change.after)));
            self.text("TZNAME", &change.name);
            self.line(&format!("END:{part}"));
        }
        self.line("END:VTIMEZONE");
    }

    /// The whole text.
    pub(super) fn finish(self) -> String {
        self.0
    }
}

/// A date: `20270131`.
pub(super) fn date(date: Date) -> String {
    date.to_string().replace('-', "")
}

/// A moment in UTC: `20270131T230000Z`.
pub(super) fn utc(moment: Instant) -> String {
    moment.to_string().replace(['-', ':'], "")
}

/// What a wall clock so many seconds ahead of UTC shows at a moment.
fn wall(moment: Instant, ahead: i32) -> String {
    utc(moment.plus(ahead.into())).trim_end_matches('Z').to_owned()
}

fn offset(seconds: i32) -> String {
    let (sign, ahead) = (if seconds < 0 { '-' } else { '+' }, seconds.unsigned_abs());
    let tail = if ahead % 60 == 0 { String::new() } else { format!("{:02}", ahead % 60) };
    format!("{sign}{:02}{:02}{tail}", ahead / 3600, ahead / 60 % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_folded_between_letters() {
        let mut writer = Writer::default();
        writer.text("SUMMARY", &"🛎".repeat(40));
        let text = writer.finish();
        assert!(text.split("\r\n").all(|line| line.len() <= LINE), "{text}");
        assert_eq!(text.replace("\r\n ", ""), format!("SUMMARY:{}\r\n", "🛎".repeat(40)));
    }

    #[test]
    fn values_are_escaped() {
        let mut writer = Writer::default();
        writer.text("SUMMARY", "a, b; c\\d\r\ne \"f\"");
        assert_eq!(writer.finish(), "SUMMARY:a\\, b\\; c\\\\d\\ne \"f\"\r\n");
    }
}
