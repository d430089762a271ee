/** Counts what was read, what no schema knows, and what did not fit. */
import type { z } from 'zod';
import type { ReadSummary } from './source.ts';

const FIRST_KEPT = 20;
/** Kind names come from the file: a hostile one may invent many, and long. */
const NAMES_KEPT = 500;
const NAME_LENGTH = 80;

export interface RecordCensus {
  readonly countRecord: () => void;
  /** A record whose kind has a schema, whether or not it fits. */
  readonly countKnown: (kind: string) => void;
  readonly countUnknown: (kind: string) => void;
  readonly countMalformed: (line: number, why: string) => void;
  readonly summary: () => Pick<ReadSummary, 'records' | 'knownRecords' | 'unknownRecords' | 'malformed'>;
}

export function createRecordCensus(): RecordCensus {
  let records = 0;
  let malformed = 0;
  const known = new Map<string, number>();
  const unknown = new Map<string, number>();
  const first: { line: number; why: string }[] = [];
  return {
    countRecord: () => void (records += 1),
    countKnown: (kind) => void known.set(kind, (known.get(kind) ?? 0) + 1),
    countUnknown(kind) {
      const name = kind.slice(0, NAME_LENGTH);
      const key = unknown.has(name) || unknown.size < NAMES_KEPT ? name : 'others';
      unknown.set(key, (unknown.get(key) ?? 0) + 1);
    },
    countMalformed(line, why) {
      malformed += 1;
      if (first.length < FIRST_KEPT) first.push({ line, why });
    },
    summary: () => ({ records, knownRecords: Object.fromEntries(known), unknownRecords: Object.fromEntries(unknown), malformed: { count: malformed, first } }),
  };
}

/** "kind: path: message" of the first thing that does not fit. */
export function describeMisfit(kind: string, error: z.ZodError): string {
  const issue = error.issues[0];
  return issue ? `${kind}: ${issue.path.join('.')}: ${issue.message}` : kind;
}
