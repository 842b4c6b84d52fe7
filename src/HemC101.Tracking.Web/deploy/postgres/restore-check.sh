#!/usr/bin/env bash
# Proves a backup: brings it back in a folder of its own, and lets the program verify ledger, seals and tables in it.
#   restore-check.sh <backup> <program> [--seals <folder of deposited seals>]
#
# The server it makes for that hears this user alone and is gone afterwards. Ends as verify does: 0 when nothing was altered.
set -euo pipefail
umask 077
usage="Name backup and program: restore-check.sh <backup> <program> [--seals <folder>]"
backup=${1:?$usage} program=${2:?$usage}
shift 2
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$here/settings.sh"

folder=$(mktemp -d)
data=$folder/data
trap '"$tools/pg_ctl" -D "$data" -m immediate -w stop >/dev/null 2>&1 || true; rm -rf "$folder"' EXIT

# No address to listen on: the socket in its folder is all there is.
HEMC101_LISTEN='' bash "$here/restore.sh" "$data" "$backup" >/dev/null
Database__Provider=Postgres Database__ConnectionString="Host=$data;Port=$HEMC101_PORT;Database=hemc101;Username=postgres" "$program" verify "$@"
