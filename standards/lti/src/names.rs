//! The long names of LTI.

pub(crate) const MESSAGE: &str = "https://purl.imsglobal.org/spec/lti/claim/message_type";
pub(crate) const VERSION: &str = "https://purl.imsglobal.org/spec/lti/claim/version";
pub(crate) const DEPLOYMENT: &str = "https://purl.imsglobal.org/spec/lti/claim/deployment_id";
pub(crate) const TARGET: &str = "https://purl.imsglobal.org/spec/lti/claim/target_link_uri";
pub(crate) const RESOURCE_LINK: &str = "https://purl.imsglobal.org/spec/lti/claim/resource_link";
pub(crate) const ROLES: &str = "https://purl.imsglobal.org/spec/lti/claim/roles";
pub(crate) const CONTEXT: &str = "https://purl.imsglobal.org/spec/lti/claim/context";
pub(crate) const CUSTOM: &str = "https://purl.imsglobal.org/spec/lti/claim/custom";
pub(crate) const LIS: &str = "https://purl.imsglobal.org/spec/lti/claim/lis";
pub(crate) const PRESENTATION: &str = "https://purl.imsglobal.org/spec/lti/claim/launch_presentation";
pub(crate) const SCORES: &str = "https://purl.imsglobal.org/spec/lti-ags/claim/endpoint";
pub(crate) const MEMBERS: &str = "https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice";
pub(crate) const DEEP_LINKING: &str = "https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings";
pub(crate) const ITEMS: &str = "https://purl.imsglobal.org/spec/lti-dl/claim/content_items";
pub(crate) const DATA: &str = "https://purl.imsglobal.org/spec/lti-dl/claim/data";
pub(crate) const SAID: &str = "https://purl.imsglobal.org/spec/lti-dl/claim/msg";

pub(crate) const RESOURCE_LINK_REQUEST: &str = "LtiResourceLinkRequest";
pub(crate) const DEEP_LINKING_REQUEST: &str = "LtiDeepLinkingRequest";
pub(crate) const DEEP_LINKING_RESPONSE: &str = "LtiDeepLinkingResponse";
/// The one version there is.
pub(crate) const THIS_VERSION: &str = "1.3.0";

/// What a service token may open.
pub mod scope {
    /// To make, change and see line items (columns of marks).
    pub const LINE_ITEM: &str = "https://purl.imsglobal.org/spec/lti-ags/scope/lineitem";
    /// To see line items.
    pub const LINE_ITEM_READ: &str = "https://purl.imsglobal.org/spec/lti-ags/scope/lineitem.readonly";
    /// To see results (marks as they stand).
    pub const RESULT_READ: &str = "https://purl.imsglobal.org/spec/lti-ags/scope/result.readonly";
    /// To send scores (marks).
    pub const SCORE: &str = "https://purl.imsglobal.org/spec/lti-ags/scope/score";
    /// To see who is in the course.
    pub const MEMBERS_READ: &str = "https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly";
}
