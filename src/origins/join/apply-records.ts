import type { LineRecord } from '../../model/line-record.ts';
import type { LineOrigin, OriginSource } from './line-origin.ts';

/** Tools record what they saw; how far a record is to be trusted is theirs, so it never is certain. */
const RECORDED = 0.97;

/** A line record, with the sessions here that go by its names. */
export interface ResolvedRecord extends LineRecord {
  readonly sessions: readonly string[];
}

/** What a tool recorded of a line comes before what was found; where both name the same session they agree. */
export function applyRecords(origins: readonly LineOrigin[], records: readonly ResolvedRecord[]): LineOrigin[] {
  if (records.length === 0) return [...origins];
  return origins.map((origin) => {
    const record = records.find(({ path, from, to }) => path === origin.path && from <= origin.number && origin.number <= to);
    return record ? withRecord(origin, record) : origin;
  });
}

function withRecord(origin: LineOrigin, { by, sessions }: ResolvedRecord): LineOrigin {
  const evidence = [
    { sign: 'recorded' as const },
    ...origin.evidence.filter(({ sign }) => sign !== 'recorded' && sign !== 'nothing-found' && sign !== 'not-in-session'),
  ];
  const agrees = by === 'agent' && origin.source !== null && (sessions.length === 0 || sessions.includes(origin.source.session));
  if (agrees) return { ...origin, by, confidence: Math.max(origin.confidence, RECORDED), evidence };
  const [session] = sessions;
  const source: OriginSource | null = by === 'agent' && session !== undefined ? { session, seq: null, thread: 'main', at: null, way: 'recorded' } : null;
  return { ...origin, by, confidence: RECORDED, source, evidence: [{ sign: 'recorded' }] };
}
