#!/usr/bin/env bash
# Builds the sample sites with Hugo, Jekyll and Astro and the kit of each, and tries the pages in a browser, with Hugo
# also against the tool itself. Installs what is missing where it may (root, apt); otherwise skips that kit, loudly.
# Names of kits may be given: .ci/integrations.sh hugo
set -euo pipefail
cd "$(dirname "$0")/.."
kits=("${@:-hugo jekyll astro}")

# Whether packages are there, or can be.
have() {
  dpkg -s "$@" > /dev/null 2>&1 && return
  [ "$(id -u)" = 0 ] && command -v apt-get > /dev/null || return 1
  { [ -n "${updated:-}" ] || apt-get update -q; } && updated=1 && apt-get install -y -q --no-install-recommends "$@"
}

[ -x "${CHROMIUM:-/usr/bin/chromium}" ] || have chromium fonts-dejavu-core || { echo "integrations: SKIPPED, no chromium and no way to install it" >&2; exit 0; }
tests=()
for kit in ${kits[*]}; do
  case $kit in
    hugo) have hugo && tests+=(test/integrations/hugo.test.mjs test/integrations/tool.test.mjs) && continue ;;
    jekyll) have jekyll ruby-jekyll-feed ruby-jekyll-seo-tag && tests+=(test/integrations/jekyll.test.mjs) && continue ;;
    astro) tests+=(test/integrations/astro.test.mjs) && continue ;;
    *) echo "integrations: there is no kit '$kit'" >&2; exit 2 ;;
  esac
  echo "integrations: SKIPPED $kit, which is not there and cannot be installed" >&2
done
[ ${#tests[@]} -gt 0 ] || exit 0

dotnet build src/Recap.Cli -c Release -v quiet
cd src/Recap.Widget
[ -d node_modules/playwright-core ] || npm install --no-package-lock --no-audit --no-fund --loglevel=error
node --test --test-concurrency=1 "${tests[@]}"
