/** Redacts real sessions by their schema and counts what of their structure did not come through. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { SessionEvent } from '../../../src/model/event.ts';
import { mapFields } from '../../../src/redaction/map-fields.ts';
import { redactEvents } from '../../../src/redaction/redact-session.ts';
import { createRedactor } from '../../../src/redaction/redact-text.ts';
import { readTranscript } from '../../../src/sources/read-transcript.ts';

export interface CorpusCount {
  sessions: number;
  events: number;
  /** Ids, call ids, threads, times, tools, models, numbers: every field the schema calls whole. */
  structural: number;
  structuralDamaged: number;
  /** UUIDs, hashes and call ids within texts. */
  mentioned: number;
  mentionedDamaged: number;
  readonly replacedByKind: Map<string, number>;
}

const MENTIONED_ID =
  /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b|\b[0-9a-f]{64}\b|\b[0-9a-f]{40}\b|\b(?:toolu|call|msg|req)_[A-Za-z0-9]{16,64}\b|\bsha(?:256|384|512)-[A-Za-z0-9+/]{43,88}={0,2}/g;

/** Counts over every readable transcript under the folder. */
export async function measureCorpus(folder: string): Promise<CorpusCount> {
  const count: CorpusCount = { sessions: 0, events: 0, structural: 0, structuralDamaged: 0, mentioned: 0, mentionedDamaged: 0, replacedByKind: new Map() };
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const events: SessionEvent[] = [];
    if (readTranscript(basename(path), [readFileSync(path)], (event) => events.push(event)).state !== 'read' || events.length === 0) continue;
    const { value, countByKind } = await redactEvents(events, await createRedactor());
    count.sessions += 1;
    count.events += events.length;
    for (const [kind, times] of countByKind) count.replacedByKind.set(kind, (count.replacedByKind.get(kind) ?? 0) + times);
    compare(events, value, count);
  }
  return count;
}

function compare(before: readonly SessionEvent[], after: readonly SessionEvent[], count: CorpusCount): void {
  before.forEach((event, index) => {
    const own = take(event);
    const redacted = take(after[index]);
    count.structural += own.leaves.length;
    count.structuralDamaged += own.leaves.filter((leaf, at) => leaf !== redacted.leaves[at]).length;
    const left = Map.groupBy(mentions(redacted.texts), (id) => id);
    for (const [id, times] of Map.groupBy(mentions(own.texts), (same) => same)) {
      count.mentioned += times.length;
      count.mentionedDamaged += Math.max(0, times.length - (left.get(id)?.length ?? 0));
    }
  });
}

const mentions = (texts: readonly string[]): string[] => texts.flatMap((text) => text.match(MENTIONED_ID) ?? []);

/** An event's texts, and everything in it that is none. */
function take(event: unknown): { texts: string[]; leaves: string[] } {
  const texts: string[] = [];
  const blank = mapFields(event, 'event', (text) => {
    texts.push(text);
    return '';
  });
  const leaves: string[] = [];
  JSON.stringify(blank, (field, leaf: unknown) => {
    if (typeof leaf !== 'object' && leaf !== '') leaves.push(`${field}=${String(leaf)}`);
    return leaf;
  });
  return { texts, leaves };
}
