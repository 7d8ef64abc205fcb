//! Closed lists, each kept as a word.

kernel::words! {
    /// What a holder of parental authority says.
    Word {
        /// They agree.
        Agree = "agree",
        /// They do not.
        Refuse = "refuse",
        /// They take their agreement back.
        Withdraw = "withdraw",
    }

    /// How an answer came.
    Source {
        /// From the guardian's account.
        Account = "account",
        /// With the code or the link of the letter.
        Code = "code",
        /// On paper, typed by the team.
        Paper = "paper",
    }

    /// What stands in the way.
    Trouble {
        /// No quiet place to work.
        Place = "place",
        /// No device, or one for several.
        Device = "device",
        /// A poor line, or none.
        Line = "line",
        /// The bus comes late.
        Bus = "bus",
        /// The hours.
        Schedule = "schedule",
        /// Something else.
        Other = "other",
    }

    /// What the team proposes.
    Offer {
        /// A seat in a tiers-lieu.
        Seat = "seat",
        /// By telephone.
        Phone = "phone",
        /// A device on loan.
        Loan = "loan",
        /// Something else.
        Other = "other",
    }
}
