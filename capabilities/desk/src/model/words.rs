//! The closed lists: subjects, ways of helping, states, ends.

kernel::words! {
    /// What a ticket is about.
    Subject {
        /// Mathématiques.
        Maths = "maths",
        /// Français.
        French = "francais",
        /// Langues vivantes.
        Languages = "langues",
        /// Histoire, géographie, EMC.
        History = "histoire",
        /// SVT, physique-chimie, technologie.
        Science = "sciences",
        /// Anything else.
        Other = "autre",
    }
}

kernel::words! {
    /// How one would like to be helped.
    Mode {
        /// In writing, here.
        Writing = "ecrit",
        /// By a telephone call.
        Call = "appel",
        /// In the room of the duty.
        Room = "salle",
    }
}

kernel::words! {
    /// Where a ticket stands.
    State {
        /// In the queue.
        Waiting = "waiting",
        /// Somebody helps.
        Claimed = "claimed",
        /// Ended with help.
        Done = "done",
        /// Taken back by the pupil.
        Withdrawn = "withdrawn",
        /// Unanswered when the desk closed, or to be seen again: the team takes it up.
        FollowUp = "followup",
    }
}

kernel::words! {
    /// How help ended.
    Outcome {
        /// The pupil has understood.
        Understood = "compris",
        /// To be seen again in class.
        InClass = "classe",
        /// To be followed tomorrow.
        Tomorrow = "demain",
        /// The pupil was not there any more.
        Gone = "parti",
    }
}

kernel::words! {
    /// What the difficulty was.
    Tag {
        /// The instruction was not understood.
        Instruction = "consigne",
        /// The method.
        Method = "methode",
        /// The notion itself.
        Notion = "notion",
        /// A technical trouble.
        Technical = "technique",
    }
}

kernel::words! {
    /// What became of a call.
    Call {
        /// Somebody answered.
        Answered = "repondu",
        /// Nobody answered.
        NoAnswer = "personne",
        /// The number was wrong.
        WrongNumber = "faux",
    }
}

kernel::words! {
    /// Whether it helped, says the pupil.
    Face {
        /// It did.
        Good = "bien",
        /// Somewhat.
        Middling = "moyen",
        /// Not really.
        Bad = "pas",
    }
}

kernel::words! {
    /// How pupils and parents see the name of who helps; the school decides.
    Names {
        /// « Claire Auvray ».
        Full = "full",
        /// « C. Auvray ».
        Initial = "initial",
        /// « un adulte du collège ».
        Hidden = "hidden",
    }
}

kernel::words! {
    /// Where a duty stands.
    DutyState {
        /// Promised.
        Planned = "planned",
        /// The teacher is there.
        Open = "open",
        /// Away for a moment.
        Paused = "paused",
        /// Over.
        Closed = "closed",
    }
}

impl Subject {
    /// Its picture in the sprite.
    pub const fn icon(self) -> &'static str {
        match self {
            Self::Maths => "calculator",
            Self::French => "book-open",
            Self::Languages => "languages",
            Self::History => "globe",
            Self::Science => "leaf",
            Self::Other => "circle-ellipsis",
        }
    }
}

impl Mode {
    /// Its picture in the sprite.
    pub const fn icon(self) -> &'static str {
        match self {
            Self::Writing => "pencil-line",
            Self::Call => "phone",
            Self::Room => "door-open",
        }
    }
}

impl Face {
    /// Its picture in the sprite.
    pub const fn icon(self) -> &'static str {
        match self {
            Self::Good => "smile",
            Self::Middling => "meh",
            Self::Bad => "frown",
        }
    }
}

impl Names {
    /// The name as pupils and parents see it; `None` when the school keeps it to itself.
    pub fn shown(self, given: &str, family: &str) -> Option<String> {
        match self {
            Self::Full => Some(format!("{given} {family}")),
            Self::Initial => Some(format!("{}. {family}", given.chars().next().unwrap_or(' '))),
            Self::Hidden => None,
        }
    }
}
