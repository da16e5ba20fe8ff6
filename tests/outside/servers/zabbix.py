"""A Zabbix of its own for as long as a test runs: PostgreSQL and the web interface, which is what keeps and computes SLAs,
on loopback, all data gone after.

zabbix.py REQUEST… sends each request as docs/exports/zabbix.md tells an operator to, and prints as JSON what Zabbix
then has: {"created": [[sla, …], …], "sli": …}, the indicators being those of the first request's SLAs in each month of
their first year, after the outages that come as [[from, to], …] on standard input.
"""

import contextlib
import gzip
import json
import os
import pwd
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

POSTGRES = Path("/usr/lib/postgresql/15/bin")
WEB = Path("/usr/share/zabbix")
SQL = Path("/usr/share/zabbix-server-pgsql")


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def as_user(name):
    """Arguments of `subprocess` that run a program as another user, with that user's groups."""
    user = pwd.getpwnam(name)
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": [], "env": os.environ | {"LC_ALL": "C.UTF-8"}}


class Zabbix:
    """The running servers; `call` speaks JSON-RPC."""

    def __init__(self, stack):
        # PostgreSQL refuses root, and its own user may not reach the checkout.
        self.folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="zabbix-", dir="/var/tmp")))
        self.folder.chmod(0o777)
        self.web, self.token = free_port(), None
        self.database(stack)
        self.interface(stack)

    def sql(self, text):
        """Runs SQL in one transaction."""
        command = [POSTGRES / "psql", "-qX1", "-v", "ON_ERROR_STOP=1", "-h", self.folder, "-U", "zabbix", "zabbix"]
        done = subprocess.run(command, input=text, capture_output=True)
        if done.returncode:
            raise SystemExit(f"psql: {done.stderr.decode()}")

    def database(self, stack):
        postgres = as_user("postgres")
        data = self.folder / "data"
        run = lambda *command: subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=self.folder, **postgres)
        run(POSTGRES / "initdb", "-D", data, "-A", "trust", "-E", "UTF8", "-U", "zabbix", "--no-sync")
        # Nothing here outlives the test: the disk need not be waited for.
        options = f"-c listen_addresses= -c fsync=off -c full_page_writes=off -c synchronous_commit=off -k {self.folder}"
        control = [POSTGRES / "pg_ctl", "-D", data, "-s", "-w"]
        run(*control, "-l", self.folder / "postgres.log", "-o", options, "start")
        stack.callback(run, *control, "-m", "immediate", "stop")
        run(POSTGRES / "createdb", "-h", self.folder, "-U", "zabbix", "zabbix")
        # The schema's file commits by itself.
        for name in ("schema", "images", "data"):
            self.sql(gzip.decompress((SQL / f"{name}.sql.gz").read_bytes()))

    def start(self, stack, name, command):
        log = stack.enter_context(open(self.folder / f"{name}.out", "wb"))
        process = subprocess.Popen(command, stdout=log, stderr=log, cwd=self.folder, start_new_session=True)

        def stop():
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGTERM)
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)

        stack.callback(stop)
        return process

    def interface(self, stack):
        web = self.folder / "web"
        shutil.copytree(WEB, web)
        settings = self.folder / "settings.php"
        values = {"TYPE": "POSTGRESQL", "SERVER": str(self.folder), "PORT": "0", "DATABASE": "zabbix", "USER": "zabbix",
                  "PASSWORD": "", "SCHEMA": "", "ENCRYPTION": "", "DOUBLE_IEEE754": "1"}
        settings.write_text("<?php\n" + "".join(f"$DB['{key}'] = '{value}';\n" for key, value in values.items()))
        # Debian's interface reads its settings from one fixed place.
        path = web / "include/classes/core/CConfigFile.php"
        text = path.read_text()
        assert "'/etc/zabbix/zabbix.conf.php'" in text, "Debian's place of the settings"
        path.write_text(text.replace("/etc/zabbix/zabbix.conf.php", str(settings)))
        self.start(stack, "web", ["php", "-d", "display_errors=0", "-S", f"127.0.0.1:{self.web}", "-t", web])
        wait_for("the web interface", lambda: self.call("apiinfo.version", {}))
        self.token = self.call("user.login", {"username": "Admin", "password": "zabbix"})

    def post(self, request):
        """Sends a request of JSON-RPC and gives its result; an error ends the test."""
        headers = {"Content-Type": "application/json-rpc"}
        address = f"http://127.0.0.1:{self.web}/api_jsonrpc.php"
        with urllib.request.urlopen(urllib.request.Request(address, json.dumps(request).encode(), headers)) as answer:
            answer = json.load(answer)
        if "error" in answer:
            raise SystemExit(f"{request['method']}: {answer['error']['data']}")
        return answer["result"]

    def call(self, method, params):
        request = {"jsonrpc": "2.0", "method": method, "params": params, "id": 1}
        return self.post(request | ({"auth": self.token} if self.token else {}))


def wait_for(what, ready):
    """Asks until something is there, for half a minute."""
    end = time.monotonic() + 30
    while True:
        try:
            if answer := ready():
                return answer
        except OSError:
            pass
        if time.monotonic() > end:
            raise SystemExit(f"{what} does not come")
        time.sleep(0.1)


def numbers(tree):
    """Zabbix writes numbers as texts; back to what was sent."""
    if isinstance(tree, dict):
        kept = {key: value for key, value in tree.items() if key not in ("slaid", "service_tagid")}
        texts = ("name", "description", "timezone", "tag", "value")
        return {key: value if key in texts else numbers(value) for key, value in kept.items()}
    if isinstance(tree, list):
        return [numbers(part) for part in tree]
    return json.loads(tree) if isinstance(tree, str) else tree


def read_back(zabbix, slaids):
    """The SLAs as they can be sent again."""
    slas = zabbix.call("sla.get", {
        "slaids": slaids,
        "output": "extend",
        "selectServiceTags": ["tag", "operator", "value"],
        "selectSchedule": ["period_from", "period_to"],
        "selectExcludedDowntimes": ["name", "period_from", "period_to"],
        "preservekeys": True,
    })
    return [numbers(slas[slaid]) for slaid in slaids]


def indicators(zabbix, slas, outages):
    """What `sla.getsli` says of each month since the SLA begins, if a service with its tags has these outages."""
    tags = [{"tag": tag["tag"], "value": tag["value"]} for _, sla in slas for tag in sla["service_tags"]]
    service = {"name": "tested", "algorithm": 0, "sortorder": 0, "tags": tags}
    [found] = zabbix.call("service.create", service)["serviceids"]
    # A service counts from its creation on, and changes its state now: the past has to be written below the API.
    alarms = [(moment, value) for outage in outages for moment, value in zip(outage, (4, -1))]
    rows = ", ".join(f"({count}, {found}, {moment}, {value})" for count, (moment, value) in enumerate(alarms, 1))
    zabbix.sql(f"""
        update services set created_at = 0;
        insert into service_alarms (servicealarmid, serviceid, clock, value) values {rows};
    """.encode())
    said = []
    for slaid, sla in slas:
        query = {"slaid": slaid, "period_from": sla["effective_date"], "periods": 12}
        answer = zabbix.call("sla.getsli", query)
        cells = [row[0] for row in answer["sli"]]
        counted = [{"uptime": cell["uptime"], "downtime": cell["downtime"]} for cell in cells]
        said.append([period | cell for period, cell in zip(answer["periods"], counted, strict=True)])
    return said


def main(*requests):
    # What is started is stopped, also where the test is.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    outages = json.load(sys.stdin)
    with contextlib.ExitStack() as stack:
        zabbix = Zabbix(stack)
        created, first = [], []
        for path in requests:
            request = json.loads(Path(path).read_bytes())
            slaids = zabbix.post(request | {"auth": zabbix.token})["slaids"]
            created.append(read_back(zabbix, slaids))
            first = first or list(zip(slaids, request["params"]))
        print(json.dumps({"created": created, "sli": indicators(zabbix, first, outages)}))


main(*sys.argv[1:])
