"""Counts the cases of a file anew with businesstimedelta; tells each that differs, and fails then.

Known differences, which the cases leave out:

- Hours that open or close at a local time which occurs twice: the library takes the second, an agreement the first.
- Hours across midnight: at 02:00, the library does not know that the evening before is still open.
- A holiday on which clocks change: the library ends it 24 hours after it began.
"""

import datetime
import json
import sys

import businesstimedelta
import holidays
import pytz

KNOWN = {}


def kept(region):
    if region not in KNOWN:
        country, _, part = region.partition("-")
        years = range(2026, 2030)
        KNOWN[region] = set(holidays.country_holidays(country, subdiv=part or None, years=years))
    return KNOWN[region]


def rules(case):
    zone = pytz.timezone(case["zone"])
    hours = [
        businesstimedelta.WorkDayRule(datetime.time(start), datetime.time(end), case["days"], tz=zone)
        for start, end in case["hours"]
    ]
    return businesstimedelta.Rules([*hours, businesstimedelta.HolidayRule(kept(case["region"]), tz=zone)])


def moment(seconds):
    return datetime.datetime.fromtimestamp(seconds, tz=pytz.utc)


count, differing = 0, 0
with open(sys.argv[1], encoding="utf-8") as file:
    for line in file:
        case = json.loads(line)
        count += 1
        week = rules(case)
        end = moment(case["start"]) + businesstimedelta.BusinessTimeDelta(week, seconds=case["seconds"])
        length = week.difference(moment(case["start"]), moment(case["until"]))
        found = (int(end.timestamp()), int(length.timedelta.total_seconds()))
        if found != (case["end"], case["length"]):
            differing += 1
            print("differs:", line.strip(), "->", found)
print(f"{count - differing} cases agree, of {count}")
sys.exit(1 if differing else 0)
