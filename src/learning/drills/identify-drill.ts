import { createHash } from 'node:crypto';
import type { Hunk } from '../../model/hunk.ts';

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
const squeeze = (line: string): string => line.replaceAll(/\s+/g, ' ').trim();

/** A hunk's lines with those around it: what tells one `i < n` from another. */
export interface IdentifiedHunk extends Pick<Hunk, 'lines'> {
  readonly around: readonly string[];
}

/** Of what changes and what stands around it, without paths, line numbers and white space: a cherry-pick or a move is the same drill. */
export function identifyDrill(hunks: readonly IdentifiedHunk[]): string {
  const texts = hunks.map(({ lines, around }) => [...lines.map((line) => `${line[0]}${squeeze(line.slice(1))}`), '', ...around.map(squeeze)].join('\n'));
  return hash(texts.toSorted().join('\n--\n')).slice(0, 16);
}
