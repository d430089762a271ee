/** One session with a race that a wait was put in front of, and a round alone on it. */
import { join } from 'node:path';
import { sealJudgement } from '../../../src/app/rounds/answer-round.ts';
import { closeRound } from '../../../src/app/rounds/close-round.ts';
import { startDebrief } from '../../../src/app/rounds/start-debrief.ts';
import { startRound } from '../../../src/app/rounds/start-round.ts';
import { take, type TestServer } from '../server/start-test-server.ts';
import { writeSession } from '../server/write-session.ts';

const FAILS = { run: 'npm test', prints: 'FAIL src/queue.test.ts\n  expected 3 jobs, got 2\nTests: 1 failed, 9 passed', fails: true };
const WAIT = 'await new Promise((resolve) => setTimeout(resolve, 500));';
export const RULE = 'Wait for the <event>, not for the clock.';

export function writeRace(home: string): void {
  writeSession(join(home, 'sessions', 'shop.jsonl'), {
    id: 'shop',
    cwd: '/home/you/shop',
    startedAt: '2026-03-02T08:00:00.000Z',
    steps: [
      { prompt: 'The queue test fails now and then. Please fix it.' },
      FAILS,
      { edit: 'src/queue.ts', from: 'await queue.flush();', to: `await queue.flush();\n  ${WAIT}` },
      { say: 'I added a short wait so that the queue has time to settle. This fixes the race.' },
      FAILS,
      { prompt: 'It still fails. Wait for the event instead of sleeping.' },
      { edit: 'src/queue.ts', from: WAIT, to: "await once(queue, 'empty');" },
      { run: 'npm test', prints: 'Tests: 10 passed' },
    ],
  });
}

/** Imports it, plays every moment in it that has a statement about the wait, and closes the rounds with one rule. */
export async function playRace({ app }: TestServer, home: string): Promise<void> {
  take(await app.importer.start({ paths: [join(home, 'sessions')] }));
  const moments = app.journal.moments.list(100, 0).filter(({ moment }) => moment.propositions.some(({ belief }) => belief === 'C1'));
  for (const { moment } of moments.slice(0, 1)) {
    const { id } = take(startRound(app, moment.id));
    const proposition = moment.propositions.find(({ belief }) => belief === 'C1')?.id ?? '';
    take(sealJudgement(app, id, { verdict: 'accept', lines: [], reason: 'SECRET-REASON', proposition, probability: 80, changeMyMind: '', knewOutcome: false }));
    take(startDebrief(app, id));
    take(closeRound(app, id, { generalRule: RULE, whatWasRight: 'Small.', nextTime: 'Ask what comes first.', uncertainties: '', changedMind: '' }));
  }
}
