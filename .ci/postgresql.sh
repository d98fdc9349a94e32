# start_postgresql: a throw-away cluster on a free loopback port, named in BOWOUT_TEST_POSTGRESQL; gone when the shell ends.
PG_HOME=

# PostgreSQL refuses to run as root.
as_postgres() {
  if ((EUID == 0)); then
    setpriv --reuid=postgres --regid=postgres --init-groups env -C "$PG_HOME" HOME="$PG_HOME" "$@"
  else
    "$@"
  fi
}

start_postgresql() {
  local port
  PG_BIN=$(dirname "$(compgen -G '/usr/lib/postgresql/*/bin/initdb' | sort -V | tail -n 1)")
  PG_HOME=$(mktemp -d /tmp/bowout-pg.XXXXXX)
  trap stop_postgresql EXIT
  if ((EUID == 0)); then chown postgres:postgres "$PG_HOME"; fi
  as_postgres "$PG_BIN/initdb" -D "$PG_HOME/data" -U bowout -A trust -E UTF8 --locale=C.UTF-8 --no-sync >/dev/null
  port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
  as_postgres "$PG_BIN/pg_ctl" -D "$PG_HOME/data" -l "$PG_HOME/log" -w -s start \
    -o "-F -p $port -k $PG_HOME -c listen_addresses=127.0.0.1" </dev/null || { cat "$PG_HOME/log"; return 1; }
  export BOWOUT_TEST_POSTGRESQL="postgresql://bowout@127.0.0.1:$port/postgres"
  "$PG_BIN/psql" -Atc 'select version()' "$BOWOUT_TEST_POSTGRESQL"
}

stop_postgresql() {
  as_postgres "$PG_BIN/pg_ctl" -D "$PG_HOME/data" -m immediate -s stop || true
  rm -rf "$PG_HOME"
}
