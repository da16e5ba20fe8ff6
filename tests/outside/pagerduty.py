"""Bodies for PagerDuty against a schema of its API, Terraform read back by an HCL2 reader, and the script that sends
the bodies run against a server that answers as PagerDuty does.

usage: pagerduty.py FOLDER…   (each with the files of one export)
"""

import http.server
import json
import os
import subprocess
import sys
import threading
from pathlib import Path

import hcl2
import jsonschema

SCHEMA = json.loads((Path(__file__).parent / "schemas/pagerduty.json").read_text(encoding="utf-8"))


def valid(kind, body):
    jsonschema.validate(body, {"$ref": f"#/$defs/{kind}", "$defs": SCHEMA["$defs"]})


def plain(value):
    """What the reader makes of a value: quotation marks of texts removed, escapes undone."""
    if isinstance(value, str) and value.startswith('"'):
        return json.loads(value).replace("$${", "${").replace("%%{", "%{")
    if isinstance(value, dict):
        return {plain(key): plain(inner) for key, inner in value.items() if key not in ("__is_block__", "__comments__")}
    return [plain(inner) for inner in value] if isinstance(value, list) else value


def terraform(folder):
    with open(folder / "pagerduty.tf", encoding="utf-8") as file:
        found = plain(hcl2.load(file))
    resources = {}
    for block in found["resource"]:
        for kind, named in block.items():
            for slug, body in named.items():
                resources[f"{kind}.{slug}"] = body
    return resources


def one(value):
    return value[0] if isinstance(value, list) else value


class Answers(http.server.BaseHTTPRequestHandler):
    received = []

    def do_POST(self):
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        kind = {"/schedules": "schedule", "/escalation_policies": "escalation_policy"}[self.path]
        valid(kind, body)
        Answers.received.append((kind, body[kind]))
        answer = json.dumps({kind: body[kind] | {"id": f"P{len(Answers.received):06}"}}).encode()
        self.send_response(201)
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *_):
        pass


def sent(folder):
    """The bodies that apply.sh sends, with the ids that the server gave."""
    Answers.received = []
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    environment = os.environ | {
        "PAGERDUTY_URL": f"http://127.0.0.1:{server.server_port}",
        "PAGERDUTY_TOKEN": "token",
        "PAGERDUTY_FROM": "someone@acme.example",
    }
    subprocess.run(["sh", str(folder / "apply.sh")], check=True, env=environment, stdout=subprocess.DEVNULL)
    server.shutdown()
    return Answers.received


def main():
    for folder in map(Path, sys.argv[1:]):
        schedules = json.loads((folder / "schedules.json").read_text(encoding="utf-8"))
        policies = json.loads((folder / "escalation_policies.json").read_text(encoding="utf-8"))
        for body in schedules:
            valid("schedule", body)
        resources = terraform(folder)
        by_name = {}
        for body in schedules:
            schedule, layer = body["schedule"], body["schedule"]["schedule_layers"][0]
            [(place, resource)] = [(place, found) for place, found in resources.items()
                                   if place.startswith("pagerduty_schedule.") and found["name"] == schedule["name"]]
            by_name[schedule["name"]] = place
            assert resource["time_zone"] == schedule["time_zone"], folder
            tf = one(resource["layer"])
            assert tf["users"] == [user["user"]["id"] for user in layer["users"]], folder
            assert tf["start"] == layer["start"], folder
            restrictions = [{**found, "type": "weekly_restriction"} for found in tf.get("restriction", [])]
            assert restrictions == layer["restrictions"], (folder, restrictions, layer["restrictions"])
        received = sent(folder)
        ids = {body["name"]: f"P{at + 1:06}" for at, (kind, body) in enumerate(received) if kind == "schedule"}
        assert len(received) == len(schedules) + len(policies), folder
        for body in policies:
            policy = body["escalation_policy"]
            [resource] = [found for place, found in resources.items()
                          if place.startswith("pagerduty_escalation_policy.") and found["name"] == policy["name"]]
            [(_, got)] = [(kind, found) for kind, found in received
                          if kind == "escalation_policy" and found["name"] == policy["name"]]
            for rule, written, arrived in zip(policy["escalation_rules"], resource["rule"], got["escalation_rules"], strict=True):
                assert rule["escalation_delay_in_minutes"] == written["escalation_delay_in_minutes"], folder
                names = [target["id"].removeprefix("@") for target in rule["targets"]]
                assert [target["id"].strip("${}") for target in written["target"]] == [f"{by_name[name]}.id" for name in names]
                assert [target["id"] for target in arrived["targets"]] == [ids[name] for name in names], folder
        print(folder.name, len(schedules), "schedules", len(policies), "policies")


main()
