# shellcheck shell=sh disable=SC2034 # used by who reads it
# Read by every script beside it: the settings with their standards, and what the scripts share.
#
# Settings come from the environment, so that no system has to write text of others (the name of a branch, a title) into
# a command.

# Nobody sees the commands of these scripts in a log, whoever calls them: secrets stand in the environment.
set +x

# Which fleet, and the folder for what a run leaves behind: reports, the saved plan, values.
: "${FEDCTL_FILE:=fleet.yaml}"
: "${FEDCTL_OUT:=fedctl-out}"
# Options of fedctl, as words: of plan, apply and drift alike, and of apply alone.
: "${FEDCTL_OPTIONS:=}"
: "${FEDCTL_APPLY_OPTIONS:=}"

# Where install.sh puts fedctl.
PATH="$PWD/.fedctl/bin:$PATH"
export PATH

here=$(dirname -- "$0")
say() { printf 'fedctl-ci: %s\n' "$*" >&2; }

# With the status of a wrong use.
refuse() {
  say "$*"
  exit 64
}

# begin NAME: makes the folder, and takes away what an earlier run of that name has left in it, which would be read as this one's.
begin() {
  command -v fedctl >/dev/null || refuse "there is no fedctl in the PATH: install.sh gets it"
  mkdir -p -- "$FEDCTL_OUT"
  for end in .md .html .xml .values .env -report.json -counts.json; do
    rm -f -- "$FEDCTL_OUT/$1$end"
  done
  # What fedctl tells holds text from clusters, in which a GitHub runner must look for no commands of its own.
  [ "${GITHUB_ACTIONS:-}" != true ] || echo "::stop-commands::$(od -An -N16 -tx1 /dev/urandom | tr -d ' ')"
}

# become NAME COMMAND [ARGUMENT…]: is fedctl from here on, which writes each report into a file called after NAME.
#
# A process that takes the place of its script gets the signals of a cancelled job itself, and each once: at the first, fedctl
# lets what is under way end and gives the fleet's lease back.
# Markdown is as long as a comment on GitHub may be, less what comment.sh writes around it.
become() {
  name=$1
  shift
  exec fedctl "$@" --markdown-into "$FEDCTL_OUT/$name.md" --max-bytes 64000 \
    --html-into "$FEDCTL_OUT/$name.html" --junit-into "$FEDCTL_OUT/$name.xml" \
    --values-into "$FEDCTL_OUT/$name.values" --json-into "$FEDCTL_OUT/$name-report.json" \
    --gitlab-into "$FEDCTL_OUT/$name-counts.json"
}

# value NAME KEY: what a run has told for scripts; empty where it is not known.
value() {
  [ -f "$FEDCTL_OUT/$1.values" ] || return 0
  sed -n "s/^$2=//p" "$FEDCTL_OUT/$1.values"
}
