"""What JSON Schema cannot say of Freshdesk's API, and how its requests are answered."""


def told(body):
    """Escalation is on for some priority where somebody is told, and only there."""
    on = any(target["escalation_enabled"] for target in body["sla_target"].values())
    if on and not body.get("escalation"):
        yield "escalation is on, and nobody is told"


PLACES = None


def environment(url):
    return {"FRESHDESK_URL": url, "FRESHDESK_API_KEY": "k3y"}


ROUTES = [("POST", r"/api/v2/sla_policies", "sla_policy", told, lambda id: {"id": id})]
