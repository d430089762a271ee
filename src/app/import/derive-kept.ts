import type { Journal } from '../../journal/open-journal.ts';
import type { TranscriptRow } from '../../journal/transcripts-table.ts';
import type { SessionDeriver } from './derive-session.ts';

export interface ImportedFile {
  readonly sessions: number;
  readonly moments: number;
  /** What of the file could not be read; the rest was. */
  readonly problems: readonly string[];
}

export interface ImportFileDeps {
  readonly journal: Journal;
  readonly deriver: SessionDeriver;
  readonly derivedBy: string;
  readonly clock: () => Date;
}

export const NOTHING: ImportedFile = { sessions: 0, moments: 0, problems: [] };

/** Makes sessions of what is kept, where readers and rules as they are now have not done so yet. */
export function deriveKept({ deriver, derivedBy }: ImportFileDeps, kept: TranscriptRow): ImportedFile {
  const derived = kept.derivedBy === derivedBy ? null : deriver.derive(kept);
  if (!derived) return NOTHING;
  const unit = kept.format === null ? 'line' : 'message';
  const damaged = derived.summaries.filter(({ malformed }) => malformed.count > 0).map(({ malformed }) => malformed);
  const problems = damaged.map(
    ({ count, first }) => `${count} of its ${unit}s could not be read; the first is ${unit} ${first[0]?.line ?? '?'}: ${first[0]?.why ?? 'unknown'}.`,
  );
  return { sessions: derived.summaries.length, moments: derived.moments, problems };
}
