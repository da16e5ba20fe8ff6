"""What JSON Schema cannot say of Zendesk's API, and how its requests are answered."""

from server import exists


def in_a_week(body):
    """Intervals that stay within a day, in order and apart: what JSON Schema cannot say."""
    last = -1
    for interval in body["workweek"]["intervals"]:
        start, end = interval["start_time"], interval["end_time"]
        if not start < end or start // 1440 != (end - 1) // 1440 or start < last:
            yield f"interval {start} to {end}"
        last = end


def once_each(body):
    """One target for a priority and a metric."""
    metrics = [(metric["priority"], metric["metric"]) for metric in body["sla_policy"]["policy_metrics"]]
    if len(set(metrics)) < len(metrics):
        yield "a metric stands twice"


def given_out(body, server):
    """Schedules that were created before."""
    for action in body["trigger"]["actions"]:
        yield from exists(action["value"], server, "schedule")


PLACES = "schedule:"


def environment(url):
    return {"ZENDESK_URL": url, "ZENDESK_EMAIL": "admin@example.com", "ZENDESK_API_TOKEN": "t0ken"}


ROUTES = [
    ("POST", r"/api/v2/business_hours/schedules", "schedule", None, lambda id: {"schedule": {"id": id}}),
    ("PUT", r"/api/v2/business_hours/schedules/9\d+/workweek", "workweek", in_a_week, lambda id: {}),
    ("POST", r"/api/v2/business_hours/schedules/9\d+/holidays", "holiday", None, lambda id: {}),
    ("POST", r"/api/v2/triggers", "trigger", given_out, lambda id: {}),
    ("POST", r"/api/v2/slas/policies", "sla_policy", once_each, lambda id: {}),
]
