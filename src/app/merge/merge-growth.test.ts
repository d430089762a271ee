import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openJournal, type Journal } from '../../journal/open-journal.ts';
import { createScheduler } from '../../learning/recall/create-scheduler.ts';
import { makeCard } from '../../learning/recall/make-card.ts';
import { reviewCard } from '../../learning/recall/review-card.ts';
import type { KeptTeamRound } from '../../model/kept-team-round.ts';
import type { MisconceptionId } from '../../model/misconception.ts';
import type { RecallCard } from '../../model/recall.ts';
import type { RoundId } from '../../model/round.ts';
import type { CaseId } from '../../model/team/ids.ts';
import { takeInRounds } from '../growth/take-in-rounds.ts';
import { forgetDerived } from '../growth/team/forget-derived.ts';
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

const round: KeptTeamRound = {
  id: 'r_00000000000000aa' as RoundId,
  host: 'rounds.example.org',
  case: 'c_00000000000000aa' as CaseId,
  state: 'closed',
  revealedAt: at(1),
  closedAt: at(2),
  content: {
    moment: null,
    question: 'Would you accept this?',
    repository: 'shop',
    sound: false,
    concepts: ['happens-before'],
    activities: ['E4'],
    propositions: [{ id: 'stays', text: 'It stays.', truth: false, belief: 'C1' }],
    judgement: { verdict: 'accept', lines: [], reason: 'It waits.', proposition: 'stays', probability: 80, changeMyMind: '', knewOutcome: false },
    othersJudged: true,
    rule: 'Wait for the event.',
    probes: [],
  },
};

it('what was forgotten on one machine is forgotten on both, whichever file is taken first', () => {
  for (const journal of [here, there]) {
    journal.teamRounds.save(round);
    takeInRounds(journal);
    journal.settlements.save({ round: round.id, how: 'probe', ref: at(2), at: at(2), words: 'It races.', came: null, unsound: true });
    expect([journal.recallCards.list(), journal.ledger.list()].map(({ length }) => length)).toEqual([1, 1]);
  }
  forgetDerived(here, round.case);
  carry(there, here);
  carry(here, there);
  carry(there, here);
  for (const journal of [here, there]) {
    expect(listAll(journal)).toEqual([[], [], []]);
    expect(journal.teamRounds.list()).toEqual([{ ...round, content: null }]);
  }
  expect(here.settlements.list().filter(({ round: of }) => of === round.id)).toEqual([]);
  expect(there.settlements.list()).toEqual([]);
});

it('a link that was taken away stays away', () => {
  const link = {
    id: 'v_00000000000000aa',
    activity: 'E10',
    kind: 'tag',
    repository: 'shop',
    root: '/x',
    ref: 'v1',
    hash: 'a',
    note: '',
    at: at(1),
    removedAt: null,
  } as const;
  for (const journal of [here, there]) journal.linkedEvidence.save(link);
  here.linkedEvidence.save({ ...link, removedAt: at(2) });
  carry(there, here);
  carry(here, there);
  expect([here, there].map(({ linkedEvidence }) => linkedEvidence.list())).toEqual([[], []]);
});
