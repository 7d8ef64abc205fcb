//! An error and what it comes from, in one line.
use std::{error::Error, iter};

/// The error, and all its causes after it: `the database failed: disk full`.
pub fn causes(error: &dyn Error) -> String {
    let all = iter::successors(Some(error), |&error| error.source()).map(ToString::to_string);
    all.collect::<Vec<_>>().join(": ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, thiserror::Error)]
    #[error("{said}")]
    struct Told {
        said: &'static str,
        #[source]
        cause: Option<Box<Told>>,
    }

    #[test]
    fn an_error_is_told_with_each_of_its_causes_in_their_order() {
        let alone = Told { said: "the disk is full", cause: None };
        assert_eq!(causes(&alone), "the disk is full");
        let deep = Told { said: "the database failed", cause: Some(Box::new(alone)) };
        let deeper = Told { said: "nothing was imported", cause: Some(Box::new(deep)) };
        assert_eq!(causes(&deeper), "nothing was imported: the database failed: the disk is full");
    }
}
