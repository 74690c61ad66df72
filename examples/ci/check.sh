#!/bin/sh
# Reads the fleet file and renders it, without any cluster and any secret: for changes from forks, which get none.
#
# Exit status: 0 in order; 1 an error, told with its line; 64 wrong usage.
set -eu
# shellcheck source=settings.sh
. "$(dirname -- "$0")/settings.sh"

command -v fedctl >/dev/null || refuse "there is no fedctl in the PATH: install.sh gets it"
fedctl validate --file "$FEDCTL_FILE"
fedctl render --file "$FEDCTL_FILE" >/dev/null
