#!/bin/sh
# Gets the fedctl that the file `release` beside this script names into .fedctl/bin, where the other scripts look first.
#
# What comes must have the sum that stands there: it is the program itself, or a tar archive with it. The file is part of the repository,
# so that another fedctl is a change like any other, which is read before it runs.
# Exit status: 0 it is there, and its version is said; 1 it could not be had, or is another; 64 wrong usage.
set -eu
# shellcheck source=settings.sh
. "$(dirname -- "$0")/settings.sh"

url=$(sed -n 's/^url=//p' "$here/release")
sum=$(sed -n 's/^sha256=//p' "$here/release")
if [ -n "$url" ]; then
  [ -n "$sum" ] || refuse "the file release has no sha256 for $url"
  rm -rf .fedctl
  mkdir -p .fedctl/bin .fedctl/archive
  # Nobody commits it by accident.
  echo '*' >.fedctl/.gitignore
  curl --fail --silent --show-error --location --retry 3 --max-time 300 --output .fedctl/download -- "$url"
  echo "$sum  .fedctl/download" | sha256sum -c - >/dev/null 2>&1 || {
    say "what is at $url has another sum than the file release says"
    exit 1
  }
  program=.fedctl/download
  if tar -xf .fedctl/download -C .fedctl/archive 2>/dev/null; then
    program=$(find .fedctl/archive -type f -name fedctl -perm -u=x | head -n 1)
  fi
  [ -n "$program" ] || refuse "there is no fedctl in $url"
  mv -- "$program" .fedctl/bin/fedctl
  chmod 755 .fedctl/bin/fedctl
  rm -rf .fedctl/archive .fedctl/download
fi
command -v fedctl >/dev/null || refuse "there is no fedctl in the PATH, and the file release has no url"
say "$(fedctl --version)"
