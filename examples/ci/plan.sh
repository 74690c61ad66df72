#!/bin/sh
# Plans a fleet and keeps the plan: what a change would do, or what the main branch is about to do.
#
# In $FEDCTL_OUT are then plan.json, the plan for apply.sh, and the reports plan.md, .html, .xml, .values, plan-report.json and
# plan-counts.json; none holds a secret.
# Exit status: 0 planned, whether there are changes or not (`changes` of plan.values tells); 1 an error; 3 a plan that does
# not know everything, unless FEDCTL_ALLOW_INCOMPLETE is true; 64 wrong usage.
set -eu
# shellcheck source=settings.sh
. "$(dirname -- "$0")/settings.sh"

begin plan
rm -f -- "$FEDCTL_OUT/plan.json"
set -f
status=0
# shellcheck disable=SC2086 # options are words
(become plan plan --file "$FEDCTL_FILE" --out "$FEDCTL_OUT/plan.json" --detailed-exitcode $FEDCTL_OPTIONS) || status=$?
case $status in
0 | 2) exit 0 ;;
3 | 6)
  [ "${FEDCTL_ALLOW_INCOMPLETE:-false}" = true ] || exit 3
  say "the plan does not know everything, and FEDCTL_ALLOW_INCOMPLETE lets it pass"
  ;;
*) exit "$status" ;;
esac
