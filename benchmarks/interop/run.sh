#!/usr/bin/env bash
# Makes logs of several sizes with Candour and has them checked by Tessera's fsck and by
# golang.org/x/mod (note, tlog), in the folder and over loopback HTTP.
#
#   benchmarks/interop/run.sh [SIZE...]      default: the sizes at which tiles begin and end
#   benchmarks/interop/run.sh --made FOLDER  checks logs that were made before
#
# Needs Go 1.25 or later on PATH or in /usr/local/go; without it a sentence says so, exit 0.
set -euo pipefail
here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd -P)
root=$(cd -- "$here/../.." && pwd -P)
PATH=$PATH:/usr/local/go/bin
export GOTOOLCHAIN=local GOFLAGS=-mod=readonly

minor=$(go env GOVERSION 2>/dev/null | sed -n 's/^go1\.\([0-9]*\).*/\1/p' || true)
if [ -z "$minor" ] || [ "$minor" -lt 25 ]; then
  echo "skipped: Go 1.25 or later is not on this machine"
  exit 0
fi

if [ "${1:-}" = --made ]; then
  logs=$2
else
  logs=$(mktemp -d)
  trap 'rm -rf "$logs"' EXIT
  [ $# -gt 0 ] || set -- 0 1 2 255 256 257 65535 65536 65537 70000
  (cd "$root" && mvn -q -B -pl ledger test-compile)
  java=${JAVA_HOME:+$JAVA_HOME/bin/}java
  "$java" -cp "$root/ledger/target/classes:$root/ledger/target/test-classes" \
    uk.candour.ledger.LogsForOthers "$logs" "$@"
fi
cd "$here"
go run . "$logs"
