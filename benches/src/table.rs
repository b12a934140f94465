//! The table of ratios, in Markdown.

use std::fmt;

use crate::job::{Case, Job, Role};

/// What each case takes, this crate taking 1.
pub struct Table {
    rows: Vec<Row>,
    /// What the last column holds.
    last_column: &'static str,
}

struct Row {
    job: &'static str,
    case: &'static str,
    role: Role,
    ratio: f64,
    least: Option<f64>,
    last: u64,
}

impl Table {
    pub fn new(last_column: &'static str) -> Self {
        Self { rows: Vec::new(), last_column }
    }

    pub fn add(&mut self, job: &Job, case: &Case, ratio: f64, last: u64) {
        let Job { name: job, .. } = *job;
        let Case { name: case, role, least, .. } = *case;
        self.rows.push(Row { job, case, role, ratio, least, last });
    }

    /// How many ratios are less than they have to be.
    pub fn missed(&self) -> usize {
        self.rows.iter().filter(|row| !row.is_reached()).count()
    }
}

impl Row {
    fn is_reached(&self) -> bool {
        self.least.is_none_or(|least| self.ratio >= least)
    }
}

/// A ratio; one below 1 as a fraction, because it says how many times faster something is.
struct Ratio(f64);

impl fmt::Display for Ratio {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            ratio if ratio >= 9.95 => write!(f, "{ratio:.0}"),
            ratio if ratio >= 1.0 => write!(f, "{ratio:.2}"),
            ratio if ratio > 0.1005 => write!(f, "1/{:.2}", ratio.recip()),
            ratio => write!(f, "1/{:.0}", ratio.recip()),
        }
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "| job | | takes | to reach | {} |", self.last_column)?;
        writeln!(f, "|---|---|--:|--:|--:|")?;
        for row in &self.rows {
            let floor = if row.role == Role::Floor { "floor: " } else { "" };
            write!(f, "| {} | {floor}{} | {} | ", row.job, row.case, Ratio(row.ratio))?;
            if let Some(least) = row.least {
                let mark = if row.is_reached() { "" } else { ", missed" };
                write!(f, "{}{mark}", Ratio(least))?;
            }
            writeln!(f, " | {} |", row.last)?;
        }
        Ok(())
    }
}
