#!/usr/bin/env bash
# A copy of one moment while work goes on, checked before it counts: backup.sh <data folder of the server> <folder for backups> [dump|base]
#
# dump (when nothing is said): the database alone, by pg_dump; it goes into any later PostgreSQL.
# base: the whole server, by pg_basebackup; as large as its data folder, and there again in the time it takes to copy.
# Runs on the primary or on the standby. The folder is best one of another machine; prove a backup with restore-check.sh, and keep as many as
# you are obliged to: nothing here removes one. The key ring of the site is in none of them and belongs elsewhere.
set -euo pipefail
umask 077
usage="Name both folders: backup.sh <data folder of the server> <folder for backups> [dump|base]"
data=${1:?$usage} folder=${2:?$usage} kind=${3:-dump}
data=$(cd "$data" && pwd)
. "$(dirname "${BASH_SOURCE[0]}")/settings.sh"

mkdir -p "$folder"
name=hemc101-$(date -u +%Y%m%dT%H%M%SZ).$kind
part=$folder/$name.part
trap 'rm -rf "$part"' EXIT
[ ! -e "$folder/$name" ] || stop_with "$folder/$name is there already; nothing was changed."

case $kind in
    dump)
        "$tools/pg_dump" -h "$data" -p "$HEMC101_PORT" -U postgres -d hemc101 --format=custom --file="$part"
        "$tools/pg_restore" --list "$part" >/dev/null
        sync "$part"
        sum=$(sha256sum <"$part" | cut -d ' ' -f 1)
        echo "$sum  $name" >"$folder/$name.sha256"
        ;;
    base)
        # The socket lies in the data folder; that it is no file is no news.
        "$tools/pg_basebackup" -h "$data" -p "$HEMC101_PORT" -U postgres -D "$part" -X stream --checkpoint=fast \
            2> >(grep -v 'skipping special file' >&2)
        "$tools/pg_verifybackup" --quiet "$part"
        ;;
    *) stop_with "$usage" ;;
esac
mv "$part" "$folder/$name"
echo "$folder/$name"
