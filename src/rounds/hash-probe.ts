import { createHash } from 'node:crypto';
import type { ProbeCode } from '../model/team/probe.ts';

/**
 * SHA-256, in hex, of everything that runs and everything that is said of it: what an owner approves is this and nothing else. A
 * list, so that neither the order of fields nor a new one can give two probes one hash.
 */
export function hashProbe({ target, path, code, patch, claim }: ProbeCode): string {
  return createHash('sha256')
    .update(JSON.stringify(['rounds-probe-1', target, path, code, patch ?? null, claim]))
    .digest('hex');
}
