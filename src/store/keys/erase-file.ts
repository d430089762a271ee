import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { syncFolder } from './write-privately.ts';

/** Takes a small file away, its bytes first. */
export function eraseFile(file: string): void {
  if (!statSync(file, { throwIfNoEntry: false })) return;
  overwriteFile(file);
  rmSync(file);
  syncFolder(dirname(file));
}

/**
 * Random bytes in the place of a file's own. A disk that writes elsewhere (copy on write, flash) may still hold those: a key is
 * never on it but wrapped with the master key.
 */
export function overwriteFile(file: string): void {
  const descriptor = openSync(file, 'r+');
  try {
    writeSync(descriptor, randomBytes(statSync(file).size));
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
