"""calendars.py EXPORT…: each .ics file is read by the icalendar library; what it holds is what the policy says."""

import json
import re
import sys
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import icalendar

HERE = Path(__file__).parent


def one_line(text):
    return " ".join(text.split())


def zones(calendar):
    """Each VTIMEZONE gives the offsets of the zone database, through two years."""
    for part in calendar.walk("VTIMEZONE"):
        known, read = ZoneInfo(str(part["TZID"])), part.to_tz()
        moment = min(part.get("DTSTART").dt for part in part.subcomponents) + timedelta(days=400)
        for hours in range(0, 2 * 366 * 24, 5):
            wall = moment + timedelta(hours=hours)
            ours, theirs = wall.replace(tzinfo=read).utcoffset(), wall.replace(tzinfo=known).utcoffset()
            # A wall time that a change skips or repeats has two answers.
            doubtful = wall.replace(tzinfo=known).utcoffset() != wall.replace(tzinfo=known, fold=1).utcoffset()
            if ours != theirs and not doubtful:
                yield f"{part['TZID']}: {wall} is {ours} ahead, not {theirs}"


def problems(path):
    raw = path.read_bytes()
    for line in raw.split(b"\r\n"):
        if len(line) > 75 or b"\n" in line:
            yield f"a line of {len(line)} bytes, or one that ends otherwise"
    calendar = icalendar.Calendar.from_ical(raw)
    broken = [error for part in calendar.walk() for error in part.errors]
    if broken:
        yield f"not read: {broken}"
    events = calendar.walk("VEVENT")
    if not events:
        yield "no event"
    uids = [str(event["UID"]) for event in events]
    if len(set(uids)) < len(uids):
        yield "two events have one UID"
    for event in events:
        if "DTSTAMP" not in event or not event.get("SUMMARY"):
            yield f"{event.get('UID')}: no DTSTAMP or SUMMARY"
        if event["DTEND"].dt <= event["DTSTART"].dt:
            yield f"{event['SUMMARY']}: ends before it begins"
        if "RRULE" in event and not isinstance(event["DTSTART"].dt, datetime):
            yield f"{event['SUMMARY']}: a window without a time"
        if "RRULE" not in event and not event.walk("VALARM"):
            yield f"{event['SUMMARY']}: no alarm"
    yield from zones(calendar)
    if path.parent.name == "hostile":
        policy = json.loads((HERE / "../cases/export/hostile.policy.json").read_bytes())["agreement"]
        summaries = "\n".join(str(event["SUMMARY"]) for event in events)
        told = "\n".join(str(event.get("DESCRIPTION", "")) for event in events)
        for name in (policy["heading"]["reference"], policy["reports"]["entries"][0]["name"]):
            if one_line(name) not in summaries:
                yield f"{name!r} did not arrive"
        duty = policy["obligations"][0]["duty"]
        if duty not in told:
            yield f"{duty!r} did not arrive"


def main(*exports):
    found, read = [], 0
    for path in (path for export in exports for path in Path(export).glob("*.ics")):
        read += 1
        found += [f"{path}: {problem}" for problem in problems(path)]
    if read < 20:
        found.append(f"only {read} calendars were read")
    print("\n".join(found))
    sys.exit(1 if found else 0)


main(*sys.argv[1:])
