//! From numbers to lengths.

/// So many units of drawing for the greatest number.
#[derive(Clone, Copy, Debug)]
pub struct Scale {
    most: i64,
    length: i64,
}

impl Scale {
    /// A scale whose greatest number, `most`, is `length` long.
    pub fn to(most: i64, length: i64) -> Self {
        Self { most: most.max(1), length }
    }

    /// How long this number is; what is something is seen, if only as a hair.
    pub fn length(self, value: i64) -> i64 {
        let value = value.clamp(0, self.most);
        let exact = i128::from(value) * i128::from(self.length) / i128::from(self.most);
        i64::try_from(exact).unwrap_or(self.length).max(i64::from(value > 0))
    }

    /// Three round numbers to write beside the lines: nothing, about a half, about all.
    pub fn marks(self) -> Vec<i64> {
        let step = round(self.most / 2).max(1);
        (0..=2).map(|n| n * step).filter(|mark| *mark <= self.most).collect()
    }
}

/// The number with its first figure kept, the others nought: 1, 2, 5, 40, 300.
fn round(value: i64) -> i64 {
    let mut unit = 1;
    while value / unit >= 10 {
        unit *= 10;
    }
    value / unit * unit
}
