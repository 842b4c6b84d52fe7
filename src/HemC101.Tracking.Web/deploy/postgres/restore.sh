#!/usr/bin/env bash
# Makes a server out of a backup, in an empty folder, and starts it: restore.sh <data folder> <backup>
#
# It works alone, on the port of settings.sh. First make sure that the server it replaces stays down: two servers that both take writes are
# two truths. Then name the new one to the nodes, and give it a standby with standby.sh and synchronous.sh.
set -euo pipefail
umask 077
usage="Name folder and backup: restore.sh <data folder> <backup>"
data=${1:?$usage} backup=${2:?$usage}
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$here/settings.sh"

changed() { stop_with "$backup is not what was written: take another backup. Nothing was restored."; }

mkdir -p "$data"
[ -z "$(ls -A "$data")" ] || stop_with "$data is not empty. Move what lies there away, or name another folder; nothing was changed."
data=$(cd "$data" && pwd)

case $backup in
    *.dump)
        [ -f "$backup" ] && [ "$(sha256sum <"$backup" | cut -d ' ' -f 1)" = "$(cut -d ' ' -f 1 "$backup.sha256")" ] || changed
        bash "$here/primary.sh" "$data" >/dev/null
        "$tools/pg_restore" -h "$data" -p "$HEMC101_PORT" -U postgres -d hemc101 --exit-on-error --single-transaction "$backup"
        ;;
    *.base)
        "$tools/pg_verifybackup" --quiet "$backup" || changed
        cp -a "$backup/." "$data"
        chmod 700 "$data"
        rm -f "$data/server.log" "$data"/.s.PGSQL.*.lock "$data/hemc101-follow.conf" "$data/hemc101.pass" "$data/standby.signal"
        write_settings
        work_alone
        start
        ask -c "select pg_create_physical_replication_slot('$standby') where not exists (select from pg_replication_slots where slot_name = '$standby')" >/dev/null
        ;;
    *) stop_with "$usage" ;;
esac
echo "The server runs on port $HEMC101_PORT, as it was when $backup was made."
