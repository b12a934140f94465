//! Letters in pieces: what many texts have in common is a byte in each.

#![expect(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "the compiler runs into whatever would be wrong"
)]

/// What many texts have in common, each of two parts: a letter, or a piece before it.
///
/// Byte pair encoding of the codes, the words of the advice and the names of parameters chose these.
/// With others, or after a change of those, the lists are longer and as right.
const PIECES: [&str; COUNT] = split(
    "on er at en ed ce ion ot st ur in or am ss ing li et al ey id ken oken onf lic ig Not orm \
    ssing ag ai ail ro ser un .* Ex Pa ation ate onflic ent Par onflict Param ure Token ec em \
    im pi re tion up .Not Fo Id Key Mi eration amp eter ature ign ormat roce und atew ed. ime \
    Found ignature rocessing atewa Tag User Vp Vpn bu ho it key ll oc peration ror sk .Ex \
    Format Fu Gatewa Qu ers etho atc igur ecur emp pir .NotFound ota TagKey ity stamp ock \
    .Expir .Expired Full Quota QuotaFull ersion ethod atch iguring ecurity empot Time ask an \
    conflict es ice ip om rot sn sy ue um",
);

const COUNT: usize = 128;

/// The symbol of the first piece; those below are letters.
const FIRST: usize = 0x80;

/// The two symbols that each piece is made of.
static PAIRS: [[u8; 2]; COUNT] = pairs();

/// The letters that a symbol stands for.
pub(super) struct Letters {
    /// The symbols that are left, a byte each, the next one lowest.
    left: u32,
}

impl Letters {
    pub(super) fn of(symbol: u8) -> Self {
        Self { left: symbol.into() }
    }
}

impl Iterator for Letters {
    type Item = u8;

    fn next(&mut self) -> Option<u8> {
        let [mut symbol, ..] = self.left.to_le_bytes();
        self.left >>= 8;
        while let Some([first, second]) = PAIRS.get(usize::from(symbol).wrapping_sub(FIRST)) {
            self.left = self.left << 8 | u32::from(*second);
            symbol = *first;
        }
        (symbol > 0).then_some(symbol)
    }
}

/// The symbol for the most of the start of a text, and how many letters that is.
pub(super) const fn first(text: &[u8]) -> (u8, usize) {
    let mut best = (text[0], 1);
    let mut place = 0;
    while place < COUNT {
        let piece = PIECES[place].as_bytes();
        if piece.len() > best.1 && starts_with(text, piece) {
            best = (symbol(place), piece.len());
        }
        place += 1;
    }
    best
}

const fn symbol(place: usize) -> u8 {
    let [symbol, ..] = (FIRST + place).to_le_bytes();
    symbol
}

const fn starts_with(mut text: &[u8], mut start: &[u8]) -> bool {
    while let [wanted, after_start @ ..] = start {
        match text {
            [letter, after @ ..] if *letter == *wanted => (text, start) = (after, after_start),
            _ => return false,
        }
    }
    true
}

/// The symbol that a text is, if it is a letter or one of the first pieces.
const fn whole(text: &[u8], pieces: usize) -> Option<u8> {
    if let [letter] = text {
        return Some(*letter);
    }
    let mut place = 0;
    while place < pieces {
        let piece = PIECES[place].as_bytes();
        if piece.len() == text.len() && starts_with(text, piece) {
            return Some(symbol(place));
        }
        place += 1;
    }
    None
}

const fn pairs() -> [[u8; 2]; COUNT] {
    let mut pairs = [[0; 2]; COUNT];
    // How many symbols wait behind the first letter of each.
    let mut waiting = [0; FIRST + COUNT];
    let mut place = 0;
    while place < COUNT {
        let piece = PIECES[place].as_bytes();
        let mut cut = 1;
        pairs[place] = loop {
            let (first, second) = piece.split_at(cut);
            if let (Some(first), Some(second)) = (whole(first, place), whole(second, place)) {
                break [first, second];
            }
            cut += 1;
        };
        let [first, second] = pairs[place];
        let (first, second) = (waiting[first as usize] + 1, waiting[second as usize]);
        waiting[FIRST + place] = if first > second { first } else { second };
        assert!(waiting[FIRST + place] <= size_of::<u32>(), "`Letters` has room for them");
        place += 1;
    }
    pairs
}

/// The words of a text.
const fn split<const N: usize>(text: &str) -> [&str; N] {
    let mut words = [""; N];
    let mut rest = text;
    let mut place = 0;
    while place < N {
        let mut end = 0;
        while end < rest.len() && rest.as_bytes()[end] != b' ' {
            end += 1;
        }
        let (word, after) = rest.split_at(end);
        words[place] = word;
        rest = if after.is_empty() { after } else { after.split_at(1).1 };
        place += 1;
    }
    assert!(rest.is_empty(), "as many words as are counted");
    words
}
