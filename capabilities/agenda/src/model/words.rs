//! The closed lists: kinds, places, rhythms, states, marks, sources.

kernel::words! {
    /// What a meeting is.
    Kind {
        /// A room where a group works.
        Group = "groupe",
        /// An appointment of a few pupils.
        Appointment = "rendez-vous",
        /// A virtual class for speaking.
        Oral = "oral",
        /// Devoirs faits, at school.
        OnSite = "sur-place",
        /// The teacher is at school, the pupils are elsewhere.
        AtSchool = "depuis-college",
    }
}

kernel::words! {
    /// Where the pupils are.
    Place {
        /// At home.
        Home = "maison",
        /// In a third place: a library, a social centre.
        TiersLieu = "tiers-lieu",
        /// In a room of the school.
        School = "college",
    }
}

kernel::words! {
    /// How often a slot comes back.
    Rhythm {
        /// Every school week.
        Every = "semaine",
        /// In weeks A.
        A = "A",
        /// In weeks B.
        B = "B",
    }
}

kernel::words! {
    /// Where a meeting stands.
    State {
        /// It is to come, or nobody said that it was held.
        Planned = "planned",
        /// It is being held.
        Open = "open",
        /// It was held.
        Held = "held",
        /// It will not be held.
        Cancelled = "cancelled",
    }
}

kernel::words! {
    /// A pupil's place in a meeting.
    Seat {
        /// Has a place.
        Enrolled = "enrolled",
        /// Is on the waiting list.
        Waiting = "waiting",
        /// Left, or was taken off.
        Withdrawn = "withdrawn",
    }
}

kernel::words! {
    /// Whether a pupil was there.
    Mark {
        /// Was there.
        Present = "present",
        /// Was not.
        Absent = "absent",
        /// Was not, and it is justified.
        Excused = "excuse",
    }
}

kernel::words! {
    /// What says that a pupil was there.
    Source {
        /// A ticket of the help desk.
        Ticket = "ticket",
        /// A video room.
        Room = "salle",
        /// An adult, by hand.
        Hand = "main",
    }
}

impl Rhythm {
    /// Whether a week of this letter is one of its own.
    pub fn has(self, letter: calendar::Letter) -> bool {
        match self {
            Self::Every => true,
            Self::A => letter == calendar::Letter::A,
            Self::B => letter == calendar::Letter::B,
        }
    }
}
