//! The table of what each case takes, in Markdown.

use std::fmt;

use crate::job::{Case, Job, Role};

/// What each case takes: instructions, time or both.
#[derive(Default)]
pub struct Table {
    rows: Vec<Row>,
}

struct Row {
    job: &'static str,
    case: &'static str,
    role: Role,
    least: Option<f64>,
    instructions: Option<u64>,
    timed: Option<Timed>,
}

/// How long a case takes, and how often it allocates.
#[derive(Clone, Copy)]
pub struct Timed {
    /// In what the first case of the job takes.
    pub ratio: f64,
    pub allocations: u64,
}

impl Table {
    pub fn add(&mut self, job: &Job, case: &Case, instructions: Option<u64>, timed: Option<Timed>) {
        let Job { name: job, .. } = *job;
        let Case { name: case, role, least, .. } = *case;
        self.rows.push(Row { job, case, role, least, instructions, timed });
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
        let has_instructions = self.rows.iter().any(|row| row.instructions.is_some());
        let has_times = self.rows.iter().any(|row| row.timed.is_some());
        write!(f, "| job | |")?;
        if has_instructions {
            write!(f, " instructions | takes | to reach |")?;
        }
        if has_times {
            write!(f, " time | allocations |")?;
        }
        let columns = if has_instructions { 3 } else { 0 } + if has_times { 2 } else { 0 };
        writeln!(f, "\n|---|---|{}", "--:|".repeat(columns))?;
        let mut first = None;
        for Row { job, case, role, least, instructions, timed } in &self.rows {
            let floor = if *role == Role::Floor { "floor: " } else { "" };
            write!(f, "| {job} | {floor}{case} |")?;
            if let Some(count) = instructions {
                if *role == Role::This && first.is_none_or(|(of, _)| of != *job) {
                    first = Some((*job, *count));
                }
                let ratio = *count as f64 / first.map_or(1, |(_, count)| count) as f64;
                write!(f, " {count} | {} |", Ratio(ratio))?;
                match least {
                    Some(least) if ratio >= *least => write!(f, " {} |", Ratio(*least))?,
                    Some(least) => write!(f, " {}, missed |", Ratio(*least))?,
                    None => write!(f, " |")?,
                }
            }
            if let Some(Timed { ratio, allocations }) = timed {
                write!(f, " {} | {allocations} |", Ratio(*ratio))?;
            }
            writeln!(f)?;
        }
        Ok(())
    }
}
