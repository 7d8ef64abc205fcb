//! The closed lists: kinds, states, ways in.

kernel::words! {
    /// Who has the difficulty.
    Audience {
        /// A family: a pupil or who answers for one.
        Family = "family",
        /// A colleague, who asks the referent.
        Colleague = "colleague",
    }
}

kernel::words! {
    /// What it is about.
    Kind {
        /// Signing in.
        SignIn = "sign-in",
        /// A tablet, a computer, a telephone.
        Device = "device",
        /// No network, or too little.
        Line = "line",
        /// A tool: the ENT, the video room, a document that does not open.
        Tool = "tool",
        /// Nowhere to work.
        Place = "place",
        /// The language of the screens or of the school's messages.
        Language = "language",
        /// A device asked on loan.
        Loan = "loan",
        /// Anything else.
        Other = "other",
    }
}

impl Kind {
    /// Its icon in the sprite.
    pub const fn icon(self) -> &'static str {
        match self {
            Self::SignIn => "key-round",
            Self::Device => "calculator",
            Self::Line => "wifi-off",
            Self::Tool => "notebook-pen",
            Self::Place => "door-open",
            Self::Language => "languages",
            Self::Loan => "inbox",
            Self::Other => "circle-ellipsis",
        }
    }
}

kernel::words! {
    /// How it came in.
    Entered {
        /// The family's own page, or the colleague's.
        Page = "page",
        /// By telephone, noted by somebody of the school.
        Phone = "phone",
        /// On paper, noted by somebody of the school.
        Paper = "paper",
        /// Said to somebody of the school, who noted it.
        Colleague = "colleague",
        /// From another page of the house: a family that answered that it has no device.
        Slice = "slice",
    }
}

impl Entered {
    /// What somebody of the school may choose when they note one.
    pub const NOTED: &'static [Self] = &[Self::Phone, Self::Paper, Self::Colleague];
}

kernel::words! {
    /// Where it stands.
    State {
        /// Nobody has taken it up.
        New = "new",
        /// Somebody sees to it.
        Taken = "taken",
        /// Somebody asked the family something.
        Waiting = "waiting",
        /// Closed, with a word.
        Closed = "closed",
    }
}

impl State {
    /// The kind of its badge.
    pub const fn badge(self) -> &'static str {
        match self {
            Self::New => "note",
            Self::Taken => "lit",
            Self::Waiting => "warn",
            Self::Closed => "ok",
        }
    }

    /// Its icon in the sprite.
    pub const fn icon(self) -> &'static str {
        match self {
            Self::New => "inbox",
            Self::Taken => "hand",
            Self::Waiting => "clock",
            Self::Closed => "check",
        }
    }
}

kernel::words! {
    /// What a school owns and lends.
    Thing {
        /// A tablet.
        Tablet = "tablet",
        /// A laptop.
        Laptop = "laptop",
        /// A 4G key or box.
        Hotspot = "hotspot",
        /// A headset with microphone.
        Headset = "headset",
        /// Anything else.
        Other = "other",
    }
}
