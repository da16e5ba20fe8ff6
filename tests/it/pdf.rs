//! The PDF as a reader's tools see it: its bytes, pages, text, links and bookmarks.

use lopdf::Object;
use servanda::document::block::{Align, Block, BlockKind, Document, Inline, Item, Meta, Role, Table, Words};
use servanda::pdf::{Contents, Error, Options, Paper, render};

fn block(kind: BlockKind) -> Block {
    Block { kind, id: None, language: None, source: None }
}

fn named(id: &str, kind: BlockKind) -> Block {
    Block { id: Some(id.into()), ..block(kind) }
}

fn text(words: &str) -> Vec<Inline> {
    vec![Inline::Text(words.into())]
}

fn paragraph(words: &str) -> Block {
    block(BlockKind::Paragraph(text(words)))
}

fn heading(level: u8, number: &str, id: &str, words: &str) -> Block {
    let number = (!number.is_empty()).then(|| number.to_owned());
    named(id, BlockKind::Heading { level, number, text: text(words) })
}

fn clause(number: &str, inlines: Vec<Inline>) -> Block {
    named(&format!("clause-{number}"), BlockKind::Clause { number: number.into(), text: inlines })
}

fn item(marker: &str, blocks: Vec<Block>) -> Item {
    Item { marker: marker.into(), blocks, id: None }
}

fn table(columns: &[Align], rows: &[&[&str]]) -> Block {
    let cells = |row: &&[&str]| row.iter().map(|cell| text(cell)).collect::<Vec<_>>();
    let head = cells(&rows[0]);
    let rows = rows[1..].iter().map(cells).collect();
    block(BlockKind::Table(Table { columns: columns.to_vec(), head, rows }))
}

fn group(role: Role, blocks: Vec<Block>) -> Block {
    block(BlockKind::Group { role, blocks })
}

fn reference(target: &str, words: &str) -> Inline {
    Inline::Reference { target: target.into(), text: words.into() }
}

fn document(blocks: Vec<Block>) -> Document {
    Document {
        meta: Meta {
            title: "Service Level Agreement".into(),
            reference: Some("ACME-2027-014".into()),
            version: Some("1.0".into()),
            language: "en-GB".into(),
            parties: vec!["Acme Cloud Services GmbH".into(), "Globex plc".into()],
            words: Words::default(),
        },
        blocks,
    }
}

/// A contract that uses every kind of block, with enough text for several pages.
fn sample() -> Document {
    let promise = "Acme must keep the API Available for at least 99.95% of each Calendar Month. This is a \
        promise of result. Availability is Counted Minutes less Downtime, divided by Counted Minutes. Counted \
        Minutes are all minutes of the month, in Berlin time, less Excluded Minutes. A minute is never deducted \
        twice. If no minute counts, the level is met.";
    let clock = "Time starts when a Ticket reaches a Support Channel. If this is outside Support Hours, it starts \
        when they next begin. A Ticket that lacks information still starts time. Time stops only from the moment \
        Acme asks, in the Ticket, for information that only Globex can give, until Globex answers.";
    let claim = "Globex claims within 30 days after it has received the Service Report for that month. A later \
        claim gives no credit, yet the miss still counts for termination. Acme answers within 10 Business Days \
        with its data; silence is acceptance.";
    let mut blocks = vec![
        block(BlockKind::Title(text("Service Level Agreement for Hosted Payments"))),
        group(
            Role::Parties,
            vec![
                heading(1, "", "parties", "Parties"),
                block(BlockKind::Paragraph(vec![
                    Inline::Strong(text("Acme Cloud Services GmbH")),
                    Inline::Text(", Friedrichstraße 68, 10117 Berlin, Germany (“".into()),
                    Inline::Strong(text("Acme")),
                    Inline::Text("”), which provides the Services; and".into()),
                ])),
                block(BlockKind::Paragraph(vec![
                    Inline::Strong(text("Globex plc")),
                    Inline::Text(", 12 Finsbury Square, London EC2A 1AS, United Kingdom (“".into()),
                    Inline::Strong(text("Globex")),
                    Inline::Text("”), which uses them.".into()),
                ])),
            ],
        ),
        heading(1, "1", "definitions", "Definitions"),
        clause(
            "1.1",
            vec![
                Inline::Strong(text("Available")),
                Inline::Text(
                    " means that a request sent to the API from the public internet is answered correctly within \
                     two seconds, as measured by the probes that "
                        .into(),
                ),
                reference("annex-a", "Annex A"),
                Inline::Text(" describes. ".into()),
                Inline::Strong(text("Downtime")),
                Inline::Text(" means all other Counted Minutes.".into()),
            ],
        ),
        clause(
            "1.2",
            vec![
                Inline::Strong(text("Business Day")),
                Inline::Text(
                    " means a day from Monday to Friday that is not a public holiday in Berlin; the schedule in "
                        .into(),
                ),
                reference("annex-b", "Annex B"),
                Inline::Text(" lists them for the whole term.".into()),
            ],
        ),
        heading(1, "2", "availability", "Availability"),
        clause("2.1", text(promise)),
        group(
            Role::Example,
            vec![paragraph(
                "Example: March 2027 has 44,580 minutes in Europe/Berlin. 99.95% of them allow 22 minutes 17 seconds \
                 of Downtime; with 30 minutes of Downtime Availability is 99.93%, and clause 4.1 gives a credit of 5%.",
            )],
        ),
        clause(
            "2.2",
            vec![Inline::Text("Minutes are Excluded Minutes, and are not Downtime, while one of these lasts:".into())],
        ),
        block(BlockKind::List(vec![
            item(
                "(a)",
                vec![
                    paragraph(
                        "planned maintenance that Acme has announced at least five Business Days before, in a window \
                         between 02:00 and 05:00 on a Sunday, and for at most four hours in a Calendar Month:",
                    ),
                    block(BlockKind::List(vec![
                        item("(i)", vec![paragraph("by a notice to the address in clause 7.1; and")]),
                        item("(ii)", vec![paragraph("on the status page, with the Services concerned;")]),
                    ])),
                ],
            ),
            item("(b)", vec![paragraph("a failure of Globex’s own network or systems, shown by Acme’s data;")]),
            item("(c)", vec![paragraph("a suspension that Globex has asked for in writing.")]),
        ])),
        heading(1, "3", "support", "Support"),
        clause("3.1", text(clock)),
        clause("3.2", text("Acme must respond to and resolve Tickets within these times:")),
        table(
            &[Align::Left, Align::Left, Align::Right, Align::Right],
            &[
                &["Severity", "Meaning", "Response", "Resolution"],
                &["P1 Critical", "The Services are down, or data is at risk, for all users", "15 min", "4 h"],
                &["P2 High", "An important function fails and there is no workaround", "1 h", "8 h"],
                &["P3 Normal", "A function fails, with a workaround", "4 Business Hours", "5 Business Days"],
                &["P4 Low", "A question or a wish", "1 Business Day", "none"],
            ],
        ),
        clause("3.3", {
            vec![
                Inline::Text("Support Channels are the portal at ".into()),
                Inline::Link {
                    url: "https://support.acme.example/tickets".into(),
                    text: vec![Inline::Code("https://support.acme.example/tickets".into())],
                },
                Inline::Text(" and the address ".into()),
                Inline::Link {
                    url: "mailto:support@acme.example".into(),
                    text: vec![Inline::Code("support@acme.example".into())],
                },
                Inline::Text(". ".into()),
                Inline::Emphasis(text("An automatic message is not a Response.")),
            ]
        }),
        heading(1, "4", "credits", "Service credits"),
        heading(2, "4.1", "bands", "Bands"),
        block(BlockKind::Paragraph(text(
            "If Availability is below a limit of this table, Acme owes the Service Credit beside it. Only one row \
             applies: the one with the lowest limit that Availability is below.",
        ))),
        table(
            &[Align::Left, Align::Right, Align::Right],
            &[
                &["Availability below", "Credit", "At most"],
                &["99.95%", "5%", "€ 1,250.00"],
                &["99.50%", "10%", "€ 2,500.00"],
                &["99.00%", "25%", "€ 6,250.00"],
                &["95.00%", "50%", "€ 12,500.00"],
            ],
        ),
        clause("4.2", {
            let mut words = text(claim);
            words.push(Inline::Text(" See also ".into()));
            words.push(reference("clause-2.1", "clause 2.1"));
            words.push(Inline::Text(".".into()));
            words
        }),
        group(
            Role::Note,
            vec![paragraph(
                "Note: a Service Credit is a price adjustment; it is not a penalty and no estimate of loss.",
            )],
        ),
    ];
    for number in 5..12 {
        blocks.push(heading(1, &number.to_string(), &format!("clause-{number}"), TOPICS[number - 5]));
        for (step, words) in [promise, clock, claim, promise].into_iter().enumerate() {
            blocks.push(clause(&format!("{number}.{}", step + 1), text(words)));
        }
    }
    blocks.push(heading(1, "12", "signatures", "Signature"));
    blocks.push(clause(
        "12.1",
        text("Each party signs by a person with power to bind it, by hand or with an advanced electronic signature."),
    ));
    for (party, name, title) in
        [("Acme", "Acme Cloud Services GmbH", "Managing Director"), ("Globex", "Globex plc", "")]
    {
        let lines: &[&[&str]] = &[&["", ""], &["Name", ""], &["Title", title], &["Date", ""], &["Signature", ""]];
        let who = vec![Inline::Strong(text(party)), Inline::Text(format!(" ({name})"))];
        blocks.push(group(
            Role::Signatures,
            vec![block(BlockKind::Paragraph(who)), table(&[Align::Left, Align::Left], lines)],
        ));
    }
    blocks.push(group(
        Role::Annex,
        vec![
            heading(1, "Annex A", "annex-a", "How Availability is measured"),
            clause("A.1", text(promise)),
            paragraph("A probe is a request that a machine outside of Acme’s network sends every thirty seconds."),
        ],
    ));
    let days: Vec<Vec<String>> = (0..60)
        .map(|day| {
            vec![
                format!("{:04}-{:02}-{:02}", 2027 + day / 12, day % 12 + 1, day % 28 + 1),
                ["New Year’s Day", "Good Friday", "Labour Day", "German Unity Day"][day % 4].to_owned(),
                "Berlin".to_owned(),
            ]
        })
        .collect();
    let mut rows: Vec<Vec<&str>> = vec![vec!["Date", "Holiday", "Region"]];
    rows.extend(days.iter().map(|row| row.iter().map(String::as_str).collect::<Vec<_>>()));
    let rows: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
    blocks.push(group(
        Role::Annex,
        vec![heading(1, "Annex B", "annex-b", "Holidays"), table(&[Align::Left, Align::Left, Align::Left], &rows)],
    ));
    document(blocks)
}

const TOPICS: [&str; 7] =
    ["Reports", "Maintenance", "Notices", "Escalation", "Term and termination", "Disputes", "Changes"];

fn options() -> Options {
    Options { created: Some(1_798_761_600), ..Options::default() }
}

fn made(document: &Document) -> Vec<u8> {
    render(document, &options()).expect("the document is typeset")
}

fn read(bytes: &[u8]) -> lopdf::Document {
    lopdf::Document::load_mem(bytes).expect("the file is a PDF")
}

/// The words of each page, white space made one.
fn pages(bytes: &[u8]) -> Vec<String> {
    let file = read(bytes);
    let numbers: Vec<u32> = file.get_pages().into_keys().collect();
    numbers
        .into_iter()
        .map(|page| {
            let words = file.extract_text(&[page]).expect("the page has text");
            words.replace("\u{AD}", "").split_whitespace().collect::<Vec<_>>().join(" ")
        })
        .collect()
}

#[test]
fn every_page_says_which_it_is() {
    let bytes = made(&sample());
    let pages = pages(&bytes);
    let count = pages.len();
    assert!(count > 4, "{count} pages");
    for (at, words) in pages.iter().enumerate() {
        let foot = format!("Page {} of {count}", at + 1);
        assert!(words.contains(&foot), "no “{foot}” in: {words}");
        assert!(words.contains("ACME-2027-014 · Version 1.0"), "no reference in: {words}");
    }
}

#[test]
fn same_document_gives_same_bytes_also_beside_others() {
    let document = sample();
    let first = made(&document);
    assert!(first == made(&document), "two runs differ");
    std::thread::scope(|scope| {
        let runs: Vec<_> = (0..4).map(|_| scope.spawn(|| made(&document))).collect();
        for run in runs {
            assert!(run.join().expect("the run ends") == first, "runs beside each other differ");
        }
    });
}

#[test]
fn creation_date_is_only_what_was_said() {
    let created = |options: &Options| {
        let bytes = render(&sample(), options).expect("the document is typeset");
        let file = read(&bytes);
        let info = file.trailer.get(b"Info").and_then(|info| file.dereference(info)).expect("there is an Info").1;
        let date = info.as_dict().ok().and_then(|info| info.get(b"CreationDate").ok()).cloned();
        date.map(|date| String::from_utf8_lossy(date.as_str().expect("a date is a string")).into_owned())
    };
    assert_eq!(created(&options()).as_deref(), Some("D:20270101000000Z"));
    assert_eq!(created(&Options::default()), None);
}

#[test]
fn a_character_without_a_glyph_is_named_with_its_place() {
    let document =
        document(vec![clause("1.1", text("Acme answers in Kyoto (京都) and in Żary, for ≥ 99.9% → always."))]);
    let error = render(&document, &options()).expect_err("the font has no Han");
    let Error::MissingGlyphs(missing) = &error else { panic!("{error:?}") };
    assert_eq!(missing.iter().map(|glyph| glyph.character).collect::<String>(), "京都");
    let message = error.to_string();
    assert!(message.contains("U+4EAC") && message.contains("in Kyoto (京都) and"), "{message}");
    let findings = error.diagnostics();
    assert_eq!(findings.len(), 2);
    assert!(findings.iter().all(|finding| finding.rule == "missing-glyph" && !finding.help.is_empty()));
}

#[test]
fn invisible_controls_are_refused_by_number() {
    let document = document(vec![paragraph("Acme pays \u{202E}Globex")]);
    let message = render(&document, &options()).expect_err("nothing may turn the text round").to_string();
    assert!(message.contains("U+202E"), "{message}");
}

/// Text without white space and hyphens, which the tests' reader puts in where a run ends and
/// leaves in at the ends of lines.
fn solid(words: &str) -> String {
    words.chars().filter(|character| !character.is_whitespace() && *character != '-').collect()
}

#[test]
fn text_can_be_copied_whole() {
    let bytes = made(&sample());
    let all = solid(&pages(&bytes).join(" "));
    for words in [
        "Acme must keep the API Available for at least 99.95% of each Calendar Month.",
        "99.95% of them allow 22 minutes 17 seconds of Downtime",
        "Friedrichstraße 68",
        "“Acme”",
        "An important function fails and there is no workaround",
        "€ 12,500.00",
        "See also clause 2.1.",
    ] {
        assert!(all.contains(&solid(words)), "no “{words}” in: {all}");
    }
}

#[test]
fn ligatures_and_hyphens_do_not_change_copied_text() {
    let words = "The office files five different certificates of sufficient efficiency. ".repeat(12);
    let document = document(vec![paragraph(&words)]);
    let all = pages(&made(&document)).join(" ");
    assert_eq!(solid(&all).matches(&solid(words.trim())).count(), 1, "{all}");
}

/// The keys of all dictionaries of the file.
fn keys(bytes: &[u8]) -> Vec<String> {
    fn walk(object: &Object, keys: &mut Vec<String>) {
        let dictionary = match object {
            Object::Dictionary(dictionary) => dictionary,
            Object::Stream(stream) => &stream.dict,
            Object::Array(items) => return items.iter().for_each(|item| walk(item, keys)),
            _ => return,
        };
        for (key, value) in dictionary {
            keys.push(String::from_utf8_lossy(key).into_owned());
            walk(value, keys);
        }
    }
    let mut all = Vec::new();
    for object in read(bytes).objects.values() {
        walk(object, &mut all);
    }
    all
}

#[test]
fn nothing_in_the_file_runs() {
    let mut document = sample();
    let url = |url: &str| Inline::Link { url: url.into(), text: text("here") };
    document.blocks.push(block(BlockKind::Paragraph(vec![
        url("javascript:alert(1)"),
        url("file:///etc/passwd"),
        url("https://example.org/a)/b\n<>ü"),
    ])));
    let bytes = made(&document);
    for key in keys(&bytes) {
        assert!(!["JS", "JavaScript", "OpenAction", "AA", "Launch", "EmbeddedFiles"].contains(&&*key), "{key}");
    }
    let links = links(&bytes);
    assert!(links.contains(&"https://example.org/a)/b%0A<>%C3%BC".to_owned()), "{links:?}");
    assert!(!links.iter().any(|link| link.starts_with("javascript") || link.starts_with("file")), "{links:?}");
}

/// The addresses that links lead to; `page N` for places in the file, counted from 1.
fn links(bytes: &[u8]) -> Vec<String> {
    let file = read(bytes);
    let pages: Vec<_> = file.get_pages().into_values().collect();
    let mut all = Vec::new();
    for page in &pages {
        for link in file.get_page_annotations(*page).expect("the annotations are readable") {
            if let Ok(action) = link.get(b"A").and_then(Object::as_dict) {
                let url = action.get(b"URI").and_then(Object::as_str).expect("an action has an address");
                all.push(String::from_utf8_lossy(url).into_owned());
            } else {
                let place = link.get(b"Dest").and_then(Object::as_array).expect("a link has a place");
                let to = place[0].as_reference().expect("a place has a page");
                let number = pages.iter().position(|page| *page == to).expect("the page is of this file");
                all.push(format!("page {}", number + 1));
            }
        }
    }
    all
}

#[test]
fn references_lead_to_their_clause() {
    let bytes = made(&sample());
    let pages = pages(&bytes);
    let page = 1 + pages.iter().rposition(|words| words.contains("Annex B Holidays")).expect("the annex is there");
    assert!(links(&bytes).contains(&format!("page {page}")));
    assert!(links(&bytes).contains(&"mailto:support@acme.example".to_owned()));
}

#[test]
fn bookmarks_are_nested_as_headings_are() {
    let file = read(&made(&sample()));
    let outline = file.catalog().and_then(|catalog| catalog.get(b"Outlines")).expect("there is an outline");
    let get = |object: &Object| file.dereference(object).expect("the object is there").1.as_dict().cloned();
    let mut all = Vec::new();
    let mut at = get(outline).expect("a dictionary").get(b"First").cloned().ok();
    while let Some(item) = at {
        let item = get(&item).expect("a dictionary");
        let children = item.get(b"Count").and_then(Object::as_i64).map_or(0, i64::abs);
        let title = item.get(b"Title").and_then(Object::as_str).expect("a title");
        let units: Vec<u16> = title[2..].chunks(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
        all.push((String::from_utf16_lossy(&units), children));
        at = item.get(b"Next").cloned().ok();
    }
    assert_eq!(all[0], ("Parties".to_owned(), 0));
    assert_eq!(all[4], ("4  Service credits".to_owned(), 1));
    assert_eq!(all.last(), Some(&("Annex B  Holidays".to_owned(), 0)));
}

#[test]
fn contents_name_the_page_of_each_heading() {
    let bytes = made(&sample());
    let pages = pages(&bytes);
    for (at, words) in pages.iter().enumerate().skip(1) {
        if words.contains("Annex A How Availability is measured") {
            let line = format!("Annex A How Availability is measured {}", at + 1);
            assert!(pages[0].contains(&line), "no “{line}” in: {}", pages[0]);
        }
    }
    let never = Options { contents: Contents::Never, ..options() };
    let without = render(&sample(), &never).expect("the document is typeset");
    assert!(!self::pages(&without)[0].contains("Contents"));
}

#[test]
fn a_table_goes_on_below_its_head_again() {
    let bytes = made(&sample());
    let with_rows: Vec<_> = pages(&bytes).into_iter().filter(|words| words.contains("Labour Day")).collect();
    assert!(with_rows.len() > 1);
    for words in with_rows {
        assert_eq!(words.matches("Date Holiday Region").count(), 1, "{words}");
    }
}

#[test]
fn a_row_taller_than_a_page_is_broken_and_a_lower_one_is_not() {
    let long = "several words of a very long cell ".repeat(400);
    let middle = "a cell of some lines that stay together and do not part at the end of a page ".repeat(12);
    let mut rows: Vec<Vec<&str>> = vec![vec!["Key", "Value"], vec!["long", &long]];
    rows.extend((0..9).map(|_| vec!["first line", middle.as_str()]));
    let rows: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
    let pages = pages(&made(&document(vec![table(&[Align::Left, Align::Left], &rows)])));
    assert!(pages.len() > 3);
    let words: usize = pages.iter().map(|words| words.matches("several words").count()).sum();
    assert_eq!(words, 400);
    for page in &pages {
        assert_eq!(page.matches("first line").count() * 12, page.matches("of a page").count(), "{page}");
    }
}

/// The right edges of all text, from poppler's measure of words, need a tool; the page's own
/// operators say where runs begin.
fn run_starts(bytes: &[u8]) -> Vec<f32> {
    let file = read(bytes);
    let mut starts = Vec::new();
    for page in file.get_pages().into_values() {
        let content = file.get_and_decode_page_content(page).expect("the page can be read");
        for operation in content.operations {
            if operation.operator == "Tm" {
                starts.push(operation.operands[4].as_float().expect("a number"));
            }
        }
    }
    starts
}

#[test]
fn very_long_words_break() {
    let long = "x".repeat(3000);
    let url = format!("https://example.org/{}", "a1b2c3".repeat(200));
    let document = document(vec![
        block(BlockKind::Title(text(&long))),
        heading(1, "1", "one", &long),
        clause(&"9.".repeat(200), text(&format!("before {long} after"))),
        block(BlockKind::Paragraph(vec![Inline::Code(url)])),
        table(&[Align::Left, Align::Right], &[&["Key", &long], &[&long, "1"]]),
        group(Role::Signatures, vec![table(&[Align::Left, Align::Left], &[&["", ""], &[&long, &long]])]),
    ]);
    let bytes = made(&document);
    let all = pages(&bytes).join("");
    assert!(all.matches('x').count() >= 3000 * 6, "letters are lost");
    assert!(run_starts(&bytes).iter().all(|x| (0.0..595.0).contains(x)));
}

#[test]
fn fifty_columns_and_none_are_set() {
    let cells: Vec<String> = (0..50).map(|at| format!("column{at}")).collect();
    let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
    let wide = table(&[Align::Right; 50], &[&cells, &cells, &cells]);
    let none = block(BlockKind::Table(Table { columns: vec![], head: vec![], rows: vec![] }));
    let uneven = table(&[Align::Left], &[&["a"], &["b", "c", "d"], &[]]);
    let bytes = made(&document(vec![wide, none, uneven]));
    assert!(run_starts(&bytes).iter().all(|x| (0.0..595.0).contains(x)));
}

#[test]
fn deep_lists_are_set_up_to_a_limit() {
    let nest = |depth: usize| {
        let mut inner = paragraph("innermost");
        for _ in 0..depth {
            inner = block(BlockKind::List(vec![item("(a)", vec![paragraph("level"), inner])]));
        }
        document(vec![inner])
    };
    let bytes = made(&nest(60));
    assert!(pages(&bytes).join(" ").contains("innermost"));
    assert!(run_starts(&bytes).iter().all(|x| (0.0..500.0).contains(x)));
    let error = render(&nest(200), &options()).expect_err("too deep");
    assert!(matches!(error, Error::TooDeep { .. }), "{error}");
}

#[test]
fn nothing_still_is_a_page() {
    let bytes = made(&Document::default());
    assert_eq!(pages(&bytes).len(), 1);
}

#[test]
fn signatures_stand_on_one_page() {
    for filler in 0..12 {
        let mut blocks: Vec<Block> =
            (0..filler).map(|_| paragraph(&"Words that fill the page up to here. ".repeat(12))).collect();
        blocks.extend(
            sample()
                .blocks
                .into_iter()
                .filter(|block| matches!(block.kind, BlockKind::Group { role: Role::Signatures, .. })),
        );
        let pages = pages(&made(&document(blocks)));
        let with: Vec<_> =
            pages.iter().filter(|words| words.contains("(Acme Cloud") || words.contains("(Globex plc)")).collect();
        assert_eq!(with.len(), 1, "{filler}");
        // Side by side, and never alone on a page.
        assert!(with[0].contains("Name Name Title Managing Director Title Date Date"), "{}", with[0]);
        assert!(filler == 0 || with[0].contains("up to here."), "{filler}");
    }
}

#[test]
fn letter_paper_is_narrower_in_height() {
    let letter = Options { paper: Paper::Letter, ..options() };
    let file = read(&render(&sample(), &letter).expect("the document is typeset"));
    let page = file.get_pages().into_values().next().expect("a page");
    let size = file.get_dictionary(page).and_then(|page| page.get(b"MediaBox")).and_then(Object::as_array);
    let size: Vec<f32> = size.expect("a size").iter().map(|side| side.as_float().expect("a number")).collect();
    assert!((size[2] - 612.0).abs() < 0.1 && (size[3] - 792.0).abs() < 0.1, "{size:?}");
}

#[test]
fn every_page_knows_its_parts() {
    let file = read(&made(&sample()));
    let catalog = file.catalog().expect("a catalog");
    assert!(catalog.has(b"StructTreeRoot") && catalog.has(b"MarkInfo"));
    assert_eq!(catalog.get(b"Lang").and_then(Object::as_str).ok(), Some(&b"en-GB"[..]));
    for page in file.get_pages().into_values() {
        assert!(file.get_dictionary(page).expect("a page").has(b"StructParents"));
    }
}

#[test]
fn long_contents_end_on_their_page() {
    let mut document = sample();
    for number in 20..42 {
        document.blocks.push(heading(1, &number.to_string(), &format!("more-{number}"), "More of it"));
        document.blocks.push(paragraph("Words."));
    }
    let pages = pages(&made(&document));
    assert!(pages[0].contains("41 More of it"), "{}", pages[0]);
}

#[test]
fn metadata_say_the_same_in_both_places() {
    let mut document = sample();
    document.meta.title = "Fish & <Chips>".into();
    let file = read(&made(&document));
    let stream = file.catalog().and_then(|catalog| catalog.get(b"Metadata")).and_then(|at| file.dereference(at));
    let stream = stream.expect("there are metadata").1.as_stream().expect("a stream").content.clone();
    let xmp = String::from_utf8(stream).expect("XMP is UTF-8");
    for words in [
        r#"<rdf:li xml:lang="x-default">Fish &amp; &lt;Chips&gt;</rdf:li>"#,
        "<rdf:li>Acme Cloud Services GmbH, Globex plc</rdf:li>",
        "<xmp:CreateDate>2027-01-01T00:00:00Z</xmp:CreateDate>",
    ] {
        assert!(xmp.contains(words), "no {words} in {xmp}");
    }
}

#[test]
fn writes_a_sample_to_look_at() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("target/pdf-look");
    std::fs::create_dir_all(&folder).expect("a folder below target can be made");
    let bytes = made(&sample());
    assert!(bytes.starts_with(b"%PDF-1.7"));
    std::fs::write(folder.join("sample.pdf"), bytes).expect("the sample can be written");
}
