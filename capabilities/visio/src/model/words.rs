//! The closed lists: what rooms are for, where they and their seats stand, what is asked and answered.

kernel::words! {
    /// What a room is for.
    Kind {
        /// One demand at the help desk, or several explained once.
        Ticket = "demande",
        /// A meeting of the agenda.
        Meeting = "rencontre",
        /// At an adult's will.
        Open = "libre",
    }
}

kernel::words! {
    /// Where a room stands.
    State {
        /// Made; no adult is there yet.
        Waiting = "waiting",
        /// An adult is there.
        Open = "open",
        /// Over.
        Closed = "closed",
    }
}

kernel::words! {
    /// Whose cameras are seen by whom.
    Cameras {
        /// Everybody's by everybody.
        All = "tous",
        /// The pupils' by the adult only.
        Host = "adulte",
        /// No pupil's.
        None = "aucune",
    }
}

kernel::words! {
    /// What somebody is in a room.
    Part {
        /// Holds it.
        Host = "host",
        /// Another adult.
        Adult = "adult",
        /// Invited.
        Guest = "guest",
    }
}

kernel::words! {
    /// Where a seat stands.
    SeatState {
        /// Expected, not come yet.
        Expected = "expected",
        /// At the door.
        Lobby = "lobby",
        /// May come in.
        Admitted = "admitted",
        /// In.
        In = "in",
        /// Was in, and left.
        Out = "out",
        /// Made to leave; stays out.
        Removed = "removed",
    }
}

kernel::words! {
    /// How well somebody follows, as they say.
    Hears {
        /// Nothing said.
        Unsaid = "rien",
        /// I hear and follow.
        Well = "entendu",
        /// I do not hear.
        Badly = "pas-entendu",
        /// I hear, and am lost.
        Lost = "perdu",
    }
}

kernel::words! {
    /// The shape of a question.
    Shape {
        /// Four answers.
        Letters = "abcd",
        /// Two answers.
        YesNo = "oui-non",
        /// A gauge, moved at any time.
        Gauge = "jauge",
    }
}

impl Shape {
    /// The answers it takes.
    pub const fn answers(self) -> &'static [&'static str] {
        match self {
            Self::Letters => &["a", "b", "c", "d"],
            Self::YesNo => &["oui", "non"],
            Self::Gauge => &["ca-va", "perdu"],
        }
    }
}
