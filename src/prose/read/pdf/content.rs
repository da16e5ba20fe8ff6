//! What a page draws: stretches of text with their places, and what of them can be seen.

use std::collections::BTreeMap;
use std::rc::Rc;

use lopdf::{Dictionary, Document, Object, ObjectId};

use super::super::Unreadable;
use super::font::{Font, number};
use super::lexer::{Lexer, Operand};

/// No page, and no form on one, unpacks to more.
const LARGEST_CONTENT: usize = 16 * 1024 * 1024;
/// All pages and forms together.
const LARGEST_WHOLE: usize = 48 * 1024 * 1024;
/// Forms that draw forms that draw forms …
const DEEPEST: usize = 12;
/// All text together.
const LONGEST: usize = 8 * 1024 * 1024;
/// Stretches of text on all pages together.
const MOST_RUNS: usize = 400_000;
/// A wider space than this, in ems, stands between words of two cells or columns, and not of one line.
pub(super) const CELL_GAP: f64 = 0.5;
/// What is smaller cannot be read, in points.
const SMALLEST: f64 = 1.5;

/// A stretch of text on one line.
#[derive(Debug, Clone, Default)]
pub(super) struct Run {
    pub(super) text: String,
    /// Where it begins and ends, and its base line from below, in points.
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) base: f64,
    pub(super) size: f64,
    pub(super) bold: bool,
    /// The marked content that it is.
    pub(super) mark: Option<i64>,
    /// It is no part of the text: a page's head or foot.
    pub(super) is_artifact: bool,
    pub(super) hidden: Option<&'static str>,
}

/// What a page draws.
#[derive(Debug, Default)]
pub(super) struct Page {
    pub(super) runs: Vec<Run>,
    /// Horizontal lines: from, to, height.
    pub(super) rules: Vec<(f64, f64, f64)>,
    pub(super) height: f64,
}

/// Reads pages, within limits that hold for all of them.
pub(super) struct Painter<'d> {
    file: &'d Document,
    fonts: BTreeMap<ObjectId, Rc<Font>>,
    bytes_left: usize,
    text_left: usize,
    runs_left: usize,
}

type Matrix = [f64; 6];

const IDENTITY: Matrix = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];

/// First `one`, then `other`.
fn times(one: Matrix, other: Matrix) -> Matrix {
    let row = |at: usize| [one[at] * other[0] + one[at + 1] * other[2], one[at] * other[1] + one[at + 1] * other[3]];
    let (first, second, moved) = (row(0), row(2), row(4));
    [first[0], first[1], second[0], second[1], moved[0] + other[4], moved[1] + other[5]]
}

#[derive(Clone)]
struct State {
    matrix: Matrix,
    font: Option<Rc<Font>>,
    size: f64,
    letter_space: f64,
    word_space: f64,
    stretch: f64,
    leading: f64,
    rise: f64,
    is_invisible: bool,
    is_white: bool,
}

/// A stretch of the content that the file says something about.
struct Mark {
    mark: Option<i64>,
    is_artifact: bool,
    /// What it is to be read as; taken by its first text.
    actual: Option<String>,
    has_actual: bool,
}

struct Drawing {
    page: Page,
    text: Matrix,
    line: Matrix,
    stack: Vec<State>,
    state: State,
    marks: Vec<Mark>,
    /// Filled areas that are not white, and pictures: left, bottom, right, top.
    grounds: Vec<[f64; 4]>,
    path: Vec<[f64; 4]>,
    point: (f64, f64),
}

impl<'d> Painter<'d> {
    pub(super) fn new(file: &'d Document) -> Self {
        Self { file, fonts: BTreeMap::new(), bytes_left: LARGEST_WHOLE, text_left: LONGEST, runs_left: MOST_RUNS }
    }

    /// Reads a page.
    pub(super) fn page(&mut self, id: ObjectId) -> Result<Page, Unreadable> {
        let limit = LARGEST_CONTENT.min(self.bytes_left);
        let content = self.file.get_page_content_with_limit(id, limit).map_err(|_| too_large())?;
        self.bytes_left -= content.len().min(self.bytes_left);
        let dictionary = self.file.get_dictionary(id).ok();
        let area =
            dictionary.and_then(|page| inherited(page, b"MediaBox", self.file)).and_then(|area| area.as_array().ok());
        let side = |at: usize| area.and_then(|area| area.get(at)).and_then(number);
        let height = side(3).unwrap_or(842.0) - side(1).unwrap_or(0.0);
        let resources =
            dictionary.and_then(|page| inherited(page, b"Resources", self.file)).and_then(|of| of.as_dict().ok());
        let state = State {
            matrix: IDENTITY,
            font: None,
            size: 0.0,
            letter_space: 0.0,
            word_space: 0.0,
            stretch: 1.0,
            leading: 0.0,
            rise: 0.0,
            is_invisible: false,
            is_white: false,
        };
        let mut drawing = Drawing {
            page: Page { height, ..Page::default() },
            text: IDENTITY,
            line: IDENTITY,
            stack: Vec::new(),
            state,
            marks: Vec::new(),
            grounds: Vec::new(),
            path: Vec::new(),
            point: (0.0, 0.0),
        };
        self.draw(&content, resources, &mut drawing, 0)?;
        Ok(drawing.page)
    }

    fn draw(
        &mut self,
        content: &[u8],
        resources: Option<&Dictionary>,
        drawing: &mut Drawing,
        depth: usize,
    ) -> Result<(), Unreadable> {
        let mut lexer = Lexer::new(content);
        let (floor, marks) = (drawing.stack.len(), drawing.marks.len());
        while let Some((operator, operands)) = lexer.next() {
            let n = |at: usize| operands.get(at).and_then(Operand::number).unwrap_or(0.0);
            match operator.as_slice() {
                b"q" if drawing.stack.len() < 256 => drawing.stack.push(drawing.state.clone()),
                b"Q" if drawing.stack.len() > floor => {
                    if let Some(state) = drawing.stack.pop() {
                        drawing.state = state;
                    }
                }
                b"cm" => drawing.state.matrix = times([n(0), n(1), n(2), n(3), n(4), n(5)], drawing.state.matrix),
                b"BT" => (drawing.text, drawing.line) = (IDENTITY, IDENTITY),
                b"Tf" => {
                    let name = operands.first().and_then(Operand::name).unwrap_or_default();
                    drawing.state.font = self.font(name, resources);
                    drawing.state.size = n(1);
                }
                b"Tc" => drawing.state.letter_space = n(0),
                b"Tw" => drawing.state.word_space = n(0),
                b"Tz" => drawing.state.stretch = n(0) / 100.0,
                b"TL" => drawing.state.leading = n(0),
                b"Ts" => drawing.state.rise = n(0),
                // Drawn not at all, or only as a mask.
                b"Tr" => drawing.state.is_invisible = matches!(whole(n(0)), Some(3 | 7)),
                b"Td" => drawing.next_line(n(0), n(1)),
                b"TD" => {
                    drawing.state.leading = -n(1);
                    drawing.next_line(n(0), n(1));
                }
                b"Tm" => {
                    drawing.line = [n(0), n(1), n(2), n(3), n(4), n(5)];
                    drawing.text = drawing.line;
                }
                b"T*" => drawing.next_line(0.0, -drawing.state.leading),
                b"Tj" => self.show_all(operands.last().into_iter(), drawing)?,
                b"'" | b"\"" => {
                    if operator == b"\"" {
                        (drawing.state.word_space, drawing.state.letter_space) = (n(0), n(1));
                    }
                    drawing.next_line(0.0, -drawing.state.leading);
                    self.show_all(operands.last().into_iter(), drawing)?;
                }
                b"TJ" => {
                    if let Some(Operand::Array(parts)) = operands.last() {
                        self.show_all(parts.iter(), drawing)?;
                    }
                }
                b"g" | b"rg" | b"sc" | b"scn" => {
                    let numbers: Vec<f64> = operands.iter().filter_map(Operand::number).collect();
                    drawing.state.is_white = matches!(numbers.len(), 1 | 3) && numbers.iter().all(|part| *part >= 0.97);
                }
                b"k" => drawing.state.is_white = operands.len() == 4 && (0..4).all(|at| n(at) <= 0.03),
                b"cs" => drawing.state.is_white = false,
                b"re" => drawing.rectangle(n(0), n(1), n(2), n(3)),
                b"m" => drawing.point = (n(0), n(1)),
                b"l" => {
                    let (x, y) = drawing.point;
                    drawing.rectangle(x, y, n(0) - x, n(1) - y);
                    drawing.point = (n(0), n(1));
                }
                b"f" | b"F" | b"f*" | b"B" | b"B*" | b"b" | b"b*" => drawing.paint(true),
                b"S" | b"s" => drawing.paint(false),
                b"n" => drawing.path.clear(),
                b"BMC" | b"BDC" => {
                    let mark = self.mark(&operands, resources, drawing);
                    if drawing.marks.len() < 256 {
                        drawing.marks.push(mark);
                    }
                }
                b"EMC" if drawing.marks.len() > marks => {
                    drawing.marks.pop();
                }
                b"Do" => {
                    let name = operands.first().and_then(Operand::name).unwrap_or_default();
                    self.object(name, resources, drawing, depth)?;
                }
                _ => {}
            }
        }
        drawing.stack.truncate(floor);
        drawing.marks.truncate(marks);
        Ok(())
    }

    /// Draws a form, or notes a picture.
    fn object(
        &mut self,
        name: &[u8],
        resources: Option<&Dictionary>,
        drawing: &mut Drawing,
        depth: usize,
    ) -> Result<(), Unreadable> {
        let Some(Ok(stream)) = self.resource(b"XObject", name, resources).map(Object::as_stream) else { return Ok(()) };
        if stream.dict.get(b"Subtype").and_then(Object::as_name).is_ok_and(|kind| kind == b"Image") {
            let corners = area(drawing.state.matrix, [0.0, 0.0, 1.0, 1.0]);
            drawing.grounds.push(corners);
            return Ok(());
        }
        if depth >= DEEPEST {
            return Ok(());
        }
        let limit = LARGEST_CONTENT.min(self.bytes_left);
        let content = stream.get_plain_content_with_limit(limit).map_err(|_| too_large())?;
        // An empty form costs something too, so that forms that draw forms come to an end.
        self.bytes_left = self.bytes_left.checked_sub(content.len() + 64).ok_or_else(too_large)?;
        let matrix = stream.dict.get_deref(b"Matrix", self.file).and_then(Object::as_array).ok();
        let part = |at: usize| matrix.and_then(|matrix| matrix.get(at)).and_then(number).unwrap_or(IDENTITY[at]);
        let saved = drawing.state.clone();
        drawing.state.matrix = times([part(0), part(1), part(2), part(3), part(4), part(5)], drawing.state.matrix);
        let own = stream.dict.get_deref(b"Resources", self.file).and_then(Object::as_dict).ok();
        self.draw(&content, own.or(resources), drawing, depth + 1)?;
        drawing.state = saved;
        Ok(())
    }

    fn resource(&self, kind: &[u8], name: &[u8], resources: Option<&'d Dictionary>) -> Option<&'d Object> {
        let file = self.file;
        resources?.get_deref(kind, file).ok()?.as_dict().ok()?.get_deref(name, file).ok()
    }

    fn font(&mut self, name: &[u8], resources: Option<&Dictionary>) -> Option<Rc<Font>> {
        let file = self.file;
        let fonts = resources?.get_deref(b"Font", file).ok()?.as_dict().ok()?;
        let id = fonts.get(name).and_then(Object::as_reference).ok();
        if let Some(known) = id.and_then(|id| self.fonts.get(&id)) {
            return Some(Rc::clone(known));
        }
        let font = Rc::new(Font::new(fonts.get_deref(name, file).ok()?.as_dict().ok()?, file));
        if let Some(id) = id {
            self.fonts.insert(id, Rc::clone(&font));
        }
        Some(font)
    }

    fn mark(&self, operands: &[Operand], resources: Option<&Dictionary>, drawing: &Drawing) -> Mark {
        let tag = operands.first().and_then(Operand::name).unwrap_or_default();
        let above = drawing.marks.last();
        let mut mark = Mark {
            mark: above.and_then(|above| above.mark),
            is_artifact: tag == b"Artifact" || above.is_some_and(|above| above.is_artifact),
            actual: None,
            has_actual: above.is_some_and(|above| above.has_actual),
        };
        match operands.get(1) {
            Some(Operand::Dictionary(pairs)) => {
                for (key, value) in pairs {
                    match (key.as_slice(), value) {
                        (b"MCID", Operand::Number(number)) => mark.mark = whole(*number),
                        (b"ActualText", Operand::Text(text)) => {
                            (mark.actual, mark.has_actual) = (Some(words(text)), true);
                        }
                        _ => {}
                    }
                }
            }
            Some(Operand::Name(name)) => {
                let properties = self.resource_of(b"Properties", name, resources).and_then(|of| of.as_dict().ok());
                if let Some(properties) = properties {
                    mark.mark = properties.get(b"MCID").and_then(Object::as_i64).ok().or(mark.mark);
                    if let Ok(text) = properties.get_deref(b"ActualText", self.file).and_then(Object::as_str) {
                        (mark.actual, mark.has_actual) = (Some(words(text)), true);
                    }
                }
            }
            _ => {}
        }
        mark
    }

    fn resource_of<'r>(&'r self, kind: &[u8], name: &[u8], resources: Option<&'r Dictionary>) -> Option<&'r Object> {
        resources?.get_deref(kind, self.file).ok()?.as_dict().ok()?.get_deref(name, self.file).ok()
    }

    fn show_all<'o>(
        &mut self,
        parts: impl Iterator<Item = &'o Operand>,
        drawing: &mut Drawing,
    ) -> Result<(), Unreadable> {
        for part in parts {
            match part {
                Operand::Number(back) => {
                    let state = &drawing.state;
                    let along = -back / 1000.0 * state.size * state.stretch;
                    drawing.text = times([1.0, 0.0, 0.0, 1.0, along, 0.0], drawing.text);
                }
                Operand::Text(bytes) => self.show(bytes, drawing)?,
                _ => {}
            }
        }
        Ok(())
    }

    fn show(&mut self, bytes: &[u8], drawing: &mut Drawing) -> Result<(), Unreadable> {
        let Some(font) = drawing.state.font.clone() else { return Ok(()) };
        let state = &drawing.state;
        let (mut text, mut along) = (String::new(), 0.0);
        for code in bytes.chunks(if font.is_wide { 2 } else { 1 }) {
            let code = code.iter().fold(0_u32, |code, byte| code * 256 + u32::from(*byte));
            font.spell(code, &mut text);
            let word_space = if code == 32 && !font.is_wide { state.word_space } else { 0.0 };
            along += (font.width(code) * state.size + state.letter_space + word_space) * state.stretch;
        }
        let matrix = times(drawing.text, state.matrix);
        let place = |x: f64| {
            (x * matrix[0] + state.rise * matrix[2] + matrix[4], x * matrix[1] + state.rise * matrix[3] + matrix[5])
        };
        let ((left, base), (right, end)) = (place(0.0), place(along));
        let size = (matrix[2].hypot(matrix[3]) * state.size).abs();
        drawing.text = times([1.0, 0.0, 0.0, 1.0, along, 0.0], drawing.text);
        let (mark, is_artifact) = drawing.marks.last().map_or((None, false), |mark| (mark.mark, mark.is_artifact));
        // Where the file says how a stretch is to be read, its first text is read so and the rest not at all.
        if drawing.marks.last().is_some_and(|mark| mark.has_actual) {
            let actual = drawing.marks.iter_mut().rev().find_map(|mark| mark.actual.take());
            text = actual.unwrap_or_default();
        }
        // Text that runs up or down a page is a stamp or a margin's, no line of the contract.
        if text.is_empty()
            && let Some(last) = drawing.page.runs.last_mut().filter(|last| (last.base - base).abs() < size * 0.05)
        {
            last.right = last.right.max(right);
        }
        let level = (end - base).abs() <= (right - left).abs().max(size * 0.2);
        if text.is_empty() || !level || ![left, right, base, size].iter().all(|place| place.is_finite()) {
            return Ok(());
        }
        let middle = (left.midpoint(right), base + size * 0.3);
        let on_ground = drawing
            .grounds
            .iter()
            .any(|[x, y, to_x, to_y]| (*x..=*to_x).contains(&middle.0) && (*y..=*to_y).contains(&middle.1));
        let hidden = if size < SMALLEST && !text.trim().is_empty() {
            Some("too small to be seen")
        } else if drawing.state.is_invisible && !on_ground {
            // Over a picture it is what was read from the picture.
            Some("drawn as invisible")
        } else if drawing.state.is_white && !drawing.state.is_invisible && !on_ground {
            Some("white on white")
        } else {
            None
        };
        self.text_left = self.text_left.checked_sub(text.len()).ok_or_else(too_large)?;
        let run = Run {
            text,
            left: left.min(right),
            right: left.max(right),
            base,
            size,
            bold: font.is_bold,
            mark,
            is_artifact,
            hidden,
        };
        if let Some(last) = drawing.page.runs.last_mut()
            && last.joins(&run)
        {
            if run.left - last.right > last.size * 0.16 && !last.text.ends_with(' ') && !run.text.starts_with(' ') {
                last.text.push(' ');
            }
            last.text.push_str(&run.text);
            last.right = last.right.max(run.right);
            return Ok(());
        }
        self.runs_left = self.runs_left.checked_sub(1).ok_or_else(too_large)?;
        drawing.page.runs.push(run);
        Ok(())
    }
}

impl Run {
    /// Whether another stretch goes on where this one ends.
    fn joins(&self, next: &Self) -> bool {
        let gap = next.left - self.right;
        (self.base - next.base).abs() < self.size * 0.05
            && (self.size - next.size).abs() < self.size * 0.05
            && gap > -self.size * 0.4
            && gap < self.size * CELL_GAP
            && (self.mark, self.is_artifact, self.hidden, self.bold)
                == (next.mark, next.is_artifact, next.hidden, next.bold)
    }
}

impl Drawing {
    fn next_line(&mut self, x: f64, y: f64) {
        self.line = times([1.0, 0.0, 0.0, 1.0, x, y], self.line);
        self.text = self.line;
    }

    fn rectangle(&mut self, x: f64, y: f64, width: f64, height: f64) {
        if self.path.len() < 4096 {
            self.path.push(area(self.state.matrix, [x, y, x + width, y + height]));
        }
    }

    /// Ends a path: what is filled is ground that white words can be seen on, what is flat and wide is a rule.
    fn paint(&mut self, fills: bool) {
        const MOST: usize = 4096;
        for [left, bottom, right, top] in self.path.drain(..) {
            let (width, height) = (right - left, top - bottom);
            if height < 2.0 && width > 20.0 && self.page.rules.len() < MOST {
                self.page.rules.push((left, right, bottom));
            }
            if fills && !self.state.is_white && width > 2.0 && height > 2.0 && self.grounds.len() < MOST {
                self.grounds.push([left, bottom, right, top]);
            }
        }
    }
}

/// The area that a rectangle takes on the page.
fn area(matrix: Matrix, [x, y, to_x, to_y]: [f64; 4]) -> [f64; 4] {
    let place = |x: f64, y: f64| (x * matrix[0] + y * matrix[2] + matrix[4], x * matrix[1] + y * matrix[3] + matrix[5]);
    let corners = [place(x, y), place(to_x, to_y), place(x, to_y), place(to_x, y)];
    let fold =
        |pick: fn(&(f64, f64)) -> f64, best: fn(f64, f64) -> f64| corners.iter().map(pick).reduce(best).unwrap_or(0.0);
    [fold(|at| at.0, f64::min), fold(|at| at.1, f64::min), fold(|at| at.0, f64::max), fold(|at| at.1, f64::max)]
}

/// A property of a page, or of the group of pages above it that has it.
fn inherited<'d>(page: &'d Dictionary, key: &[u8], file: &'d Document) -> Option<&'d Object> {
    let mut of = page;
    for _ in 0..32 {
        if let Ok(found) = of.get_deref(key, file) {
            return Some(found);
        }
        of = of.get_deref(b"Parent", file).ok()?.as_dict().ok()?;
    }
    None
}

/// A text string of a PDF: UTF-16 with its mark, UTF-8 with its mark, or else as Latin letters.
pub(super) fn words(bytes: &[u8]) -> String {
    if let Some(units) = bytes.strip_prefix(&[0xFE, 0xFF]) {
        let units = units.chunks_exact(2).map(|pair| u16::from(pair[0]) << 8 | u16::from(pair[1]));
        return char::decode_utf16(units).map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER)).collect();
    }
    let utf8 = bytes.strip_prefix(&[0xEF, 0xBB, 0xBF]).and_then(|bytes| std::str::from_utf8(bytes).ok());
    utf8.map_or_else(|| bytes.iter().map(|byte| char::from(*byte)).collect(), str::to_owned)
}

#[allow(clippy::cast_possible_truncation, reason = "a number without a fraction below 2^31")]
fn whole(number: f64) -> Option<i64> {
    (number.fract() == 0.0 && (0.0..2_147_483_648.0).contains(&number)).then_some(number as i64)
}

pub(super) fn too_large() -> Unreadable {
    Unreadable::new("its pages unpack to far more than a contract has").help("it may be a trap; ask who sent it")
}
