#!/usr/bin/env bash
# The standby is lost, and everything recorded waits for it. From now on this server works alone: alone.sh <data folder of the primary>
#
# A decision: until a standby follows again, what is acknowledged lies on one disk only. Refused while the standby still follows.
# Make another standby with standby.sh and end this with synchronous.sh.
set -euo pipefail
umask 077
data=$(cd "${1:?Name the data folder of the primary: alone.sh <data folder>}" && pwd)
. "$(dirname "${BASH_SOURCE[0]}")/settings.sh"

[ "$(ask -c 'select pg_is_in_recovery()')" = f ] || stop_with "This server is a standby. If its primary is lost, run promote.sh here; nothing was changed."
[ "$(ask -c "select count(*) from pg_stat_replication where application_name = '$standby' and state = 'streaming'")" = 0 ] ||
    stop_with "The standby still follows this server; nothing was changed."

work_alone
"$tools/pg_ctl" -D "$data" reload >/dev/null
echo "This server works alone: what is recorded lies on one disk. Make a standby with standby.sh, then run synchronous.sh here."
