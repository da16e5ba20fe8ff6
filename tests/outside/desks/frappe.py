"""What JSON Schema cannot say of Frappe's API for Helpdesk, and how its requests are answered.

The checks are those of `HDServiceLevelAgreement.validate`, `HDServiceHolidayList.validate` and Frappe's names; a condition
is parsed by Python, as Frappe does, and evaluated for tickets."""

import ast
import itertools

PLACES = None
KIND = "ticket_type"
LIST = "HD Service Holiday List"
AGREEMENT = "HD Service Level Agreement"
# No site has such a name.
OTHER = "another one altogether"


class Ticket:
    def __init__(self, **fields):
        self.__dict__.update(fields)


def environment(url):
    return {"FRAPPE_URL": url, "FRAPPE_TOKEN": "key:secret"}


def fresh(name, kind, server):
    """A name that Frappe takes."""
    if any(sign in name for sign in "<>"):
        yield f"{name!r} has a sign that no name has"
    known = [body.get("holiday_list_name", body.get("service_level")) for got, body in server.bodies if got == kind]
    if name in known:
        yield f"{name!r} is there already"


def holidays(body, server):
    """Holidays within the list's dates."""
    yield from fresh(body["holiday_list_name"], "holiday_list", server)
    dates = [day["holiday_date"] for day in body["holidays"]]
    if dates != sorted(set(dates)) or not all(body["from_date"] <= date <= body["to_date"] for date in dates):
        yield f"holidays {dates}"


def texts(condition):
    """The texts of a condition, which has comparisons of a ticket's fields with texts and nothing else."""
    allowed = (ast.Expression, ast.BoolOp, ast.And, ast.Compare, ast.Eq, ast.In, ast.NotIn, ast.Attribute, ast.Name)
    allowed += (ast.Load, ast.List, ast.Constant)
    for node in ast.walk(ast.parse(condition, mode="eval")):
        if not isinstance(node, allowed):
            raise ValueError(f"{type(node).__name__} in {condition}")
        if isinstance(node, ast.Constant):
            yield node.value


def holds(body, **ticket):
    return bool(eval(compile(body["condition"], "condition", "eval"), {"__builtins__": {}}, {"doc": Ticket(**ticket)}))


def rows(body, server):
    """Rows that Frappe takes, and a list that was created before."""
    lists = [other["holiday_list_name"] for got, other in server.bodies if got == "holiday_list"]
    if body["holiday_list"] not in lists:
        yield f"holiday list {body['holiday_list']!r} does not exist"
    days = [day["workday"] for day in body["support_and_resolution"]]
    if len(set(days)) < len(days):
        yield "a workday is repeated"
    if any(day["start_time"] >= day["end_time"] for day in body["support_and_resolution"]):
        yield "a day ends before it begins"
    priorities = [row["priority"] for row in body["priorities"]]
    if len(set(priorities)) < len(priorities):
        yield "a priority is repeated"
    if sum(row["default_priority"] for row in body["priorities"]) != 1:
        yield "not one default priority"
    for row in body["priorities"]:
        if body["apply_sla_for_resolution"] and row["response_time"] > row.get("resolution_time", 0):
            yield f"{row['priority']}: the response comes after the resolution"


def scope(body, server):
    """Tickets of one customer, of priorities that have a row; no ticket has two agreements."""
    yield from fresh(body["service_level"], "agreement", server)
    yield from rows(body, server)
    same = [other for got, other in server.bodies if got == "agreement"] + [body]
    known = sorted({text for one in same for text in texts(one["condition"])})
    priorities = [row["priority"] for row in body["priorities"]]
    matched = set()
    for customer, priority, kind in itertools.product(known + [OTHER], repeat=3):
        ticket = {"customer": customer, "priority": priority, KIND: kind}
        if not holds(body, **ticket):
            continue
        matched.add(customer)
        if priority not in priorities:
            yield f"it holds for the priority {priority!r}, which has no row"
        if any(holds(other, **ticket) for other in same[:-1]):
            yield f"two agreements hold for {ticket}"
    if len(matched) != 1 or OTHER in matched:
        yield f"it holds for the customers {matched}"


ROUTES = [
    ("POST", "/api/resource/" + LIST.replace(" ", "%20"), "holiday_list", holidays, lambda id: {"data": {}}),
    ("POST", "/api/resource/" + AGREEMENT.replace(" ", "%20"), "agreement", scope, lambda id: {"data": {}}),
]
