#!/bin/sh
# Creates the SLA policies of this folder in Freshdesk. It needs curl, and
#   FRESHDESK_URL      https://YOURS.freshdesk.com
#   FRESHDESK_API_KEY  an administrator's API key
# Each file is sent once; what was created before is not looked for. Freshdesk's API deletes no policy.
set -eu
: "${FRESHDESK_URL:?}" "${FRESHDESK_API_KEY:?}"
cd "$(dirname "$0")"

for file in policies/*.json; do
  curl --silent --show-error --fail-with-body --user "$FRESHDESK_API_KEY:X" --output /dev/null \
    --header 'Content-Type: application/json' --data @"$file" "$FRESHDESK_URL/api/v2/sla_policies"
  echo "policy $file"
done
