import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openJournal, type Journal } from '../../journal/open-journal.ts';
import { createScheduler } from '../../learning/recall/create-scheduler.ts';
import { makeCard } from '../../learning/recall/make-card.ts';
import { reviewCard } from '../../learning/recall/review-card.ts';
import type { MisconceptionId } from '../../model/misconception.ts';
import type { RecallCard } from '../../model/recall.ts';
import { exportJournal } from '../export-journal.ts';
import { importJournal } from '../import-journal.ts';

let folder: string;
let here: Journal;
let there: Journal;

const open = (name: string): Journal => {
  const opened = openJournal({ home: join(folder, name) });
  return opened.ok ? opened.value : expect.fail(opened.problem.what);
};
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rounds merge growth '));
  [here, there] = [open('here'), open('there')];
});
afterEach(() => {
  here.close();
  there.close();
  rmSync(folder, { recursive: true, force: true });
});

let files = 0;
function carry(from: Journal, to: Journal): void {
  files += 1;
  const environment = { variables: {}, platform: 'linux' as const, userHome: '/nowhere', folder, version: '1.2.3', demoFolder: '/nowhere' };
  const exported = exportJournal({ journal: from, environment, clock: () => new Date('2026-03-02T10:00:00Z') }, { file: `${files}.rounds`, force: false });
  expect(importJournal({ journal: to }, exported.ok ? exported.value.file : expect.fail(exported.problem.what))).toMatchObject({ ok: true });
}

const at = (day: number): string => new Date(Date.UTC(2026, 0, day)).toISOString();
const card: RecallCard = makeCard({
  source: { type: 'round', id: 'r_1' },
  concepts: ['happens-before'],
  misconception: null,
  rule: 'Wait for the event.',
  moment: null,
  context: 'shop',
  createdAt: at(1),
});
const asked = (times: number): RecallCard =>
  Array.from({ length: times }).reduce<RecallCard>(
    (before, _, index) => reviewCard(before, { at: at(2 + index), grade: 'good', kind: 'plain', moment: null }, createScheduler({ programmeEnd: null })),
    card,
  );
const say = (journal: Journal, why: string, day: number): void =>
  journal.ledger.add({ misconception: 'C1' as MisconceptionId, version: 1, event: { type: 'contested', by: 'me', why, at: at(day) } });
const listAll = ({ ledger, recallCards, ratings }: Journal): unknown => [ledger.list(), recallCards.list(), ratings.list()];

it('two machines that took each other’s growth say the same, however often', () => {
  here.recallCards.save(asked(1));
  there.recallCards.save(asked(3));
  say(here, 'It was a typing mistake.', 2);
  say(there, 'It was a typing mistake.', 2);
  say(there, 'And another time too.', 3);
  const rating = {
    activity: 'E4',
    person: 'me',
    rater: 'me',
    view: 'retrospective',
    level: 3,
    case: 'r_1',
    context: 'shop',
    agentErrorCaught: false,
    note: '',
    at: at(4),
  } as const;
  here.ratings.add(rating);
  carry(here, there);
  carry(there, here);
  carry(there, here);
  expect(listAll(here)).toEqual(listAll(there));
  expect(here.ledger.list()).toHaveLength(2);
  expect(here.recallCards.list()[0]?.reviews).toHaveLength(3);
  expect(there.ratings.list()).toEqual([rating]);
});
