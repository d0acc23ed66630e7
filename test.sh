#!/usr/bin/env bash
# Brings what the tests need, builds everything and runs every test. Ends with "N passed, N failed".
# ALPHAFACTORY_TEST_NO_SKIPS=1 makes a skipped test a failure (CI does).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

say() { printf '%s\n' "$*"; }
fail() { say "$*"; exit 1; }

command -v dotnet >/dev/null || fail "The .NET SDK is missing. Install the .NET 10 SDK and run ./test.sh again."
dotnet --version >/dev/null 2>&1 || fail "No .NET 10 SDK was found ($(dotnet --list-sdks | tr '\n' ' ')). Install it and run ./test.sh again."
command -v node >/dev/null || fail "Node.js is missing. Install Node 20 or newer and run ./test.sh again."

postgres_here() { compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null; }
redis_here() { command -v redis-server >/dev/null; }
chromium_here() { command -v chromium >/dev/null || command -v chromium-browser >/dev/null; }

missing=()
postgres_here || missing+=(postgresql)
redis_here || missing+=(redis-server)
chromium_here || missing+=(chromium)
if ((${#missing[@]})); then
  as_root=()
  if [[ $(id -u) != 0 ]]; then as_root=(sudo -n); fi
  if command -v apt-get >/dev/null && "${as_root[@]}" true 2>/dev/null; then
    say "Installing ${missing[*]}"
    log=$(mktemp)
    if ! { "${as_root[@]}" apt-get update && "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${missing[@]}"; } >"$log" 2>&1; then
      tail -n 20 "$log"
      say "apt-get could not install ${missing[*]}; its last words are above."
    fi
    rm -f "$log"
  else
    say "Cannot install ${missing[*]}: apt-get or the right to use it is missing."
  fi
fi
if ! postgres_here; then say "Not run: the PostgreSQL half of the store and job tests. Install postgresql to run them."; export ALPHAFACTORY_TEST_SKIP_POSTGRES=1; fi
if ! redis_here; then say "Not run: the Redis half of the progress tests. Install redis-server to run them."; export ALPHAFACTORY_TEST_SKIP_REDIS=1; fi
if ! chromium_here; then say "Not run: the browser tests. Install chromium to run them."; export ALPHAFACTORY_TEST_SKIP_BROWSER=1; fi

if [[ ! -e AlphaFactory.Tests/Browser/node_modules/axe-core || ! -e AlphaFactory.Tests/Browser/node_modules/@microsoft/signalr ]]; then
  (cd AlphaFactory.Tests/Browser && npm ci --no-audit --no-fund --prefer-offline --loglevel=error >/dev/null)
fi

say "Building"
dotnet build AlphaFactory.sln -c Release -p:RunAnalyzers=true --nologo -v quiet

output=$(mktemp)
trap 'rm -f "$output"' EXIT
status=0
dotnet run -c Release --no-build --project AlphaFactory.Tests -- --no-progress --no-ansi "$@" 2>&1 | tee "$output" || status=$?

count() { awk -v word="$1:" '$1 == word { n = $2 } END { print n + 0 }' "$output"; }
passed=$(count succeeded) failed=$(count failed) skipped=$(count skipped)
if [[ ${ALPHAFACTORY_TEST_NO_SKIPS:-} == 1 && $skipped != 0 ]]; then
  say "$skipped tests were skipped where none may be."
  status=1
fi
if ((passed == 0)); then say "No test ran."; status=1; fi
if ((status != 0 && failed == 0)); then failed=1; fi
say "$passed passed, $failed failed"
exit "$status"
