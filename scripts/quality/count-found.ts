import { basename } from 'node:path';
import type { Measured } from '../../src/moments/engine/select-rules.ts';
import { findByDefault } from './hold-out.ts';
import { readSessions } from './read-sessions.ts';

export interface FoundCount {
  sessions: number;
  moments: number;
  sessionsWithMoments: number;
  sound: number;
  sessionsWithSound: number;
}

/** How much is said by default of the sessions under a folder, those in `labelled` files left out. */
export function countFound(folder: string, measured: Measured, labelled: ReadonlySet<string>): FoundCount {
  const count: FoundCount = { sessions: 0, moments: 0, sessionsWithMoments: 0, sound: 0, sessionsWithSound: 0 };
  for (const facts of readSessions([folder])) {
    if (labelled.has(basename(facts.file))) continue;
    const moments = findByDefault(facts, measured).length;
    const sound = findByDefault(facts, measured, { sound: true }).length;
    count.sessions += 1;
    count.moments += moments;
    count.sound += sound;
    if (moments > 0) count.sessionsWithMoments += 1;
    if (sound > 0) count.sessionsWithSound += 1;
  }
  return count;
}
