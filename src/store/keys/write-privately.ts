import { closeSync, fsyncSync, openSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Writes a file that only we may read: whole or not at all, and on the disk when this returns. */
export function writePrivately(file: string, content: string | Uint8Array): void {
  const made = `${file}.new`;
  const descriptor = openSync(made, 'w', 0o600);
  try {
    writeFileSync(descriptor, content);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  renameSync(made, file);
  syncFolder(dirname(file));
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
