//! Why what came from a portal opens nothing.

kernel::words! {
    /// Why what came from a portal opens nothing: a sentence for the person (`signin-portal-no-WORD`), and a word for the operator.
    Refused {
        /// The portal does not answer.
        Away = "away",
        /// The portal says no: the person turned back, or may not come by it.
        Turned = "turned",
        /// Nobody is signed in there, and nothing was to be asked.
        Nobody = "nobody",
        /// What came belongs to no journey begun on this browser, or to one that is over.
        Lost = "lost",
        /// It came before: each answer opens once.
        Again = "again",
        /// It came too late.
        Late = "late",
        /// It comes from the future: one of the two clocks is wrong.
        Clock = "clock",
        /// It is meant for another service.
        Elsewhere = "elsewhere",
        /// It comes from another portal than the one that was asked.
        Other = "other",
        /// It is not signed.
        Unsigned = "unsigned",
        /// Its signature is not the portal's.
        Forged = "forged",
        /// It is signed in a way that is broken.
        Weak = "weak",
        /// Its key is not known.
        Key = "key",
        /// It cannot be read, or says more than it may.
        Strange = "strange",
        /// The portal is not set up as it should be.
        Setup = "setup",
    }
}

impl Refused {
    /// Whether it speaks of the portal and not of this answer: who administers is told.
    pub const fn is_trouble(self) -> bool {
        matches!(self, Self::Away | Self::Clock | Self::Weak | Self::Setup | Self::Key)
    }
}

impl std::fmt::Display for Refused {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.word())
    }
}
