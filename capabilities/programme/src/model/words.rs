//! The closed lists: headings of a sheet, states, publics, ways of helping, decisions.

kernel::words! {
    /// A heading of the sheet, as the académie's sheets have them. Pilot and partners are rows, not text.
    Heading {
        /// What it is and what it is for.
        Purpose = "description",
        /// Where.
        Territory = "territoire",
        /// Who is touched, and what changes for them.
        Impacts = "impacts",
        /// Means in money.
        Money = "moyens-financiers",
        /// Means in people.
        People = "moyens-humains",
        /// Texts, agreements, law.
        Law = "moyens-juridiques",
        /// The effort it asks.
        Effort = "effort",
        /// When.
        Timeframe = "temporalite",
        /// What is hard.
        Difficulties = "difficultes",
        /// What makes it last.
        Lasting = "perennisation",
        /// How it is evaluated and made known.
        Evaluation = "evaluation",
    }
}

kernel::words! {
    /// Where a school stands in a dispositif.
    State {
        /// Was in last year's: its head says whether it goes on.
        Proposed = "proposed",
        /// Its head asks to take part.
        Applied = "applied",
        /// Takes part.
        Engaged = "engaged",
        /// Does not take part.
        Declined = "declined",
        /// Took part, or had asked, and no longer.
        Left = "left",
    }
}

kernel::words! {
    /// What is done to the place of a school.
    Move {
        /// The head asks to take part, or goes on from last year.
        Apply = "candidature",
        /// The pilot engages the school.
        Engage = "engagement",
        /// Not this year: the pilot of one who asked, the head of one who was proposed.
        Decline = "refus",
        /// The school goes.
        Leave = "depart",
    }
}

kernel::words! {
    /// What is decided at the end of the year.
    Decision {
        /// Again, as it is.
        Renew = "reconduire",
        /// Again, changed.
        Adapt = "adapter",
        /// No more.
        Stop = "arreter",
    }
}

kernel::words! {
    /// What pupils come for. The list is open: a school adds its own in words.
    Public {
        /// Help with homework.
        Help = "aide",
        /// Having an instruction or a notion explained.
        Explanation = "explicitation",
        /// Catching up.
        CatchUp = "remise-a-niveau",
        /// Remediation.
        Remediation = "remediation",
        /// Preventing dropout.
        Dropout = "decrochage",
    }
}

kernel::words! {
    /// A way of helping, switched on or off by each school.
    Modality {
        /// Virtual rooms for group work.
        GroupRoom = "salle-groupe",
        /// An appointment of a small group by video.
        SmallGroup = "petit-groupe",
        /// BAR, Bureau d'Aide Rapide: a permanence.
        Bar = "bar",
        /// The BAR calls by telephone too.
        Telephone = "telephone",
        /// A virtual class for oral work.
        OralClass = "classe-orale",
        /// The teacher is at school, the pupils elsewhere.
        TeacherAtSchool = "professeur-au-college",
    }
}

kernel::words! {
    /// Where one version of a protocol stands.
    Stage {
        /// Being written by the team.
        Draft = "draft",
        /// Approved by the head, not yet told.
        Approved = "approved",
        /// In force.
        Published = "published",
        /// Replaced by a later one.
        Superseded = "superseded",
    }
}

kernel::words! {
    /// What is published.
    Kind {
        /// How it went: an experience report.
        Report = "retour",
        /// Something to use again.
        Resource = "ressource",
    }
}

impl State {
    /// Where a school stands after a move by its head, or `None` when the head may not do it now.
    pub fn by_head(from: Option<Self>, deed: Move) -> Option<Self> {
        match (from, deed) {
            (None | Some(Self::Declined | Self::Left), Move::Apply) => Some(Self::Applied),
            (Some(Self::Proposed), Move::Apply) => Some(Self::Engaged),
            (Some(Self::Proposed), Move::Decline) => Some(Self::Declined),
            (Some(Self::Applied | Self::Engaged), Move::Leave) => Some(Self::Left),
            _ => None,
        }
    }

    /// The same by the pilot, who engages whom they like and answers who asked.
    pub fn by_pilot(from: Option<Self>, deed: Move) -> Option<Self> {
        match (from, deed) {
            (Some(Self::Engaged), Move::Engage) => None,
            (_, Move::Engage) => Some(Self::Engaged),
            (Some(Self::Applied | Self::Proposed), Move::Decline) => Some(Self::Declined),
            (Some(Self::Engaged), Move::Leave) => Some(Self::Left),
            _ => None,
        }
    }

    /// Whether a school that stands there awaits an answer.
    pub const fn awaits(self) -> bool {
        matches!(self, Self::Proposed | Self::Applied)
    }

    /// What the pilot may do with a school that stands there.
    pub fn pilot_moves(self) -> Vec<Move> {
        Move::ALL.iter().copied().filter(|deed| Self::by_pilot(Some(self), *deed).is_some()).collect()
    }

    /// How it is coloured: the class of a badge.
    pub const fn colour(self) -> &'static str {
        match self {
            Self::Engaged => "ok",
            Self::Proposed | Self::Applied => "warn",
            Self::Declined | Self::Left => "",
        }
    }
}

impl Move {
    /// How its button is coloured: what takes something away is told from what gives.
    pub const fn colour(self) -> &'static str {
        match self {
            Self::Apply | Self::Engage => "",
            Self::Decline => "wash",
            Self::Leave => "stop",
        }
    }
}

impl Stage {
    /// How it is coloured: the class of a badge.
    pub const fn colour(self) -> &'static str {
        match self {
            Self::Published => "ok",
            Self::Approved => "note",
            Self::Draft => "warn",
            Self::Superseded => "",
        }
    }
}
