/** Whatever a person types, in whatever order, nothing that came later stands on the screen before their answer is sealed or given up. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { App } from '../../../src/app/app.ts';
import { openApp } from '../../../src/app/open-app.ts';
import { readEnvironment } from '../../../src/app/read-environment.ts';
import { ME } from '../../../src/app/rounds/rounds-app.ts';
import { showMoment } from '../../../src/app/show-moment.ts';
import { openOwnDoor } from '../../../src/app/take-part/open-own-door.ts';
import { createConversation } from '../../../src/cli/round/create-conversation.ts';
import { playRound } from '../../../src/cli/round/play-round.ts';
import { createTerminal } from '../../../src/cli/terminal.ts';
import type { MomentId } from '../../../src/model/moment.ts';
import type { RoundId } from '../../../src/model/round.ts';
import { actOnRound } from '../../../src/rounds/act-on-round.ts';
import { frameRound } from '../../../src/rounds/frame-round.ts';
import { isRevealed } from '../../../src/rounds/round-progress.ts';
import { take } from '../server/start-test-server.ts';
import { writeSession } from '../server/write-session.ts';

const LATER = 'an empty basket must raise an error';
const AT = '2026-03-02T10:00:00.000Z';
let home: string;
let app: App;
let moment: MomentId;

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'rounds laws '));
  writeSession(join(home, 'sessions', 'shop.jsonl'), {
    id: 'shop',
    cwd: '/home/you/shop',
    startedAt: AT,
    steps: [
      { prompt: 'The total is wrong when the basket is empty. Please fix it.' },
      { edit: 'src/total.ts', from: 'return sum / items.length;', to: 'return items.length === 0 ? 0 : sum / items.length;' },
      { say: 'Fixed: the total is right now and all tests pass.' },
      { prompt: `No, that is wrong: ${LATER}, because the checkout relies on it.` },
      { say: 'You are right, I was wrong about that.' },
    ],
  });
  const environment = readEnvironment();
  app = take(openApp({ environment: { ...environment, variables: { ...environment.variables, ROUNDS_HOME: join(home, 'state') } } }));
  take(await app.importer.start({ paths: [join(home, 'sessions')] }));
  moment = app.journal.moments.list(10, 0).find(({ moment: { hindsight } }) => JSON.stringify(hindsight).includes(LATER))?.moment.id as MomentId;
  expect(JSON.stringify(take(showMoment(app, moment)))).not.toContain(LATER);
});
afterAll(async () => {
  await app.close();
  rmSync(home, { recursive: true, force: true });
});

const WORDS = [
  '',
  'accept',
  'unsure',
  '1',
  '2',
  '3',
  '7',
  '50',
  '<',
  'back',
  '?',
  'q',
  'seal',
  'pass',
  'yes',
  'no',
  'none',
  'close',
  'show --reveal',
  'because',
];
const typed = fc.oneof(
  { weight: 6, arbitrary: fc.array(fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...WORDS) }, fc.string({ maxLength: 20 })), { maxLength: 40 }) },
  // One that comes to the end, with anything after.
  {
    weight: 2,
    arbitrary: fc.array(fc.constantFrom(...WORDS), { maxLength: 20 }).map((rest) => ['q', 'accept', 'none', 'because', '1', '50', '', '', 'seal', ...rest]),
  },
);

function beginRound(): RoundId {
  const id = `r_${randomBytes(8).toString('hex')}` as RoundId;
  app.journal.rounds.insert(take(actOnRound(frameRound({ id, moment, people: [ME], at: AT }), { person: ME, at: AT, action: { type: 'call' } })));
  return id;
}

async function play(id: RoundId, lines: readonly string[]): Promise<{ early: string; revealed: boolean }> {
  const input = new PassThrough();
  const terminal = createTerminal({ stdout: new PassThrough(), stderr: new PassThrough(), stdin: input } as unknown as NodeJS.Process);
  const conversation = createConversation({ input, output: new PassThrough() });
  let early = '';
  const isOpen = (): boolean => isRevealed(app.journal.rounds.get(id) ?? { state: 'framed' });
  const print = (line = ''): void => {
    if (!isOpen()) early += `${line}\n`;
  };
  input.end(lines.map((line) => `${line.replaceAll(/[\r\n]/g, ' ')}\n`).join(''));
  take(await playRound({ door: openOwnDoor(app, id), conversation, terminal: { ...terminal, print, tell: print } }));
  conversation.close();
  return { early, revealed: isOpen() };
}

test('nothing of what came later is on the screen before the answer', { timeout: 120_000 }, async () => {
  let revealed = 0;
  await fc.assert(
    fc.asyncProperty(typed, async (lines) => {
      const id = beginRound();
      const played = await play(id, lines);
      expect(played.early).not.toContain(LATER);
      expect(played.early).not.toMatch(/human-correction|What happened next|What it rests on/);
      const me = app.journal.rounds.get(id)?.participants[0];
      expect(played.revealed).toBe(me?.sealed !== undefined || me?.passedAt !== undefined);
      revealed += played.revealed ? 1 : 0;
    }),
    { numRuns: 300 },
  );
  expect(revealed).toBeGreaterThan(20);
});
