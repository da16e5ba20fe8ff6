"""What JSON Schema cannot say of Frappe's API for ERPNext, and how its requests are answered.

The checks are those of `ServiceLevelAgreement.validate`, of `HolidayList.validate` and of the search for an issue's
agreement, `get_active_service_level_agreement_for`."""

from frappe import OTHER, PLACES, environment, holds, holidays, rows, texts

__all__ = ["PLACES", "environment"]


def scope(body, server):
    """The only agreement of a customer, for issues of priorities that have a row."""
    yield from rows(body, server)
    if any(got == "agreement" for got, _ in server.bodies):
        yield f"a service level agreement for {body['entity']} already exists"
    known = sorted(set(texts(body["condition"])))
    priorities = [row["priority"] for row in body["priorities"]]
    held = [
        priority
        for priority in known + [OTHER]
        for kind in known + [OTHER]
        if holds(body, priority=priority, issue_type=kind)
    ]
    if set(held) != set(priorities):
        yield f"it holds for the priorities {held}, and there are rows for {priorities}"


ROUTES = [
    ("POST", "/api/resource/Holiday%20List", "holiday_list", holidays, lambda id: {"data": {}}),
    ("POST", "/api/resource/Service%20Level%20Agreement", "agreement", scope, lambda id: {"data": {}}),
]
