#!/bin/sh
# Looks whether the clusters still are what the fleet file says; changes nothing.
#
# In $FEDCTL_OUT are then the reports drift.md, .html, .xml, .values, drift-report.json and drift-counts.json; issue.sh tells of them.
# Exit status: 0 no drift; 1 an error; 2 drift; 3 not everything could be looked at; 6 drift, and not everything could be
# looked at; 64 wrong usage.
set -eu
# shellcheck source=settings.sh
. "$(dirname -- "$0")/settings.sh"

begin drift
set -f
# shellcheck disable=SC2086 # options are words
become drift plan --file "$FEDCTL_FILE" --detailed-exitcode $FEDCTL_OPTIONS
