/** A programme's own version of the catalogue: what it changes, and that what was weighed stays weighed. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { App } from '../../../src/app/app.ts';
import { actOnBelief } from '../../../src/app/growth/act-on-belief.ts';
import { bringCatalogue, dropCatalogue } from '../../../src/app/growth/bring-catalogue.ts';
import { showGrowth } from '../../../src/app/growth/show-growth.ts';
import { findMisconception } from '../../../src/learning/misconceptions/catalogue.ts';
import type { MisconceptionId } from '../../../src/model/misconception.ts';
import { runRounds } from '../cli/run-rounds.ts';
import { openTestApp, take } from '../server/start-test-server.ts';

const C1 = 'C1' as MisconceptionId;
let home: string;
let app: App;
let minute = 0;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'rounds catalogue '));
  app = openTestApp(home, () => new Date(Date.UTC(2026, 2, 2, 10, (minute += 1))));
});
afterEach(async () => {
  await app.close();
  rmSync(home, { recursive: true, force: true });
});

const write = (version: number, ratio: number): string => {
  writeFileSync(
    join(home, 'own.yaml'),
    `version: ${version}\nname: Acme\nentries:\n  - id: C1\n    belief: A wait is a fix.\n    indicators: [{ source: question, ratio: ${ratio} }]\n`,
  );
  return 'own.yaml';
};
const say = (): void => void take(actOnBelief(app, C1, { type: 'answer', words: 'A longer wait would do.', holds: true, round: null }));
const rows = () => app.journal.ledger.list().map(({ version, edition, event }) => ({ version, edition, ratio: event.type === 'evidence' ? event.ratio : 0 }));

it('weighs what is written from then on, and leaves what was written before', () => {
  say();
  take(bringCatalogue(app, write(1, 2.5)));
  say();
  expect(take(showGrowth(app)).beliefs[0]?.belief).toBe('A wait is a fix.');
  const tag = (file: string) => {
    const brought = bringCatalogue(app, file);
    return brought.ok ? null : brought.problem.tag;
  };
  expect(tag(write(1, 3))).toBe('conflict');
  expect(tag(write(1, 2.5))).toBeNull();
  expect(tag(write(2, 3))).toBeNull();
  say();
  take(dropCatalogue(app));
  say();
  const given = findMisconception('C1')?.indicators.find(({ source }) => source === 'question')?.ratio;
  expect(rows()).toEqual([
    { version: 2, edition: undefined, ratio: given },
    { version: 2, edition: 1, ratio: 2.5 },
    { version: 2, edition: 2, ratio: 3 },
    { version: 2, edition: undefined, ratio: given },
  ]);
});

it('is brought from the command line, which names what does not fit', () => {
  const state = mkdtempSync(join(home, 'cli '));
  const file = join(home, write(1, 2.5));
  expect(runRounds(['growth', '--catalogue', file], { home: state }).stdout).toBe('In use: Acme, version 1, 1 entry of its own.\n');
  write(2, 99);
  const refused = runRounds(['growth', '--catalogue', file], { home: state });
  expect(refused.status).toBe(3);
  expect(refused.stderr).toContain('Line 6, column 45');
  expect(runRounds(['growth', '--catalogue', 'default'], { home: state }).stdout).toContain('or that Rounds comes with');
});
