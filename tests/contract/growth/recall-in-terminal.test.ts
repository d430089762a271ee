/** `rounds recall` and `rounds growth` as a person meets them, in a real terminal. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openJournal } from '../../../src/journal/open-journal.ts';
import { makeCard } from '../../../src/learning/recall/make-card.ts';
import { runInTerminal } from '../cli/run-in-terminal.ts';
import { runRounds } from '../cli/run-rounds.ts';
import { take } from '../server/start-test-server.ts';

const RULE = 'Wait for the event, not for the clock.';
let home: string;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'rounds recall '));
  const journal = take(openJournal({ home: join(home, 'state') }));
  for (const concept of ['happens-before', 'test oracle'])
    journal.recallCards.addMissing(
      makeCard({
        source: { type: 'round', id: `r_${concept}` },
        concepts: [concept],
        misconception: null,
        rule: RULE,
        moment: null,
        context: 'shop',
        createdAt: '2026-01-01T00:00:00.000Z',
      }),
    );
  journal.close();
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

it('shows the rule only when asked to, takes the grade by key, and keeps what was answered when left', async () => {
  const run = runInTerminal(['recall'], { home });
  const asked = await run.see('Think, then Enter shows the rule.');
  expect(asked).not.toContain(RULE);
  run.type('');
  await run.see('Did it come back?');
  run.type('9');
  await run.see('Did it come back?');
  run.type('3');
  await run.see('Comes back in 3 days.');
  await run.see('Think, then Enter shows the rule.');
  run.press('\u0003');
  expect(await run.end()).toBe(130);
  const left = runRounds(['recall', '--json'], { home });
  expect(JSON.parse(left.stdout)).toMatchObject({ due: [{ moment: null }] });
  expect(left.stdout).not.toContain(RULE);
});

it('needs a terminal to ask in, and says what there is without one', () => {
  expect(runRounds(['recall'], { home })).toMatchObject({ status: 2 });
  expect(runRounds(['growth'], { home }).stdout).toContain('growth is made of rounds you close');
  expect(JSON.parse(runRounds(['growth', '--json'], { home }).stdout)).toMatchObject({ beliefs: [], recall: { cards: 2, due: 2 } });
});
