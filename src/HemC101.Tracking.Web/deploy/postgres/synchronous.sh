#!/usr/bin/env bash
# From now on nothing is acknowledged that is not on both disks: synchronous.sh <data folder of the primary>
#
# Refused while no standby follows. When the standby fails later, everything recorded waits for it; to go on with one copy until it is
# mended is a decision, which alone.sh carries out and this script ends.
set -euo pipefail
data=$(cd "${1:?Name the data folder of the primary: synchronous.sh <data folder>}" && pwd)
. "$(dirname "${BASH_SOURCE[0]}")/settings.sh"

follows() { [ "$(ask -c "select count(*) from pg_stat_replication where application_name = '$standby' and state = 'streaming'")" = 1 ]; }
synchronous() { [ "$(ask -c "select count(*) from pg_stat_replication where application_name = '$standby' and sync_state = 'sync'")" = 1 ]; }

# A standby that has just started first fetches what it missed.
wait_until() { for _ in $(seq 60); do if "$1"; then return 0; fi; sleep 1; done; return 1; }

wait_until follows || stop_with "No standby follows this server. Make one with standby.sh or look into its server.log; nothing was changed."
rm -f "$data/hemc101-alone.conf"
"$tools/pg_ctl" -D "$data" reload >/dev/null
wait_until synchronous || stop_with "The standby is not synchronous. Look into the server.log of both; recording waits until it is."
echo "Both disks are waited for."
