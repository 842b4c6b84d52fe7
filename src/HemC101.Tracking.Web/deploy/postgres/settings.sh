# Read by the scripts of this folder. Set the same values on both servers, here or in the environment.

: "${HEMC101_PORT:=5432}"

# Address this server listens on (none at all when it is empty), and the network that the nodes of the site and the other server call from.
: "${HEMC101_LISTEN=127.0.0.1}"
: "${HEMC101_NETWORK:=127.0.0.1/32}"

# Files whose first line is a password: of the nodes, and of the standby at its primary. Readable by this user alone.
: "${HEMC101_SITE_PASSWORD_FILE:=/etc/hemc101/site.password}"
: "${HEMC101_STANDBY_PASSWORD_FILE:=/etc/hemc101/standby.password}"

# A standby that is away holds back so much of the primary's log; when it stays away longer it has to be made anew, but the disk is safe.
: "${HEMC101_KEEP_LOG:=10GB}"

# Under this name the standby is waited for.
standby=hemc101_standby

tools=${HEMC101_TOOLS:-$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1)}

stop_with() { echo "$1" >&2; exit 1; }

[ -n "$tools" ] || stop_with "There is no PostgreSQL server. Install the package postgresql."
[ "$(id -u)" -ne 0 ] || stop_with "PostgreSQL does not run as root. Run this as the user postgres: runuser -u postgres -- $0 ..."

# The socket lies in the data folder, which nobody but this user can enter: that is why no password is asked there.
ask() { "$tools/psql" -X -q -A -t -v ON_ERROR_STOP=1 -h "$data" -p "$HEMC101_PORT" -U postgres -d postgres "$@"; }

start() { "$tools/pg_ctl" -D "$data" -l "$data/server.log" -w start >/dev/null || { tail -20 "$data/server.log" >&2; exit 1; }; }

# What is ours stands in files of its own; what an operator sets in postgresql.conf or with ALTER SYSTEM is left alone.
write_settings() {
    cat >"$data/hemc101.conf" <<END
port = $HEMC101_PORT
listen_addresses = '$HEMC101_LISTEN'
unix_socket_directories = '.'
wal_level = replica
synchronous_commit = on
synchronous_standby_names = 'FIRST 1 ($standby)'
max_slot_wal_keep_size = $HEMC101_KEEP_LOG
hot_standby = on
END
}

# Until there is a standby, a commit that waits for one would wait for ever. This file lets the server work alone.
work_alone() { echo "synchronous_standby_names = ''" >"$data/hemc101-alone.conf"; }
