#!/bin/sh
# Carries out the plan that plan.sh has kept and somebody has agreed to: exactly that, or nothing.
#
# The fleet file is this checkout's, whatever the plan names: who can write the plan cannot choose another.
# In $FEDCTL_OUT are then the reports apply.md, .html, .xml, .values, apply-report.json and apply-counts.json.
# Exit status: 0 done; 1 an error; 3 a cluster could not be reached or an object failed, the rest is done; 4 the plan is not what
# would be done now, and nothing was changed: plan again; 64 wrong usage; 130 cancelled.
set -eu
# shellcheck source=settings.sh
. "$(dirname -- "$0")/settings.sh"

[ -f "$FEDCTL_OUT/plan.json" ] || refuse "there is no plan at $FEDCTL_OUT/plan.json: plan.sh makes it"
begin apply
set -f
# shellcheck disable=SC2086 # options are words
become apply apply "$FEDCTL_OUT/plan.json" --file "$FEDCTL_FILE" $FEDCTL_OPTIONS $FEDCTL_APPLY_OPTIONS
