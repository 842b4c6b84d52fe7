#!/usr/bin/env bash
# Copies the primary into an empty folder and follows it from then on: standby.sh <data folder> <primary's address> [<primary's port>]
#
# Also the way back for a server that was the primary once: move its old folder away, look through it if need be, and make it anew here.
set -euo pipefail
umask 077
usage="Name folder and primary: standby.sh <data folder> <primary's address> [<primary's port>]"
data=${1:?$usage} host=${2:?$usage}
. "$(dirname "${BASH_SOURCE[0]}")/settings.sh"
port=${3:-$HEMC101_PORT}

# The password goes into a file beside the data: it is needed again at every reconnection.
mkdir -p "$data"
[ -z "$(ls -A "$data")" ] || stop_with "$data is not empty. Move what lies there away, or name another folder; nothing was changed."
data=$(cd "$data" && pwd)
pass=$(mktemp)
trap 'rm -f "$pass"' EXIT
escaped=$(head -n 1 "$HEMC101_STANDBY_PASSWORD_FILE" | sed 's/[\\:]/\\&/g')
echo "*:*:*:hemc101_standby:$escaped" >"$pass"
PGPASSFILE=$pass "$tools/pg_basebackup" -D "$data" -X stream -S "$standby" --checkpoint=fast \
    -d "host=$host port=$port user=hemc101_standby application_name=$standby"

# Left over from the primary's folder.
rm -f "$data/server.log" "$data"/.s.PGSQL.*.lock "$data/hemc101-alone.conf"
mv "$pass" "$data/hemc101.pass"
write_settings
cat >"$data/hemc101-follow.conf" <<END
primary_conninfo = 'host=$host port=$port user=hemc101_standby application_name=$standby passfile=$data/hemc101.pass'
primary_slot_name = '$standby'
END
grep -q hemc101-follow "$data/postgresql.conf" || echo "include_if_exists 'hemc101-follow.conf'" >>"$data/postgresql.conf"
touch "$data/standby.signal"
start
echo "The standby runs on port $HEMC101_PORT. Run synchronous.sh on the primary now: until then it does not wait for this copy."
