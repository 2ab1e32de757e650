#!/usr/bin/env bash
# Runs the commands of the README as a newcomer would: every line of its `sh` blocks, in order.
# - `git clone` and `cd` are done: this is the clone. `dotnet test` is run by .ci/run.
# - `… serve` runs in the background until the end; the first search must be answered within 60 s.
# - `grpcurl` is in no package registry, so its calls are made by `buf curl`, which also speaks gRPC by reflection.
set -euo pipefail
cd "$(dirname "$0")/.."

# Aliases of the README hold for its later lines.
shopt -s expand_aliases
work=$(mktemp -d)
[ -e .recap ] || made=.recap
server=
finish() {
  [ -z "$server" ] || kill "$server" 2>/dev/null || true
  rm -rf "$work" ${made:+"$made"}
}
trap finish EXIT

commands() {
  awk '/^```sh$/ { inside = 1; next } /^```/ { inside = 0 } inside' README.md | sed -e ':a' -e '/\\$/N; s/\\\n//; ta'
}

serve() {
  echo "> $1 &"
  local began=$SECONDS
  # Its own group, so that what `dotnet run` starts ends with it.
  bash -c "exec ${1%&}" > "$work/serve.out" 2> "$work/serve.err" &
  server=$!
  until grep -q 'gRPC' "$work/serve.out"; do
    kill -0 "$server" 2>/dev/null || { cat "$work/serve.err" >&2; echo "readme: the server did not start" >&2; exit 1; }
    [ $((SECONDS - began)) -lt 420 ] || { echo "readme: no server after 420 s" >&2; exit 1; }
    sleep 0.2
  done
  echo "readme: served after $((SECONDS - began)) s"
}

# grpcurl -plaintext [-d DATA] HOST:PORT METHOD
grpcurl() {
  local data='{}' words=()
  while [ $# -gt 0 ]; do
    case $1 in
      -d) data=$2; shift 2 ;;
      -*) shift ;;
      *) words+=("$1"); shift ;;
    esac
  done
  npx --yes @bufbuild/buf@1.75.0 curl --protocol grpc --http2-prior-knowledge -d "$data" "http://${words[0]}/${words[1]}"
}

command -v curl > /dev/null || curl() {
  node -e 'fetch(process.argv[1]).then(async (a) => { console.log(await a.text()); process.exit(a.ok ? 0 : 1); })' "${!#}"
}

count=0
while IFS= read -r line; do
  line=${line%%  #*}
  case $line in
    '' | '#'* | 'git clone'* | 'cd '* | 'dotnet test'*) continue ;;
    *' serve' | *' serve '*) serve "$line" ;;
    *)
      echo "> $line"
      eval "$line" < /dev/null > "$work/out" || { cat "$work/out"; echo "readme: failed: $line" >&2; exit 1; }
      head -c 400 "$work/out"
      echo
      ;;
  esac
  count=$((count + 1))
done < <(commands)

[ "$count" -gt 0 ] || { echo "readme: README.md has no commands" >&2; exit 1; }
echo "readme: $count commands run"
