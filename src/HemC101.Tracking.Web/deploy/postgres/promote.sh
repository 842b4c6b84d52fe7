#!/usr/bin/env bash
# Makes the standby the primary, after the primary was lost: promote.sh <data folder of the standby>
#
# Refused while the primary still answers: two servers that both take writes are two truths. First make sure that the old one stays down
# (power, or `pg_ctl stop` and its service disabled). Should it come up again nevertheless, it acknowledges nothing: its standby is gone.
# The nodes find the new primary by themselves, within seconds.
set -euo pipefail
umask 077
data=$(cd "${1:?Name the data folder of the standby: promote.sh <data folder>}" && pwd)
. "$(dirname "${BASH_SOURCE[0]}")/settings.sh"

[ "$(ask -c 'select pg_is_in_recovery()')" = t ] || stop_with "This server is a primary already; nothing was changed."
silent=2 answer=0
"$tools/pg_isready" -q -t 5 -d "$(ask -c 'show primary_conninfo')" || answer=$?
[ "$answer" -eq "$silent" ] || stop_with "The primary still answers. Stop it for good before this one takes its place; nothing was changed."

work_alone
"$tools/pg_ctl" -D "$data" -w promote >/dev/null
rm -f "$data/hemc101-follow.conf" "$data/hemc101.pass"
"$tools/pg_ctl" -D "$data" reload >/dev/null
ask -c "select pg_create_physical_replication_slot('$standby') where not exists (select from pg_replication_slots where slot_name = '$standby')" >/dev/null
echo "This server is the primary now. It is alone: make a standby with standby.sh, then run synchronous.sh here."
