"""What JSON Schema cannot say of Zammad's API, and how its requests are answered."""

from server import exists


def open_hours(body):
    """Hours that end after they begin, in order and apart; some in the week."""
    days = [day["timeframes"] for day in body["business_hours"].values() if day["active"]]
    if not any(days):
        yield "never open"
    for day in days:
        times = [time for frame in day for time in frame]
        if times != sorted(times) or any(start == end for start, end in day):
            yield f"hours {day}"


def for_calendar(body, server):
    """A calendar that was created before."""
    yield from exists(body["calendar_id"], server, "calendar")


PLACES = "calendar:"


def environment(url):
    return {"ZAMMAD_URL": url, "ZAMMAD_TOKEN": "t0ken"}


ROUTES = [
    ("POST", r"/api/v1/calendars", "calendar", open_hours, lambda id: {"id": id}),
    ("POST", r"/api/v1/slas", "sla", for_calendar, lambda id: {"id": id}),
]
