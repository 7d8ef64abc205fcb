//! LTI 1.3: an exercise in one program is opened from a course in another, by somebody who signs in only once, and its
//! marks go back.
//!
//! The program with the courses is the *platform* (Moodle), the one with the exercises the *tool*. Each message is one
//! file that holds both sides: how the one writes it and how the other reads it. Sans-IO, as `oidc`, whose tokens it
//! uses.
//!
//! A launch, in the order of the calls; on the left whose browser page or server it is:
//!
//! 1. platform: [`Tool::initiation`] sends the browser to the tool, with a hint of who it is.
//! 2. tool: [`Initiation::read`], then [`Platform::authorization`] sends it back, with a `state` and a `nonce`.
//! 3. platform: [`Authorization::read`] and [`Authorization::check`]; then [`Launch::sign`], posted to the tool.
//! 4. tool: [`Answer::read`] and [`Platform::launch`]: who it is, where they come from, what they are there.
//!
//! From then on the tool may ask, server to server: [`Platform::service_token`], answered by [`ServiceRequest::read`]
//! and [`ServiceRequest::grant`], opens [`LineItem`]s and [`Score`]s (marks) and [`Members`] (who is in the course). A
//! launch for deep linking is answered by [`Platform::choice`], read by [`Tool::choice`]: which exercises the teacher
//! chose.
//!
//! Invariants: those of `oidc`; a launch counts only for a deployment that the tool knows; a browser is sent only to an
//! address that the tool registered, to the letter. The caller remembers each `nonce`, `state` and `unique`, and uses
//! it once; says which person a hint stands for; and whether a mark is for somebody of the course.
//!
//! Sources: LTI Core 1.3, Deep Linking 2.0, Assignment and Grade Services 2.0, Names and Role Provisioning Services
//! 2.0, 1EdTech Security Framework 1.0.
mod authorization;
mod deep_linking;
mod fields;
mod initiation;
mod launch;
mod launch_claims;
mod line_item;
mod membership;
mod names;
mod parties;
mod refusal;
mod role;
mod score;
mod service;
#[cfg(test)]
mod tests;

pub use authorization::{Answer, Authorization};
pub use deep_linking::{Choice, Item};
pub use initiation::Initiation;
pub use launch::{Context, DeepLinking, Launch, Message, ResourceLink, ScoreService, User};
pub use line_item::LineItem;
pub use membership::{Member, Members, Status, first_page, next_page};
pub use names::scope;
pub use oidc::{KeySet, Post, SigningKey};
pub use parties::{Platform, Tool};
pub use refusal::Refusal;
pub use role::Role;
pub use score::{Activity, Grading, Score, results, results_address, scores_address};
pub use service::{Grant, ServiceRequest, ServiceToken, service_answer};
