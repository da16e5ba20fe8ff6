//! The tokens of a page's content (ISO 32000-1, 7.2 and 7.8): read one by one, with nothing kept.

/// Arrays and dictionaries within one another.
const DEEPEST: usize = 16;

/// What stands before an operator.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Operand {
    Number(f64),
    Name(Vec<u8>),
    Text(Vec<u8>),
    Array(Vec<Operand>),
    Dictionary(Vec<(Vec<u8>, Operand)>),
}

impl Operand {
    pub(super) fn number(&self) -> Option<f64> {
        match self {
            Self::Number(number) => Some(*number),
            _ => None,
        }
    }

    pub(super) fn name(&self) -> Option<&[u8]> {
        match self {
            Self::Name(name) => Some(name),
            _ => None,
        }
    }
}

/// Reads content from its beginning.
pub(super) struct Lexer<'b> {
    bytes: &'b [u8],
    at: usize,
}

enum Token {
    Operand(Operand),
    Open(u8),
    Close,
    Operator(Vec<u8>),
}

impl<'b> Lexer<'b> {
    pub(super) fn new(bytes: &'b [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    /// The next operator with what stands before it; none at the end.
    pub(super) fn next(&mut self) -> Option<(Vec<u8>, Vec<Operand>)> {
        // No operator has more than some dozens; what is more is broken, and the last ones count.
        const MOST: usize = 4096;
        let mut operands = Vec::new();
        loop {
            match self.token()? {
                Token::Operator(name) if name == b"BI" => {
                    self.skip_image();
                    operands.clear();
                }
                Token::Operator(name) => return Some((name, operands)),
                Token::Operand(operand) if operands.len() < MOST => operands.push(operand),
                Token::Open(kind) if operands.len() < MOST => operands.push(self.group(kind, 0)),
                Token::Operand(_) | Token::Open(_) | Token::Close => {}
            }
        }
    }

    fn group(&mut self, kind: u8, depth: usize) -> Operand {
        let mut list = Vec::new();
        while let Some(token) = self.token() {
            match token {
                Token::Operand(operand) => list.push(operand),
                Token::Open(inner) if depth < DEEPEST => list.push(self.group(inner, depth + 1)),
                Token::Open(_) | Token::Operator(_) => {}
                Token::Close => break,
            }
        }
        if kind == b'[' {
            return Operand::Array(list);
        }
        let mut pairs = Vec::new();
        let mut list = list.into_iter();
        while let (Some(key), Some(value)) = (list.next(), list.next()) {
            if let Operand::Name(key) = key {
                pairs.push((key, value));
            }
        }
        Operand::Dictionary(pairs)
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn skip_space(&mut self) {
        while let Some(byte) = self.peek() {
            if byte == b'%' {
                while self.peek().is_some_and(|byte| byte != b'\n' && byte != b'\r') {
                    self.at += 1;
                }
            } else if is_space(byte) {
                self.at += 1;
            } else {
                break;
            }
        }
    }

    fn token(&mut self) -> Option<Token> {
        self.skip_space();
        let first = self.peek()?;
        self.at += 1;
        Some(match first {
            b'[' => Token::Open(b'['),
            b']' => Token::Close,
            b'(' => Token::Operand(Operand::Text(self.literal())),
            b'<' if self.peek() == Some(b'<') => {
                self.at += 1;
                Token::Open(b'<')
            }
            b'<' => Token::Operand(Operand::Text(self.hexadecimal())),
            b'>' => {
                self.at += usize::from(self.peek() == Some(b'>'));
                Token::Close
            }
            b'/' => {
                let start = self.at;
                self.word();
                Token::Operand(Operand::Name(name(&self.bytes[start..self.at])))
            }
            b'{' | b'}' | b')' => Token::Close,
            _ => {
                let start = self.at - 1;
                self.word();
                let word = &self.bytes[start..self.at];
                match number(word) {
                    Some(number) => Token::Operand(Operand::Number(number)),
                    None => Token::Operator(word.to_vec()),
                }
            }
        })
    }

    fn word(&mut self) {
        while self.peek().is_some_and(|byte| !is_space(byte) && !b"()<>[]{}/%".contains(&byte)) {
            self.at += 1;
        }
    }

    fn literal(&mut self) -> Vec<u8> {
        let (mut text, mut depth) = (Vec::new(), 0_usize);
        while let Some(byte) = self.peek() {
            self.at += 1;
            match byte {
                b'(' => depth += 1,
                b')' if depth == 0 => break,
                b')' => depth -= 1,
                b'\\' => {
                    let Some(escaped) = self.peek() else { break };
                    self.at += 1;
                    match escaped {
                        b'n' => text.push(b'\n'),
                        b'r' => text.push(b'\r'),
                        b't' => text.push(b'\t'),
                        b'b' => text.push(8),
                        b'f' => text.push(12),
                        b'0'..=b'7' => {
                            let mut value = u32::from(escaped - b'0');
                            for _ in 0..2 {
                                let Some(digit @ b'0'..=b'7') = self.peek() else { break };
                                value = value * 8 + u32::from(digit - b'0');
                                self.at += 1;
                            }
                            text.push(u8::try_from(value & 0xFF).unwrap_or(0));
                        }
                        b'\n' => {}
                        b'\r' => self.at += usize::from(self.peek() == Some(b'\n')),
                        other => text.push(other),
                    }
                    continue;
                }
                _ => {}
            }
            text.push(byte);
        }
        text
    }

    fn hexadecimal(&mut self) -> Vec<u8> {
        let mut digits = Vec::new();
        while let Some(byte) = self.peek() {
            self.at += 1;
            if byte == b'>' {
                break;
            }
            digits.extend(char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok()));
        }
        digits.chunks(2).map(|pair| pair[0] * 16 + pair.get(1).copied().unwrap_or(0)).collect()
    }

    /// Passes a picture within the content: up to an `EI` that stands alone.
    fn skip_image(&mut self) {
        let ends = |at: usize| {
            let alone = |byte: Option<&u8>| byte.is_none_or(|byte| is_space(*byte));
            self.bytes[at..].starts_with(b"EI")
                && alone(at.checked_sub(1).and_then(|at| self.bytes.get(at)))
                && alone(self.bytes.get(at + 2))
        };
        self.at = (self.at..self.bytes.len()).find(|at| ends(*at)).map_or(self.bytes.len(), |at| at + 2);
    }
}

fn is_space(byte: u8) -> bool {
    matches!(byte, 0 | 9 | 10 | 12 | 13 | 32)
}

fn number(word: &[u8]) -> Option<f64> {
    if !word.iter().all(|byte| byte.is_ascii_digit() || b"+-.".contains(byte)) || word.len() > 40 {
        return None;
    }
    let text = std::str::from_utf8(word).ok()?;
    // `--5` and `5-3` are written by broken programs; readers take what can be read.
    let text = text.trim_start_matches("--");
    let end = text.char_indices().skip(1).find(|(_, letter)| "+-".contains(*letter)).map_or(text.len(), |(at, _)| at);
    text[..end].parse().ok().filter(|number: &f64| number.is_finite())
}

/// A name, with its `#20` resolved.
fn name(written: &[u8]) -> Vec<u8> {
    let mut name = Vec::with_capacity(written.len());
    let mut at = 0;
    while at < written.len() {
        let digits = written.get(at + 1..at + 3).and_then(|digits| std::str::from_utf8(digits).ok());
        match digits.and_then(|digits| u8::from_str_radix(digits, 16).ok()).filter(|_| written[at] == b'#') {
            Some(byte) => {
                name.push(byte);
                at += 3;
            }
            None => {
                name.push(written[at]);
                at += 1;
            }
        }
    }
    name
}
