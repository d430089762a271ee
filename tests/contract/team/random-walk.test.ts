/**
 * Random people do random things to rounds: on the state machine alone for 100,000 steps, and through the use cases on a real
 * database for some thousands (ROUNDS_WALK_STEPS for more). The laws are the same for both.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callTeamRound } from '../../../src/app/team/rounds/call-round.ts';
import { passTeamRound, sealTeamAnswer } from '../../../src/app/team/rounds/answer-round.ts';
import { moveTeamRound, saveTeamDebrief } from '../../../src/app/team/rounds/move-round.ts';
import { showTeamRound } from '../../../src/app/team/rounds/show-round.ts';
import type { SharedCase } from '../../../src/model/api/team/cases.ts';
import type { MomentId } from '../../../src/model/moment.ts';
import type { Round, RoundId } from '../../../src/model/round.ts';
import type { CaseId, PersonId } from '../../../src/model/team/ids.ts';
import { actOnRound, revealIfAllAnswered } from '../../../src/rounds/act-on-round.ts';
import { frameRound } from '../../../src/rounds/frame-round.ts';
import { presentRound } from '../../../src/rounds/present-round.ts';
import type { RoundAction } from '../../../src/rounds/round-action.ts';
import { isRevealed } from '../../../src/rounds/round-progress.ts';
import { describeWithStore } from '../../../src/store/testing/start-test-store.ts';
import { createDraws, type DrawBelow } from '../create-draws.ts';
import { sampleDebrief, sampleJudgement } from './sample-case.ts';
import { SAMPLE_KINDS, sampleAnswer, sampleShare, wordsOf } from './sample-work.ts';
import { startTestTeam, type TestTeam } from './start-test-team.ts';
import { whoIs } from './read.ts';

const PURE_STEPS = 100_000;
const STORE_STEPS = Number(process.env['ROUNDS_WALK_STEPS'] ?? 900);
const AT = '2026-03-02T10:00:00.000Z';

function drawAction(random: DrawBelow, words: string): RoundAction {
  const drawn = random(20);
  if (drawn < 6) return { type: 'seal', judgement: sampleJudgement(words) };
  if (drawn < 7) return { type: 'pass' };
  if (drawn < 9) return { type: 'reveal' };
  if (drawn < 11) return { type: 'start-debrief' };
  if (drawn < 13) return { type: 'close', debrief: sampleDebrief };
  if (drawn < 15) return { type: 'save-debrief', draft: { nextTime: words } };
  return { type: (['prove', 'reopen', 'withdraw', 'call', 'call'] as const)[random(5)] ?? 'call' };
}

describe('the state machine under 100,000 random steps', () => {
  it('reveals nothing early, moves nobody without right, and keeps every judgement it took', () => {
    const random = createDraws(1);
    const everyone = ['ada', 'bob', 'cy', 'dee', 'eve'];
    let reached = 0;
    let taken = new Map<string, string>();
    let round = next();
    for (let step = 0; step < PURE_STEPS; step += 1) {
      if (random(40) === 0 || round.state === 'withdrawn') {
        verifyKept();
        round = next();
        taken = new Map();
      }
      const person = everyone[random(everyone.length)] ?? 'eve';
      const action = drawAction(random, `SEALED ${step}`);
      const acted = actOnRound(round, { person, at: AT, action });
      if (!acted.ok) continue;
      expect(round.participants.some((participant) => participant.person === person)).toBe(true);
      if (action.type === 'seal') taken.set(person, action.judgement.reason);
      const revealed = revealIfAllAnswered(acted.value, { person, at: AT });
      if (!revealed.ok) throw new Error(revealed.problem.what);
      round = revealed.value;
      if (isRevealed(round)) {
        reached += 1;
        expect(round.participants.every(({ sealed, passedAt }) => sealed !== undefined || passedAt !== undefined)).toBe(true);
      } else
        for (const { person: reader } of round.participants) {
          const seen = JSON.stringify(presentRound(round, reader, { title: 'WITHHELD' }));
          expect(/SEALED|WITHHELD/.test(seen)).toBe(false);
        }
    }
    expect(reached).toBeGreaterThan(1000);

    function next(): Round {
      const [first, ...rest] = everyone.slice(0, 1 + random(4)) as [string, ...string[]];
      return frameRound({ id: 'r_0000000000000001' as RoundId, moment: 'm_0000000000000001' as MomentId, people: [first, ...rest], at: AT });
    }

    function verifyKept(): void {
      for (const [person, reason] of taken) expect(round.participants.find((each) => each.person === person)?.sealed?.judgement.reason).toBe(reason);
    }
  });
});

describeWithStore.each(SAMPLE_KINDS)(`a real store under ${STORE_STEPS} random steps on rounds of a %s, several at once`, (kind) => {
  let team: TestTeam;
  const people: { organisation: string; person: PersonId }[] = [];
  let shared: CaseId;

  beforeAll(async () => {
    team = await startTestTeam();
    const owner = await team.foundOrganisation('acme');
    const others = [await team.join(owner, 'bob@acme.example'), await team.join(owner, 'cy@acme.example'), await team.join(owner, 'eve@acme.example')];
    for (const browser of [owner, ...others]) {
      const me = await whoIs(browser);
      people.push({ organisation: me.organisation.id, person: me.id as PersonId });
    }
    const [, bob, cy] = people;
    const pair = (await (await owner.post('/api/team/pairs', { name: 'Three', people: [bob?.person, cy?.person] })).json()) as { id: string };
    shared = ((await (await owner.post('/api/team/cases', sampleShare(kind, pair.id))).json()) as SharedCase).id;
  });
  afterAll(() => team.stop());

  it('holds the same laws', async () => {
    const random = createDraws(2);
    const { app } = team;
    const inIt = people.slice(0, 3);
    const taken = new Map<RoundId, Map<string, string>>();
    const open: RoundId[] = [];
    let revealedCount = 0;
    const [caller] = inIt as [(typeof people)[number]];

    for (let step = 0; step < STORE_STEPS; step += 3) {
      if (open.length < 3) {
        const called = await callTeamRound(app, caller, { case: shared, people: inIt.slice(1, 2 + random(2)).map(({ person }) => person) });
        if (!called.ok) throw new Error(called.problem.what);
        open.push(called.value.id);
        taken.set(called.value.id, new Map());
      }
      await Promise.all([0, 1, 2].map((at) => actAtRandom(step + at)));
      for (const id of open) await look(id);
      const done = open.findIndex(() => random(25) === 0);
      if (done >= 0) open.splice(done, 1);
    }

    for (const [id, judgements] of taken) {
      const stored = await showTeamRound(app, caller, id);
      if (!stored.ok) throw new Error(stored.problem.what);
      const { state, answers, participants } = stored.value;
      for (const [person, reason] of judgements) {
        if (answers) expect(answers.filter((answer) => answer.person === person).map(wordsOf)).toEqual([reason]);
        else expect([state, participants.find((each) => each.person === person)?.answered]).toEqual([expect.stringMatching(/sealing|withdrawn/), true]);
      }
    }
    expect(revealedCount).toBeGreaterThan(20);
    expect(team.bugs).toEqual([]);

    async function actAtRandom(step: number): Promise<void> {
      const actor = people[random(people.length)] ?? caller;
      const id = open[random(open.length)];
      if (!id) return;
      const words = `SEALED ${step} by ${actor.person}`;
      const action = drawAction(random, words);
      const result = await perform();
      if (!result?.ok) return;
      expect(inIt, 'a stranger moved a round').toContain(actor);
      if (action.type === 'seal') {
        const judgements = taken.get(id);
        expect(judgements?.has(actor.person), 'sealed twice').toBe(false);
        judgements?.set(actor.person, words);
      }

      function perform() {
        if (!id) return undefined;
        switch (action.type) {
          case 'seal':
            return sealTeamAnswer(app, actor, id, sampleAnswer(kind, words));
          case 'pass':
            return passTeamRound(app, actor, id);
          case 'save-debrief':
            return saveTeamDebrief(app, actor, id, { draft: action.draft, onVersion: random(3) });
          case 'prove':
          case 'start-debrief':
          case 'reopen':
          case 'withdraw':
          case 'close':
            return moveTeamRound(app, actor, id, action);
          default:
            return undefined;
        }
      }
    }

    async function look(id: RoundId): Promise<void> {
      for (const actor of people) {
        const seen = await showTeamRound(app, actor, id);
        if (!seen.ok) continue;
        if (seen.value.answers) {
          revealedCount += 1;
          expect(seen.value.answers.length).toBe(seen.value.participants.length);
        } else expect(/SEALED|WITHHELD/.test(JSON.stringify(seen.value))).toBe(false);
      }
    }
  }, 300_000);
});
