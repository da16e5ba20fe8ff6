//! Kinds of request beside the severities.

use schemars::JsonSchema;
use serde::Serialize;

use super::Context;
use crate::model::RequestType;

/// The request types.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Requests {
    entries: Vec<RequestView>,
    /// Whether any has a time.
    times: bool,
    /// Whether any has a share that must keep its time.
    shares: bool,
    /// Whether any has a volume.
    volumes: bool,
    /// Whether any is for one service only.
    by_service: bool,
}

/// A request type.
#[derive(Debug, Serialize, JsonSchema)]
struct RequestView {
    name: String,
    title: String,
    service: Option<String>,
    within: Option<String>,
    /// None: all hours.
    calendar: Option<String>,
    met_by: Option<String>,
    volume: Option<VolumeView>,
    source: String,
}

/// A number of requests in a cycle.
#[derive(Debug, Serialize, JsonSchema)]
struct VolumeView {
    count: String,
    /// `each Calendar Month`.
    each: String,
}

impl Requests {
    /// The request types, if there are any.
    pub(super) fn new(context: &Context<'_>) -> Option<Self> {
        let requests = &context.agreement.requests;
        (!requests.is_empty()).then(|| Self {
            entries: requests.iter().map(|request| RequestView::new(request, context)).collect(),
            times: requests.iter().any(|request| request.within.is_some()),
            shares: requests.iter().any(|request| request.met_by.is_some()),
            volumes: requests.iter().any(|request| request.volume.is_some()),
            by_service: requests.iter().any(|request| request.service.is_some()),
        })
    }
}

impl RequestView {
    fn new(request: &RequestType, context: &Context<'_>) -> Self {
        let forms = context.forms;
        Self {
            name: request.name.to_string(),
            title: request.title.clone(),
            service: request.service.as_ref().map(ToString::to_string),
            within: request.within.map(|within| forms.duration(within)),
            calendar: context.hours_of(&request.clock),
            met_by: request.met_by.map(|share| forms.percent(share)),
            volume: request
                .volume
                .as_ref()
                .map(|volume| VolumeView { count: forms.count(volume.count), each: forms.each(volume.each) }),
            source: context.source(request.name.origin),
        }
    }
}
