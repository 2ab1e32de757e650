#!/usr/bin/env bash
# Checks, tests and builds the widget. The tests come before the build: they say whether dist/ is stale.
set -euo pipefail
cd "$(dirname "$0")/../src/Recap.Widget"
if [ ! -x "${CHROMIUM:-/usr/bin/chromium}" ]; then
  apt-get update -q
  apt-get install -y -q --no-install-recommends chromium fonts-dejavu-core
fi
npm install --no-package-lock --no-audit --no-fund --loglevel=error
npm run --silent lint
npm run --silent test
npm run --silent build
