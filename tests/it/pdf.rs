//! The PDF as a reader's tools see it: its bytes, pages, text, links and bookmarks.

use servanda::document::block::{Align, Block, BlockKind, Document, Inline, Item, Meta, Role, Table, Words};
use servanda::pdf::{Options, render};

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
    let lines: &[&[&str]] = &[&["", ""], &["Signature", ""], &["Name", ""], &["Title", ""], &["Date", ""]];
    blocks.push(group(
        Role::Signatures,
        vec![
            heading(1, "12", "signatures", "Signatures"),
            paragraph("Each party signs by a person with power to bind it."),
            block(BlockKind::Paragraph(vec![Inline::Strong(text("Acme Cloud Services GmbH"))])),
            table(&[Align::Left, Align::Left], lines),
            block(BlockKind::Paragraph(vec![Inline::Strong(text("Globex plc"))])),
            table(&[Align::Left, Align::Left], lines),
        ],
    ));
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
