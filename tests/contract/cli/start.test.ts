/** `rounds start`: a round alone in a real terminal, and by a script. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RoundAtHand } from '../../../src/app/take-part/round-door.ts';
import { writeSession } from '../server/write-session.ts';
import { runInTerminal } from './run-in-terminal.ts';
import { runRounds } from './run-rounds.ts';

const LATER = 'an empty basket must raise an error';
let home: string;
let moments: string[];
const run = (...args: string[]) => runRounds(args, { home });

beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'rounds start '));
  for (const [id, startedAt] of [
    ['shop', '2026-03-02T09:00:00.000Z'],
    ['till', '2026-03-03T09:00:00.000Z'],
    ['cart', '2026-03-04T09:00:00.000Z'],
  ] as const) {
    writeSession(join(home, 'sessions', `${id}.jsonl`), {
      id,
      cwd: `/home/you/${id}`,
      startedAt,
      steps: [
        { prompt: `The total of the ${id} is wrong when the basket is empty. Please fix it. \u001b[31mred\u001b[0m` },
        { edit: 'src/total.ts', from: 'return sum / items.length;', to: 'return items.length === 0 ? 0 : sum / items.length;' },
        { say: 'Fixed: the total is right now and all tests pass.' },
        { prompt: `No, that is wrong: ${LATER}, because the checkout relies on it.` },
        { say: 'You are right, I was wrong about that.' },
      ],
    });
  }
  expect(run('import', join(home, 'sessions')).status).toBe(0);
  const { moments: listed } = JSON.parse(run('moments', '--limit', '50', '--json').stdout) as { moments: { id: string; session: string }[] };
  // One of each session, so that no test judges another's.
  moments = [...new Map(listed.map(({ id, session }) => [session, id])).values()];
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

describe('in a terminal', { timeout: 60_000 }, () => {
  test('judged, changed, sealed once; what came later only then; closed with exactly one rule', async () => {
    const terminal = runInTerminal(['start', moments[0] ?? ''], { home, env: { NO_COLOR: '1' } });
    const shown = await terminal.see('What would you do');
    expect(shown).toMatch(/the decision/);
    expect(shown).toMatch(/\d+ [+-] /);
    terminal.type('perhaps');
    await terminal.see('Write accept, change, reject or unsure');
    terminal.type('acc');
    await terminal.see('Which lines decided it');
    terminal.type('1-9999');
    await terminal.see('The case has the lines');
    terminal.type('1-2, 1');
    await terminal.see('Why?');
    terminal.type('<');
    await terminal.see('Now: 1-2');
    terminal.type('');
    await terminal.see('Why?');
    terminal.type('It reads well.');
    await terminal.see('Choose one statement');
    terminal.type('1');
    await terminal.see('How likely');
    terminal.type('100');
    await terminal.see('Write a whole number from 1 to 99');
    terminal.type('80');
    await terminal.see('change your mind');
    terminal.type('');
    await terminal.see('remember how this ended');
    terminal.type('n');
    await terminal.see('Sealed, it cannot be changed.');
    terminal.type('1');
    await terminal.see('Now: accept');
    terminal.type('reject');
    await terminal.see('Verdict: reject');
    await terminal.see('for the case, or "pass"');
    expect(terminal.raw()).not.toContain(LATER);
    terminal.type('seal');
    await terminal.see('You: reject');
    await terminal.see(LATER);
    await terminal.see('Enter goes on');
    terminal.type('');
    for (const [question, answer] of [
      ['What was right?', 'It kept the change small.'],
      ['What moved you', ''],
      ['still unclear', ''],
      ['do next time', 'Ask what empty means.'],
      ['One general rule', 'Ask first. Then write the code.'],
    ] as const) {
      await terminal.see(question);
      terminal.type(answer);
    }
    await terminal.see('"close"');
    terminal.type('close');
    await terminal.see('more than one rule');
    await terminal.see('"close"');
    terminal.type('5');
    await terminal.see('Now: Ask first.');
    terminal.type('Ask what the empty case means before writing for it.');
    await terminal.see('"close"');
    terminal.type('close');
    await terminal.see('The rule you keep');
    expect(await terminal.end()).toBe(0);
    // The transcript's own colour is gone, and NO_COLOR is heeded.
    // oxlint-disable-next-line no-control-regex -- colour is what is looked for
    expect(terminal.raw()).not.toMatch(/\u001b\[[\d;]*m/);
  });

  test('left with Ctrl-C, it goes on where it was, on a narrow screen too', async () => {
    const first = runInTerminal(['start', moments[1] ?? ''], { home });
    await first.see('What would you do');
    first.type('change');
    await first.see('Which lines decided it');
    first.press('\u0003');
    expect(await first.end()).toBe(130);

    const again = runInTerminal(['start', moments[1] ?? ''], { home, columns: 36, rows: 12 });
    await again.see('more: Enter goes on');
    again.type('q');
    await again.see('Which lines decided it');
    again.press('\u0003');
    expect(await again.end()).toBe(130);
    const lines = stripVTControlCharacters(again.raw())
      .split(/[\r\n]+/)
      .filter((line) => !line.includes('goes on'));
    expect(lines.filter((line) => line.length > 36)).toEqual([]);
    expect(again.raw()).not.toContain(LATER);
    const { draft } = JSON.parse(run('start', moments[1] ?? '', '--json').stdout) as RoundAtHand;
    expect(draft).toEqual({ verdict: 'change' });
  });
});

describe('by a script', () => {
  test('asks nothing without a terminal', () => {
    const { status, stdout, stderr } = run('start');
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain('--json');
  });

  test('prints the case, takes a judgement once, and closes', () => {
    const id = moments[2] ?? '';
    const before = run('start', id, '--json');
    expect(before.stdout).not.toContain(LATER);
    const round = JSON.parse(before.stdout) as RoundAtHand;
    expect(round).toMatchObject({ state: 'sealing', answers: null, outcome: null });
    const judgement = {
      verdict: 'reject',
      lines: [],
      reason: 'Nothing was run.',
      proposition: round.case?.propositions[0]?.text ?? 'It is taken back.',
      probability: 70,
      changeMyMind: '',
      knewOutcome: false,
    };
    const file = join(home, 'answers.json');
    writeFileSync(file, JSON.stringify({ judgement: { ...judgement, probability: 100 } }));
    expect(run('start', id, '--answer', file)).toMatchObject({ status: 3, stdout: '' });
    writeFileSync(file, JSON.stringify({ judgement }));
    const sealed = JSON.parse(run('start', id, '--answer', file, '--json').stdout) as RoundAtHand;
    expect(sealed).toMatchObject({ state: 'revealed', answers: [{ isMe: true, judgement }] });
    expect(JSON.stringify(sealed.outcome)).toContain(LATER);
    const debrief = { generalRule: 'Ask what the empty case means.', whatWasRight: 'A small change.', nextTime: 'Ask.', uncertainties: '', changedMind: '' };
    writeFileSync(file, JSON.stringify({ judgement: 'pass', debrief }));
    const closed = JSON.parse(run('start', round.id, '--answer', file, '--json').stdout) as RoundAtHand;
    expect(closed).toMatchObject({ state: 'closed', debrief, answers: [{ judgement }] });
  });
});
