/** Moments against what readers marked in real sessions, scored by the readers' own program. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Moment } from '../../src/model/moment.ts';
import { readCode } from '../../src/moments/engine/code/read-code.ts';
import { findMoments } from '../../src/moments/engine/find-moments.ts';
import { createFactsBuilder, type FactsBuilder } from '../../src/moments/facts/create-facts-builder.ts';
import { readTranscript } from '../../src/sources/read-transcript.ts';

const CORPUS = join(import.meta.dirname, '../../../shared/corpus');
const GOLD = join(CORPUS, 'gold/dev.jsonl');
const here = existsSync(GOLD);
if (!here) process.stdout.write('Skipped: the labelled sessions (../shared/corpus/gold) are not on this machine.\n');

function scan(file: string): Moment[] {
  let builder: FactsBuilder | undefined;
  const path = join(CORPUS, file);
  const reading = readTranscript(basename(path), [readFileSync(path)], (event, agent) => {
    builder ??= createFactsBuilder({ agent, file, readCode });
    builder.add(event);
  });
  const summary = reading.state === 'read' ? reading.sessions[0] : undefined;
  if (!summary || !builder) throw new Error(`${file} was not read`);
  return findMoments(builder.finish(summary.session), { sound: false });
}

describe.skipIf(!here)('on the labelled sessions', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rounds-gold-'));
  let moments: Moment[] = [];
  let figures: { precision: number; top3_worth2: number };

  beforeAll(() => {
    const files = new Set(
      readFileSync(GOLD, 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => (JSON.parse(line) as { file: string }).file),
    );
    moments = [...files].flatMap(scan);
    const found = join(folder, 'scan.ndjson');
    writeFileSync(found, moments.map(({ span, ...rest }) => `${JSON.stringify({ ...rest, start: { line: span.start }, end: { line: span.end } })}\n`).join(''));
    const scored = spawnSync('python3', [join(CORPUS, 'gold/score.py'), GOLD, found], { encoding: 'utf8' });
    if (scored.status !== 0) throw new Error(`score.py: ${scored.stderr || scored.error?.message}`);
    figures = JSON.parse(scored.stdout) as typeof figures;
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  // Lower bounds that catch a regression; the figures themselves are in docs/quality.md.
  test('half of the moments, and of the first three, are places readers marked', () => {
    expect(figures.precision).toBeGreaterThanOrEqual(0.5);
    expect(figures.top3_worth2).toBeGreaterThanOrEqual(0.5);
  });

  test('no moment is a blanket', () => {
    for (const { span } of moments) expect(span.end - span.start).toBeLessThan(25);
  });

  test('what is withheld lies after what is shown, and no place is told twice', () => {
    for (const { hindsight, shownUntil } of moments) for (const { start } of hindsight) expect(start).toBeGreaterThan(shownUntil);
    const places = moments.map(({ session, span }) => `${session} ${span.start}`);
    expect(new Set(places).size).toBe(places.length);
  });
});
