import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { canInstallPackages, installPackage } from './install-debian-package.mjs';

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

function findInstalled(root) {
  const named = process.env.CHROME_PATH;
  if (named) return existsSync(named) ? named : undefined;
  const { chromium } = createRequire(`${root}/package.json`)('@playwright/test');
  return [chromium.executablePath(), ...INSTALLED].find((path) => path && existsSync(path));
}

function install(root, say) {
  if (canInstallPackages()) {
    say('No Chromium here: installing it with apt-get for the browser tests…');
    installPackage('chromium');
    return;
  }
  say("No Chromium here: trying Playwright's own for the browser tests…");
  spawnSync(process.execPath, [createRequire(`${root}/package.json`).resolve('@playwright/test/cli'), 'install', 'chromium'], {
    stdio: ['ignore', 2, 2],
    timeout: 300_000,
  });
}

/** Path of a Chromium for the browser tests, installing one where that can be done; undefined where it cannot. */
export function findBrowser(root, say) {
  const found = findInstalled(root);
  if (found) return found;
  if (process.env.CHROME_PATH) {
    say(`CHROME_PATH names ${process.env.CHROME_PATH}, which does not exist.`);
    return undefined;
  }
  install(root, say);
  return findInstalled(root);
}

export const NO_BROWSER =
  'No Chromium could be found or installed, so the browser tests cannot run. Install it (Debian: apt-get install chromium; macOS and Windows: npx playwright install chromium) or set CHROME_PATH to one.';
