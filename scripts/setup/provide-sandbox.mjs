import { existsSync } from 'node:fs';
import { canInstallPackages, installPackage } from './install-debian-package.mjs';

/** Bubblewrap for the tests that shut programs in; without it they say that they were skipped. */
export function provideSandbox(say) {
  if (process.platform !== 'linux' || existsSync('/usr/bin/bwrap') || !canInstallPackages()) return;
  say('No bubblewrap here: installing it with apt-get for the sandbox tests…');
  installPackage('bubblewrap');
}
