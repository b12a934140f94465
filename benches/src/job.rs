//! A job, and everybody who can do it.

use std::hint::black_box;

/// A piece of work, and everybody who can do it.
pub struct Job {
    pub name: &'static str,
    /// This crate's first.
    pub cases: Vec<Case>,
}

/// One way to do a job.
pub struct Case {
    pub name: &'static str,
    pub role: Role,
    /// How many times as many instructions as this crate it has to take at least.
    pub least: Option<f64>,
    work: Box<dyn Work>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// This crate: it must not allocate.
    This,
    /// What a user would pick instead.
    Beside,
    /// Less than the job: nobody can be faster.
    Floor,
}

trait Work {
    fn repeat(&mut self, times: usize);
    fn result(&mut self) -> String;
}

/// Room for a result.
type Buffer = [u8; 2048];

struct Parts<W, S> {
    work: W,
    show: S,
    buffer: Buffer,
}

impl<W, S, T> Work for Parts<W, S>
where
    W: FnMut(&mut [u8]) -> T,
    S: Fn(T, &[u8]) -> String,
{
    fn repeat(&mut self, times: usize) {
        for _ in 0..times {
            // By reference, so that a large result is not copied.
            black_box(&(self.work)(black_box(&mut self.buffer)));
        }
    }

    fn result(&mut self) -> String {
        self.buffer.fill(0xa5);
        let result = (self.work)(&mut self.buffer);
        (self.show)(result, &self.buffer)
    }
}

impl Job {
    pub fn new(name: &'static str, cases: impl IntoIterator<Item = Case>) -> Self {
        Self { name, cases: cases.into_iter().collect() }
    }

    /// Asserts that all have the same result.
    pub fn check(&mut self) {
        let (first, others) = self.cases.split_first_mut().expect("a case");
        let expected = first.result();
        for case in others.iter_mut().filter(|case| case.role != Role::Floor) {
            assert_eq!(case.result(), expected, "{}: {}", self.name, case.name);
        }
    }
}

impl Case {
    fn new<T: 'static>(
        name: &'static str,
        role: Role,
        work: impl FnMut(&mut [u8]) -> T + 'static,
        show: impl Fn(T, &[u8]) -> String + 'static,
    ) -> Self {
        let work = Box::new(Parts { work, show, buffer: [0; 2048] });
        Self { name, role, least: None, work }
    }

    pub fn this<T: 'static>(
        name: &'static str,
        work: impl FnMut(&mut [u8]) -> T + 'static,
        show: impl Fn(T, &[u8]) -> String + 'static,
    ) -> Self {
        Self::new(name, Role::This, work, show)
    }

    pub fn beside<T: 'static>(
        name: &'static str,
        work: impl FnMut(&mut [u8]) -> T + 'static,
        show: impl Fn(T, &[u8]) -> String + 'static,
    ) -> Self {
        Self::new(name, Role::Beside, work, show)
    }

    pub fn floor<T: 'static>(
        name: &'static str,
        work: impl FnMut(&mut [u8]) -> T + 'static,
    ) -> Self {
        Self::new(name, Role::Floor, work, |_, _| String::new())
    }

    /// The same case, with how many times as many instructions as this crate it has to take at least.
    pub fn at_least(self, times: f64) -> Self {
        self.at_least_if(Some(times))
    }

    pub fn at_least_if(mut self, times: Option<f64>) -> Self {
        self.least = times;
        self
    }

    pub fn repeat(&mut self, times: usize) {
        self.work.repeat(times);
    }

    pub fn result(&mut self) -> String {
        self.work.result()
    }
}

/// The text at the start of the buffer.
pub fn written(len: usize, buffer: &[u8]) -> String {
    String::from_utf8(buffer[..len].to_vec()).expect("ASCII")
}
