//! Reads a response as its bytes come.

use core::fmt;

use super::body_fault::BodyFault;
use super::chunks::Part;
use super::head::{Coding, Head, unfold};
use super::head_error::HeadError;
use super::response::Response;
use super::syntax;

/// How many interim responses are skipped.
const MAX_INTERIMS: u8 = 16;

/// How many bytes are read where the buffer is full, to see whether there are any.
const SCRATCH: usize = 16;

/// Reads a response into a buffer of the caller's, as its bytes come.
pub struct Reader<'b> {
    buf: &'b mut [u8],
    state: State,
}

/// How far a response was read, without its buffer: for a caller that keeps the two apart, such as a
/// state machine with a buffer of its own.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct State {
    phase: Phase,
    /// How much of the buffer holds the head and the body. Behind it is spare capacity.
    len: usize,
    /// Where the head starts: behind empty lines.
    head_start: usize,
    head_end: usize,
    /// Where the last line of an unfinished head starts.
    line_start: usize,
    status: u16,
    interims: u8,
    keeps_alive: bool,
    scratch: [u8; SCRATCH],
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Phase {
    Head,
    Body(Coding),
    Ended(Option<BodyFault>),
    Failed(HeadError),
}

impl<'b> Reader<'b> {
    /// A reader of a response to a `GET` or a `POST`. The buffer holds its head and its body.
    #[must_use]
    pub const fn new(buf: &'b mut [u8]) -> Self {
        Self { buf, state: State::new() }
    }

    /// A reader that goes on where another left off, whose buffer this is.
    ///
    /// With another buffer, what is read has no meaning.
    #[must_use]
    pub const fn resume(buf: &'b mut [u8], state: State) -> Self {
        Self { buf, state }
    }

    /// How far the response was read, to [`resume`](Self::resume) later.
    #[must_use]
    pub const fn state(&self) -> State {
        self.state
    }

    /// Whether the response is not whole yet, and nothing is wrong with it so far.
    #[must_use]
    pub const fn wants_more(&self) -> bool {
        matches!(self.state.phase, Phase::Head | Phase::Body(_))
    }

    /// Where to read the next bytes to. It is never empty as long as more is wanted, so that no bytes
    /// means that the stream has ended, even where the buffer is full.
    #[must_use]
    pub fn spare(&mut self) -> &mut [u8] {
        if !self.wants_more() {
            return &mut [];
        }
        match self.buf.get_mut(self.state.len..) {
            Some(spare) if !spare.is_empty() => spare,
            _ => &mut self.state.scratch,
        }
    }

    /// So many bytes were read to the start of [`spare`](Self::spare). No bytes change nothing.
    pub fn filled(&mut self, count: usize) {
        let spare = self.buf.len().saturating_sub(self.state.len);
        if spare > 0 {
            let end = self.state.len.saturating_add(count.min(spare));
            self.state.take(self.buf, end);
        } else {
            let scratch = self.state.scratch;
            let bytes = scratch.get(..count).unwrap_or(&scratch);
            self.state.take_beyond(bytes, self.buf);
        }
    }

    /// The stream has ended: there are no more bytes.
    pub fn end(&mut self) {
        let phase = match self.state.phase {
            Phase::Body(Coding::UntilClose) => Phase::Ended(None),
            _ => self.state.cut_off(self.buf),
        };
        self.state.phase = phase;
    }

    /// The response, as far as it came. Before its end, after a timeout say, it is as good as cut off.
    ///
    /// # Errors
    ///
    /// - nothing, or `"\r\n"`: empty
    /// - `"HTTP/1.1 200 OK\r\nDate:"`: cut off
    /// - `"SSH-2.0-OpenSSH_9.6\r\n"`: not HTTP/1 at byte 0
    /// - `"HTTP/1.1 2x0 OK\r\n\r\n"`: no status at byte 10
    /// - `"HTTP/1.1 200 OK\r\nDate : ..\r\n\r\n"`: a header name at byte 21
    /// - `"HTTP/1.1 200 OK\r\nContent-Length: 5, 6\r\n\r\n"`: a length that contradicts another
    /// - `"HTTP/1.1 200 OK\r\n"` and more than fits in the buffer: too long
    pub fn finish(self) -> Result<Response<'b>, HeadError> {
        let Self { buf, mut state } = self;
        let fault = match state.cut_off(buf) {
            Phase::Failed(error) => return Err(error),
            Phase::Ended(fault) => fault,
            // It is one of the two.
            Phase::Head | Phase::Body(_) => None,
        };
        let buf: &'b [u8] = buf;
        let part = |from, to| buf.get(from..to).unwrap_or_default();
        let head = part(state.head_start, state.head_end);
        let body = part(state.head_end, state.len);
        Ok(Response::new(state.status, head, body, fault, state.keeps_alive))
    }
}

impl State {
    const fn new() -> Self {
        Self {
            phase: Phase::Head,
            len: 0,
            head_start: 0,
            head_end: 0,
            line_start: 0,
            status: 0,
            interims: 0,
            keeps_alive: false,
            scratch: [0; SCRATCH],
        }
    }

    /// Takes what is in the buffer, up to `end`.
    fn take(&mut self, buf: &mut [u8], mut end: usize) {
        while matches!(self.phase, Phase::Head) {
            let Some(head_end) = self.find_head_end(buf, end) else {
                self.len = end;
                if end >= buf.len() {
                    self.phase = Phase::Failed(match self.head_fault(buf) {
                        HeadError::CutOff { .. } => HeadError::TooLong { capacity: buf.len() },
                        fault => fault,
                    });
                }
                return;
            };
            self.head_end = head_end;
            self.len = head_end;
            self.phase = match self.read_head(buf) {
                Err(error) => Phase::Failed(error),
                Ok(coding) => Phase::Body(coding),
            };
            if matches!(self.status, 100 | 102..=199) && matches!(self.phase, Phase::Body(_)) {
                self.interims = self.interims.saturating_add(1);
                if self.interims > MAX_INTERIMS {
                    self.phase = Phase::Failed(HeadError::TooManyInterims);
                    return;
                }
                move_down(buf, head_end, end, 0);
                end = end.saturating_sub(head_end);
                *self = Self { interims: self.interims, ..Self::new() };
            }
        }
        if let Phase::Body(coding) = self.phase {
            self.take_body(coding, buf, end);
        }
    }

    /// Where the head ends, if it does before `end`. What is looked at is not looked at again.
    fn find_head_end(&mut self, buf: &[u8], end: usize) -> Option<usize> {
        while let Some(rest) = buf.get(self.len..end)
            && let Some(position) = memchr::memchr(b'\n', rest)
        {
            let after = self.len.saturating_add(position).saturating_add(1);
            let line = buf.get(self.line_start..after).unwrap_or_default();
            let is_empty = matches!(line, [b'\n'] | [b'\r', b'\n']);
            if is_empty && self.line_start != self.head_start {
                return Some(after);
            }
            if is_empty {
                // What stands between two responses (RFC 9112, 2.2).
                self.head_start = after;
            }
            self.line_start = after;
            self.len = after;
        }
        None
    }

    fn read_head(&mut self, buf: &mut [u8]) -> Result<Coding, HeadError> {
        let head = buf.get_mut(self.head_start..self.head_end).unwrap_or_default();
        unfold(head);
        let Head { status, coding, keeps_alive } = Head::read(head)?;
        self.status = status;
        self.keeps_alive = keeps_alive;
        Ok(coding)
    }

    /// What is wrong with a head that is not whole: that it is cut off, if nothing else.
    fn head_fault(&self, buf: &mut [u8]) -> HeadError {
        let head = buf.get_mut(self.head_start..self.len).unwrap_or_default();
        unfold(head);
        let cut_off = HeadError::CutOff { received: head.len() };
        syntax::check(head).err().unwrap_or(cut_off)
    }

    /// Takes what is in the buffer of the body, from `len` to `end`, and joins it to what is there.
    fn take_body(&mut self, coding: Coding, buf: &mut [u8], end: usize) {
        match coding {
            Coding::UntilClose => self.len = end,
            Coding::Sized { left, len } => {
                let came = end.saturating_sub(self.len);
                let taken = came.min(left);
                self.len = self.len.saturating_add(taken);
                let left = left.saturating_sub(taken);
                self.phase = if left == 0 {
                    self.keeps_alive &= came == taken;
                    Phase::Ended(None)
                } else if self.len >= buf.len() {
                    Phase::Ended(Some(BodyFault::TooLong { capacity: buf.len() }))
                } else {
                    Phase::Body(Coding::Sized { left, len })
                };
            }
            Coding::Chunked(mut chunks) => {
                let mut from = self.len;
                loop {
                    let input = buf.get(from..end).unwrap_or_default();
                    if input.is_empty() {
                        self.phase = Phase::Body(Coding::Chunked(chunks));
                        return;
                    }
                    match chunks.next(input) {
                        Part::Framing(count) => from = from.saturating_add(count),
                        Part::Data(count) => {
                            let after = from.saturating_add(count);
                            move_down(buf, from, after, self.len);
                            self.len = self.len.saturating_add(count);
                            from = after;
                        }
                        Part::Last(count) => {
                            self.keeps_alive &= count == input.len();
                            self.phase = Phase::Ended(None);
                            return;
                        }
                        Part::Fault(fault) => {
                            self.phase = Phase::Ended(Some(fault));
                            return;
                        }
                    }
                }
            }
        }
    }

    /// Takes what came when the buffer was full: nothing of it may be of the body.
    fn take_beyond(&mut self, mut bytes: &[u8], buf: &[u8]) {
        let capacity = buf.len();
        if bytes.is_empty() {
            return;
        }
        let too_long = Phase::Ended(Some(BodyFault::TooLong { capacity }));
        match self.phase {
            Phase::Head => self.phase = Phase::Failed(HeadError::TooLong { capacity }),
            Phase::Body(Coding::Chunked(mut chunks)) => {
                while !bytes.is_empty() {
                    let count = match chunks.next(bytes) {
                        Part::Framing(count) => count,
                        Part::Last(count) => {
                            self.keeps_alive &= count == bytes.len();
                            self.phase = Phase::Ended(None);
                            return;
                        }
                        Part::Data(_) => {
                            self.phase = too_long;
                            return;
                        }
                        Part::Fault(fault) => {
                            self.phase = Phase::Ended(Some(fault));
                            return;
                        }
                    };
                    bytes = bytes.get(count..).unwrap_or_default();
                }
                self.phase = Phase::Body(Coding::Chunked(chunks));
            }
            Phase::Body(_) => self.phase = too_long,
            Phase::Ended(_) | Phase::Failed(_) => {}
        }
    }

    /// What becomes of a response of which no more comes.
    fn cut_off(&mut self, buf: &mut [u8]) -> Phase {
        let received = self.len.saturating_sub(self.head_end);
        match self.phase {
            Phase::Head if self.len <= self.head_start => Phase::Failed(HeadError::Empty),
            Phase::Head => Phase::Failed(self.head_fault(buf)),
            Phase::Body(coding) => {
                let expected = match coding {
                    Coding::Sized { len, .. } => Some(len),
                    Coding::Chunked(_) | Coding::UntilClose => None,
                };
                Phase::Ended(Some(BodyFault::CutOff { received, expected }))
            }
            phase => phase,
        }
    }
}

impl fmt::Debug for Reader<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Reader").field("state", &self.state).finish_non_exhaustive()
    }
}

/// What was read is the caller's to print.
impl fmt::Debug for State {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("State")
            .field("phase", &self.phase)
            .field("len", &self.len)
            .finish_non_exhaustive()
    }
}

/// Copies bytes to a place that is not behind them.
fn move_down(buf: &mut [u8], from: usize, end: usize, to: usize) {
    if from == to {
        return;
    }
    let cells = core::cell::Cell::from_mut(buf).as_slice_of_cells();
    let source = cells.get(from..end).unwrap_or_default();
    let target = cells.get(to..).unwrap_or_default();
    for (to, from) in target.iter().zip(source) {
        to.set(from.get());
    }
}
