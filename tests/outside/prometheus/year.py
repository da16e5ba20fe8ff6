"""A year of samples in a real Prometheus: alerts fire before the contract is missed, and count what the contract counts.

usage: year.py SERVANDA FOLDER

The recording rules of an export are evaluated for each minute of 2025 in a zone that changes its clocks twice. What
they record is compared with a count of our own, written here without looking at the rules: minutes by minutes, in the
zone, by calendar month. For each month that is missed, an alert on the budget must fire before the minute of the miss.
"""

import datetime
import json
import random
import subprocess
import sys
import time
import urllib.parse
import urllib.request
import zoneinfo
from pathlib import Path

ZONE = zoneinfo.ZoneInfo("America/New_York")
YEAR = 2025
PORT = 19097
URL = f"http://127.0.0.1:{PORT}/api/v1/"
HERE = Path(__file__).resolve().parent


def moment(month, day, hour=0, minute=0):
    year, month = (YEAR + 1, 1) if month == 13 else (YEAR, month)
    return int(datetime.datetime(year, month, day, hour, minute, tzinfo=ZONE).timestamp())


START, END = moment(1, 1), moment(13, 1)


def minutes(start, count):
    return {start + 60 * at for at in range(count)}


def patterns():
    """Minutes, by their first second, in which requests fail: for each level several kinds of outage."""
    seeded = random.Random(2025)
    steady, held = set(), set()
    # A drip: a minute every day. More than 22 minutes in January.
    for day in range(1, 32):
        steady |= minutes(moment(1, day, 9, day), 1)
    # One long outage.
    steady |= minutes(moment(2, 14, 3), 60)
    # The spring change, in the night and short of the target.
    steady |= minutes(moment(3, 9, 1, 50), 20)
    # Nearly all of it on the first day, the rest on the last.
    steady |= minutes(moment(4, 1, 0, 0), 20) | minutes(moment(4, 30, 23, 50), 10)
    # Across the end of a month: neither month is missed.
    steady |= minutes(moment(5, 31, 23, 40), 40)
    # Bursts of two minutes at random.
    for month in (7, 8, 9):
        for _ in range(10 + month - 7):
            steady |= minutes(moment(month, seeded.randint(1, 28), seeded.randint(0, 23), seeded.randint(0, 50)), 2)
    # Through the autumn change.
    steady |= minutes(moment(11, 2, 0, 50), 100)
    # Outages of four minutes never count where five are needed; of six, all six do.
    for day in range(1, 29):
        held |= minutes(moment(1, day, 12, 7), 4)
        held |= minutes(moment(3, day, 12, 7), 6)
    # In the window of maintenance: the first 30 minutes are deducted.
    held |= minutes(moment(5, 4, 23, 32), 26) | minutes(moment(5, 11, 23, 32), 26)
    held |= minutes(moment(6, 2, 8), 44) | minutes(moment(8, 20, 8), 45)
    return {"steady": steady, "held": held}


def local(second):
    return datetime.datetime.fromtimestamp(second, ZONE)


def month_of(second):
    return local(second).strftime("%Y-%m-01")


def counted(bad, lasting, window):
    """The minutes that count as down, with the moment at which that is known."""
    down = []
    run = []
    for second in sorted(bad) + [END + 3600]:
        if run and second != run[-1] + 60:
            if len(run) >= lasting:
                known = run[lasting - 1] + 60
                down += [(start, max(start + 60, known)) for start in run]
            run = []
        run.append(second)
    return [(start, known, window(start)) for start, known in down]


def in_window(second):
    """Sunday, half an hour to midnight."""
    at = local(second)
    return at.weekday() == 6 and (at.hour, at.minute) >= (23, 30)


def contract(bad, target, lasting, window, allowance):
    """For each month: downtime, what is allowed, and when the level is missed."""
    months = {}
    for month in range(1, 13):
        start, end = moment(month, 1), moment(month + 1, 1)
        total = (end - start) // 60 - allowance
        months[month_of(start)] = {"allowed": total * (100_00 - target) / 100_00, "down": 0, "window": 0, "missed": None}
    for start, known, excluded in sorted(counted(bad, lasting, window), key=lambda found: found[1]):
        month = months[month_of(start)]
        month["window" if excluded else "down"] += 1
        spent = month["down"] + max(0, month["window"] - allowance)
        month["spent"] = spent
        if spent > month["allowed"] and month["missed"] is None:
            month["missed"] = known
    return months


def api(path, **query):
    with urllib.request.urlopen(URL + path + "?" + urllib.parse.urlencode(query), timeout=120) as answer:
        return json.load(answer)["data"]


def evaluate(expr):
    """All samples of an expression, for each minute of the year: labels, then (second, value)."""
    found = {}
    step = 60 * 10_000
    for start in range(START + 60, END + 61, step):
        end = min(start + step - 60, END + 60)
        for series in api("query_range", query=expr, start=start, end=end, step=60)["result"]:
            labels = tuple(sorted((key, value) for key, value in series["metric"].items() if key != "__name__"))
            found.setdefault(labels, []).extend((int(second), float(value)) for second, value in series["values"])
    return found


class Server:
    def __init__(self, folder):
        self.folder = folder
        self.process = None
        (folder / "prometheus.yaml").write_text("global: {scrape_interval: 1h}\n")

    def start(self):
        self.process = subprocess.Popen(
            ["prometheus", f"--config.file={self.folder}/prometheus.yaml", f"--storage.tsdb.path={self.folder}/data",
             "--storage.tsdb.retention.time=100y", f"--web.listen-address=127.0.0.1:{PORT}", "--log.level=error",
             "--storage.tsdb.allow-overlapping-blocks", "--query.max-samples=100000000",
             # A rule that no longer gives a series marks its end; samples that are loaded cannot.
             "--query.lookback-delta=59s"],
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        for _ in range(600):
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{PORT}/-/ready", timeout=2).close()
                return
            except OSError:
                if self.process.poll() is not None:
                    sys.exit(self.process.stderr.read())
                time.sleep(0.1)
        sys.exit("prometheus is not ready after a minute")

    def stop(self):
        if self.process:
            self.process.terminate()
            self.process.wait(30)

    def load(self, lines):
        """Adds samples; the server reads its blocks when it starts."""
        self.stop()
        file = self.folder / "samples.txt"
        file.write_text("\n".join(lines) + "\n# EOF\n")
        subprocess.run(["promtool", "tsdb", "create-blocks-from", "openmetrics", "--max-block-duration=9000h", "-q",
                        str(file), str(self.folder / "data")], check=True, stdout=subprocess.DEVNULL)
        self.start()


def counters(bad):
    yield "# TYPE requests counter"
    for at, second in enumerate(range(START, END + 61, 60)):
        yield f"requests_total {600 * at} {second}"
    yield "# TYPE errors counter"
    for level, failing in bad.items():
        value = 0
        for second in range(START, END + 61, 60):
            value += 300 if second - 60 in failing else 0
            yield f'errors_total{{of="{level}"}} {value} {second}'


def recorded(rule):
    """What a recording rule records, as samples to load."""
    name = rule["record"]
    extra = rule.get("labels", {})
    for labels, samples in evaluate(rule["expr"]).items():
        labels = dict(labels) | extra
        written = ",".join(f'{key}="{value}"' for key, value in sorted(labels.items()))
        for second, value in samples:
            yield f"{name}{{{written}}} {value!r} {second}"


def main():
    servanda, folder = sys.argv[1], Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    subprocess.run([servanda, "export", "--to", "prometheus", str(HERE / "year.sla"), "--out", str(folder),
                    "--names", str(HERE / "names.toml")], check=True, stdout=subprocess.DEVNULL)
    import yaml  # of the tests' own Python

    groups = yaml.safe_load((folder / "year.export/prometheus/rules.yaml").read_text())["groups"]
    rules = [rule for group in groups for rule in group["rules"]]
    bad = patterns()
    server = Server(folder)
    failed = []
    try:
        server.load(counters(bad))
        # One rule reads what those before it record, so each kind is loaded before the next.
        records = [rule for rule in rules if "record" in rule]
        kinds = list(dict.fromkeys(rule["record"] for rule in records))
        kinds.sort(key=lambda kind: (kind.endswith("remaining"), "spent" in kind or "allowed" in kind, "down" in kind))
        for kind in kinds:
            lines = [line for rule in records if rule["record"] == kind for line in recorded(rule)]
            if lines:
                server.load([f"# TYPE {kind} gauge", *lines])
        no_window = lambda second: False
        expected = {
            "steady": contract(bad["steady"], 99_95, 1, no_window, 0),
            "held": contract(bad["held"], 99_90, 5, in_window, 30),
        }
        for level, months in expected.items():
            pick = f'{{level="{level}"}}'
            spent = {dict(labels)["first_day"]: dict(samples) for labels, samples
                     in evaluate("servanda:downtime_spent_minutes" + pick).items()}
            allowed = {dict(labels)["first_day"]: samples[0][1] for labels, samples
                       in evaluate("servanda:downtime_allowed_minutes" + pick).items()}
            firing = {}
            for rule in rules:
                if "alert" in rule and rule["labels"]["level"] == level:
                    for samples in evaluate(rule["expr"]).values():
                        firing.setdefault(rule["alert"], []).extend(second for second, _ in samples)
            for first_day, month in months.items():
                start = moment(int(first_day[5:7]), 1)
                end = moment(int(first_day[5:7]) + 1, 1)
                got = spent[first_day][end]
                want = month.get("spent", 0)
                if got != want:
                    failed.append(f"{level}, {first_day}: {got} minutes spent, expected {want}")
                if abs(allowed[first_day] - month["allowed"]) > 1e-6:
                    failed.append(f"{level}, {first_day}: {allowed[first_day]} allowed, expected {month['allowed']}")
                within = lambda alert: sorted(at for at in firing.get(alert, []) if start < at <= end)
                missed = within("ServandaLevelMissed")
                if (missed[0] if missed else None) != month["missed"]:
                    failed.append(f"{level}, {first_day}: missed at {missed[:1]}, expected {month['missed']}")
                before = within("ServandaBudgetHalfSpent")
                lead = ""
                if month["missed"]:
                    if not before or before[0] >= month["missed"]:
                        failed.append(f"{level}, {first_day}: no alert before it is missed")
                    else:
                        lead = f", alert {(month['missed'] - before[0]) // 60} minutes before"
                print(f"{level:6}  {first_day}  {got:5.0f} of {month['allowed']:6.2f} minutes"
                      f"{'  missed' + lead if month['missed'] else ''}")
    finally:
        server.stop()
    print("\n".join(failed))
    sys.exit(1 if failed else 0)


main()
