//! What a node runs beside its pages, by type.
use std::{any::Any, fmt};

/// What a node runs beside its pages (the media of video rooms, for one). The binary gives each; the slice that knows its type asks
/// for it, and nothing else does.
#[derive(Default)]
pub struct Engines(Vec<Box<dyn Any + Send + Sync>>);

impl Engines {
    /// Adds one, where there is one. Of two of one type, the first is found.
    #[must_use]
    pub fn with<T: Any + Send + Sync>(mut self, engine: Option<T>) -> Self {
        self.0.extend(engine.map(|engine| Box::new(engine) as Box<dyn Any + Send + Sync>));
        self
    }

    /// The one of this type; none where this node does not run it.
    pub fn get<T: Any>(&self) -> Option<&T> {
        self.0.iter().find_map(|engine| engine.downcast_ref())
    }
}

impl fmt::Debug for Engines {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} engines", self.0.len())
    }
}
