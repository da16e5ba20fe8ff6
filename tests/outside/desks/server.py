"""server.py TARGET EXPORT…: the exports of TARGET are applied, by the script that lies in each, to a server that knows
the target's API by our schema of it and by the module TARGET beside this file, and takes nothing else.

The module has the environment of the script, and for each request in ROUTES: method, path, definition in the schema, what
JSON Schema cannot say, and the answer for an identifier; PLACES begins the texts whose place an identifier takes."""

import importlib
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
TESTS = HERE.parents[1]
# The identifiers that the server gives out; no name in names.toml has one of them.
FIRST_ID = 900001


def exists(id, server, what):
    """Whether the server gave out an identifier."""
    if not FIRST_ID <= id < server.next_id:
        yield f"{what} {id} does not exist"


class Server(ThreadingHTTPServer):
    """Knows one target's API."""

    def __init__(self, target):
        super().__init__(("127.0.0.1", 0), Handler)
        self.schema = json.loads((TESTS / "outside/schemas" / f"{target}.json").read_bytes())
        jsonschema.Draft202012Validator.check_schema(self.schema)
        self.target = importlib.import_module(target)
        self.forget()

    def forget(self):
        self.next_id, self.problems, self.bodies = FIRST_ID, [], []

    def take(self, method, path, text):
        """The answer to a request, or none for one that the API would refuse."""
        for known, pattern, name, rule, answer in self.target.ROUTES:
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
        environment = {**os.environ, **server.target.environment(url)}
        done = subprocess.run(["sh", script], env=environment, capture_output=True, text=True)
        problems += [f"{export}: {problem}" for problem in server.problems]
        if done.returncode != 0:
            problems.append(f"{export}: {done.stdout}{done.stderr}")
        files = [path for path in export.rglob("*.json") if path.name != "fit.json"]
        sent = {text for _, body in server.bodies for text in texts(body)}
        for path in files:
            lost = [text for text in texts(json.loads(path.read_bytes())) if text not in sent]
            places = server.target.PLACES
            problems += [f"{path}: {text!r} was not sent" for text in lost if not places or not text.startswith(places)]
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
    policy = json.loads((TESTS / "cases/export/hostile.policy.json").read_bytes())["agreement"]
    names = [policy["heading"]["reference"], policy["levels"][0]["name"]]
    for name in (" ".join(name.split()) for name in names):
        if not any(name in text for text in sent):
            problems.append(f"{export}: {name!r} did not arrive")


if __name__ == "__main__":
    main(*sys.argv[1:])
