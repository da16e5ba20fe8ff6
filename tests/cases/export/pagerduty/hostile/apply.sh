#!/bin/sh
# Creates the schedules and then the escalation policies that tell them. Needs curl and jq, and in the environment
# PAGERDUTY_TOKEN (a REST API key) and PAGERDUTY_FROM (the e-mail address of a user). PAGERDUTY_URL may name another host.
set -eu
cd "$(dirname "$0")"
url=${PAGERDUTY_URL:-https://api.pagerduty.com}

post() {
  curl --fail --silent --show-error --request POST "$url/$1" --data-binary @- \
    --header "Authorization: Token token=$PAGERDUTY_TOKEN" --header "From: $PAGERDUTY_FROM" \
    --header "Content-Type: application/json" --header "Accept: application/vnd.pagerduty+json;version=2"
}

ids='{}'
count=$(jq length schedules.json)
at=0
while [ "$at" -lt "$count" ]; do
  answer=$(jq ".[$at]" schedules.json | post schedules)
  ids=$(printf '%s' "$answer" | jq --argjson ids "$ids" '$ids + {("@" + .schedule.name): .schedule.id}')
  at=$((at + 1))
done
count=$(jq length escalation_policies.json)
at=0
while [ "$at" -lt "$count" ]; do
  jq --argjson ids "$ids" ".[$at] | (.escalation_policy.escalation_rules[].targets[].id) |= \$ids[.]" \
    escalation_policies.json | post escalation_policies | jq -r '.escalation_policy | .name + ": " + .id'
  at=$((at + 1))
done
