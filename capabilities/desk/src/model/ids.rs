//! What is counted apart, each with an id of its own.
use kernel::Id;

/// What the ids of this slice name.
pub mod kind {
    /// A desk. The group of its team bears the same id.
    #[derive(Debug)]
    pub enum Desk {}
    /// A duty.
    #[derive(Debug)]
    pub enum Duty {}
    /// A ticket.
    #[derive(Debug)]
    pub enum Ticket {}
    /// A message of a thread.
    #[derive(Debug)]
    pub enum Word {}
    /// A photo or a voice.
    #[derive(Debug)]
    pub enum Attachment {}
    /// Several tickets on one exercise.
    #[derive(Debug)]
    pub enum Group {}
    /// A message reported.
    #[derive(Debug)]
    pub enum Report {}
}

/// See [`kind::Desk`].
pub type DeskId = Id<kind::Desk>;
/// See [`kind::Duty`].
pub type DutyId = Id<kind::Duty>;
/// See [`kind::Ticket`].
pub type TicketId = Id<kind::Ticket>;
/// See [`kind::Word`].
pub type WordId = Id<kind::Word>;
/// See [`kind::Attachment`].
pub type AttachmentId = Id<kind::Attachment>;
/// See [`kind::Group`].
pub type GroupId = Id<kind::Group>;
/// See [`kind::Report`].
pub type ReportId = Id<kind::Report>;
