"""desks.py TARGET EXPORT…: the exports of TARGET are applied, by the script that lies in each, to a server that
knows the target's API by our schema of it, and takes nothing else."""

import json
import os
import re
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import jsonschema

HERE = Path(__file__).parent
# The identifiers that the server gives out; no name in names.toml has one of them.
FIRST_ID = 900001


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
        if not FIRST_ID <= action["value"] < server.next_id:
            yield f"schedule {action['value']} does not exist"


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
    if not FIRST_ID <= body["calendar_id"] < server.next_id:
        yield f"calendar {body['calendar_id']} does not exist"


# Of each target: environment of its script, and for each request: method, path, definition in the schema, what JSON
# Schema cannot say, and the answer for an identifier.
TARGETS = {
    "zendesk": (
        lambda url: {"ZENDESK_URL": url, "ZENDESK_EMAIL": "admin@example.com", "ZENDESK_API_TOKEN": "t0ken"},
        [
            ("POST", r"/api/v2/business_hours/schedules", "schedule", None, lambda id: {"schedule": {"id": id}}),
            ("PUT", r"/api/v2/business_hours/schedules/9\d+/workweek", "workweek", in_a_week, lambda id: {}),
            ("POST", r"/api/v2/business_hours/schedules/9\d+/holidays", "holiday", None, lambda id: {}),
            ("POST", r"/api/v2/triggers", "trigger", given_out, lambda id: {}),
            ("POST", r"/api/v2/slas/policies", "sla_policy", once_each, lambda id: {}),
        ],
    ),
    "zammad": (
        lambda url: {"ZAMMAD_URL": url, "ZAMMAD_TOKEN": "t0ken"},
        [
            ("POST", r"/api/v1/calendars", "calendar", open_hours, lambda id: {"id": id}),
            ("POST", r"/api/v1/slas", "sla", for_calendar, lambda id: {"id": id}),
        ],
    ),
}


class Server(ThreadingHTTPServer):
    """Knows one target's API."""

    def __init__(self, target):
        super().__init__(("127.0.0.1", 0), Handler)
        self.schema = json.loads((HERE / "schemas" / f"{target}.json").read_bytes())
        jsonschema.Draft202012Validator.check_schema(self.schema)
        self.environment, self.routes = TARGETS[target]
        self.forget()

    def forget(self):
        self.next_id, self.problems, self.bodies = FIRST_ID, [], []

    def take(self, method, path, text):
        """The answer to a request, or none for one that the API would refuse."""
        for known, pattern, name, rule, answer in self.routes:
            if method != known or not re.fullmatch(pattern, path):
                continue
            body = json.loads(text)
            schema = {"$ref": f"#/$defs/{name}", "$defs": self.schema["$defs"]}
            checker = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
            found = [f"{error.json_path}: {error.message[:300]}" for error in checker.iter_errors(body)]
            if not found and rule:
                found = list(rule(body, self) if rule.__code__.co_argcount == 2 else rule(body))
            self.problems += [f"{method} {path}: {problem}" for problem in found]
            self.bodies.append((name, body))
            self.next_id += 1
            return None if found else answer(self.next_id - 1)
        self.problems.append(f"{method} {path}: there is no such request")
        return None


class Handler(BaseHTTPRequestHandler):
    def answer(self):
        text = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        if not self.headers.get("Authorization"):
            self.server.problems.append(f"{self.path}: nobody is logged in")
        answer = self.server.take(self.command, self.path, text)
        self.send_response(201 if answer is not None else 422)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(json.dumps(answer).encode())

    do_POST = do_PUT = answer

    def log_message(self, *_):
        pass


def texts(data):
    """All texts of a tree, spaces and line ends made one space."""
    if isinstance(data, dict):
        data = list(data.values())
    if isinstance(data, list):
        return [text for part in data for text in texts(part)]
    return [" ".join(data.split())] if isinstance(data, str) else []


def main(target, *exports):
    server = Server(target)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    url = f"http://127.0.0.1:{server.server_port}"
    problems, requests = [], 0
    for export in map(Path, exports):
        server.forget()
        script = export / "apply.sh"
        if not script.exists():
            continue
        environment = {**os.environ, **server.environment(url)}
        done = subprocess.run(["sh", script], env=environment, capture_output=True, text=True)
        problems += [f"{export}: {problem}" for problem in server.problems]
        if done.returncode != 0:
            problems.append(f"{export}: {done.stdout}{done.stderr}")
        files = [path for path in export.rglob("*.json") if path.name != "fit.json"]
        sent = {text for _, body in server.bodies for text in texts(body)}
        for path in files:
            lost = [text for text in texts(json.loads(path.read_bytes())) if text not in sent]
            # A schedule's or calendar's place is taken by its identifier.
            problems += [f"{path}: {text!r} was not sent" for text in lost if not text.startswith(("schedule:", "calendar:"))]
        if export.name == "hostile":
            hostile(export, sent, problems)
        requests += len(server.bodies)
        if export.name != "north-star":
            continue
        # What is not in order must stop the script.
        for name in {name for name, _ in server.bodies}:
            server.forget()
            known = server.schema["$defs"][name]
            server.schema["$defs"][name] = {"required": ["what nobody sends"]}
            if subprocess.run(["sh", script], env=environment, capture_output=True).returncode == 0:
                problems.append(f"{export}: the script goes on where {name} is refused")
            server.schema["$defs"][name] = known
    if requests < 20:
        problems.append(f"only {requests} requests were made")
    print("\n".join(problems))
    sys.exit(1 if problems else 0)


def hostile(export, sent, problems):
    """The names of the hostile policy arrive as they are."""
    policy = json.loads((HERE / "../cases/export/hostile.policy.json").read_bytes())["agreement"]
    names = [policy["heading"]["reference"], policy["levels"][0]["name"]]
    for name in (" ".join(name.split()) for name in names):
        if not any(name in text for text in sent):
            problems.append(f"{export}: {name!r} did not arrive")


main(*sys.argv[1:])
