#!/usr/bin/env bash
# Builds the sample sites with Hugo, Jekyll and Astro and the kit of each, and tries the pages in a browser.
set -euo pipefail
cd "$(dirname "$0")/../src/Recap.Widget"
missing=()
[ -x "${CHROMIUM:-/usr/bin/chromium}" ] || missing+=(chromium fonts-dejavu-core)
command -v hugo > /dev/null || missing+=(hugo)
dpkg -s jekyll ruby-jekyll-feed ruby-jekyll-seo-tag > /dev/null 2>&1 || missing+=(jekyll ruby-jekyll-feed ruby-jekyll-seo-tag)
if [ ${#missing[@]} -gt 0 ]; then
  apt-get update -q
  apt-get install -y -q --no-install-recommends "${missing[@]}"
fi
[ -d node_modules/playwright-core ] || npm install --no-package-lock --no-audit --no-fund --loglevel=error
npm run --silent test:kits
