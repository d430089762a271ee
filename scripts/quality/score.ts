import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FoundPlace, Label } from './gold.ts';

export const FIGURES = ['precision', 'top3_worth2', 'top3_place', 'recall_agreed', 'recall_agreed_worth3', 'recall_all'] as const;
export type FigureName = (typeof FIGURES)[number];
type Figures = Readonly<Record<FigureName, number | null>>;

export interface Score extends Figures {
  readonly labels: number;
  readonly agreed: number;
  readonly moments: number;
  readonly interval95: Readonly<Partial<Record<FigureName, readonly [number, number]>>>;
  readonly projects: Readonly<Record<string, Figures>>;
}

/** What the readers' own program, score.py beside the labels, says of the found places; against some of the labels where given. Throws where it does not run. */
export function scorePlaces(goldFolder: string, found: readonly FoundPlace[], labels?: readonly Label[]): Score {
  const folder = mkdtempSync(join(tmpdir(), 'rounds-quality-'));
  try {
    const path = join(folder, 'found.ndjson');
    writeFileSync(
      path,
      found.map(({ file, kind, span, rank }) => `${JSON.stringify({ file, kind, start: { line: span.start }, end: { line: span.end }, rank })}\n`).join(''),
    );
    const labelsPath = labels ? join(folder, 'labels.jsonl') : join(goldFolder, 'dev.jsonl');
    if (labels) writeFileSync(labelsPath, labels.map((label) => `${JSON.stringify(label)}\n`).join(''));
    const { status, stdout, stderr, error } = spawnSync('python3', [join(goldFolder, 'score.py'), labelsPath, path], { encoding: 'utf8' });
    if (status !== 0) throw new Error(`score.py ended with ${status}: ${error?.message ?? stderr.slice(-2000)}`);
    return JSON.parse(stdout) as Score;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
