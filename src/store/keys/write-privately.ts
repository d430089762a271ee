import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, linkSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Writes a file that only we may read: whole or not at all, and on the disk when this returns. */
export function writePrivately(file: string, content: string | Uint8Array): void {
  const made = writeBeside(file, content);
  renameSync(made, file);
  syncFolder(dirname(file));
}

/** The same where there is no such file yet. False, and nothing changed, where another was faster. */
export function createPrivately(file: string, content: string | Uint8Array): boolean {
  const made = writeBeside(file, content);
  try {
    linkSync(made, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  } finally {
    rmSync(made);
    syncFolder(dirname(file));
  }
}

function writeBeside(file: string, content: string | Uint8Array): string {
  const made = `${file}.${randomBytes(4).toString('hex')}`;
  const descriptor = openSync(made, 'wx', 0o600);
  try {
    writeFileSync(descriptor, content);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  return made;
}

/** Names made, changed or taken away in `folder` are on the disk when this returns. */
export function syncFolder(folder: string): void {
  // Windows cannot open a folder, and needs no such call.
  if (process.platform === 'win32') return;
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
