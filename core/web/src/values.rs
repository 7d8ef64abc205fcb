//! Values that sentences take, as pages have them: whole or behind a reference.
use kernel::Moment;

/// A whole number as pages have it: of any width, or behind a reference.
pub trait Number {
    /// The number; the largest we can write when it does not fit.
    fn number(&self) -> i64;
}

impl Number for i64 {
    fn number(&self) -> i64 {
        *self
    }
}

impl Number for u32 {
    fn number(&self) -> i64 {
        (*self).into()
    }
}

impl Number for u16 {
    fn number(&self) -> i64 {
        (*self).into()
    }
}

impl Number for i32 {
    fn number(&self) -> i64 {
        (*self).into()
    }
}

impl Number for i8 {
    fn number(&self) -> i64 {
        (*self).into()
    }
}

impl Number for usize {
    fn number(&self) -> i64 {
        i64::try_from(*self).unwrap_or(i64::MAX)
    }
}

impl<N: Number> Number for &N {
    fn number(&self) -> i64 {
        (**self).number()
    }
}

/// An instant as pages have it, or behind a reference.
pub trait When {
    /// The instant.
    fn when(&self) -> Moment;
}

impl When for Moment {
    fn when(&self) -> Moment {
        *self
    }
}

impl<W: When> When for &W {
    fn when(&self) -> Moment {
        (**self).when()
    }
}
