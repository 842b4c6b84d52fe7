#!/usr/bin/env bash
# Makes a PostgreSQL server for HemC101.Tracking in an empty folder and starts it: primary.sh <data folder>
#
# After a restart of the machine `pg_ctl -D <data folder> -w start` brings it back; a unit with Type=notify and ExecStart=postgres -D <data folder>
# does that by itself. It works alone until there is a standby: run standby.sh on the other server, then synchronous.sh here. Settings stand in settings.sh.
# The nodes are given both servers and find the one that takes writes:
#   --Database:Provider=Postgres
#   --Database:ConnectionString="Host=<this>,<other>;Port=5432;Database=hemc101;Username=hemc101;Passfile=<file>;Target Session Attributes=primary"
# Across a network that others can reach, add ssl = on with a certificate to postgresql.conf and turn host into hostssl in pg_hba.conf.
set -euo pipefail
umask 077
data=${1:?Name the folder for the data: primary.sh <data folder>}
. "$(dirname "${BASH_SOURCE[0]}")/settings.sh"

"$tools/initdb" -D "$data" -U postgres --encoding=UTF8 --locale=C.UTF-8 --data-checksums --auth-local=trust --auth-host=scram-sha-256 >/dev/null
data=$(cd "$data" && pwd)
write_settings
work_alone
cat >>"$data/postgresql.conf" <<END
include_if_exists 'hemc101.conf'
include_if_exists 'hemc101-alone.conf'
END
cat >"$data/pg_hba.conf" <<END
local all         postgres                                trust
local replication postgres                                trust
host  hemc101     hemc101          $HEMC101_NETWORK       scram-sha-256
host  replication hemc101_standby  $HEMC101_NETWORK       scram-sha-256
END
start

# Passwords go over standard input, where no list of processes shows them.
role() { printf "create role %s login %s password '%s';\n" "$1" "$3" "$(head -n 1 "$2" | sed "s/'/''/g")"; }
{
    role hemc101 "$HEMC101_SITE_PASSWORD_FILE" ''
    role hemc101_standby "$HEMC101_STANDBY_PASSWORD_FILE" replication
    echo "create database hemc101 owner hemc101 encoding 'UTF8' template template0;"
    echo "select pg_create_physical_replication_slot('$standby') \\g /dev/null"
} | ask -f -
echo "The primary runs on port $HEMC101_PORT. It is alone: make a standby with standby.sh, then run synchronous.sh here."
