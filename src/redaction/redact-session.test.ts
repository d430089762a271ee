import { describe, expect, test } from 'vitest';
import type { Case, Outcome } from '../model/case.ts';
import type { SessionEvent } from '../model/event.ts';
import type { MomentId } from '../model/moment.ts';
import type { SessionId } from '../model/session.ts';
import { redactCase, redactEvents, redactOutcome } from './redact-session.ts';
import { createRedactor } from './redact-text.ts';

const TOKEN = 'ghp_a8Kd03jfLs92kdjfA8s7d6f5g4h3j2k1l0Zx';
const base = (seq: number) => ({
  id: `8f14e45f-ceea-467f-9f3a-${String(seq).padStart(12, '0')}`,
  seq,
  line: seq + 1,
  at: '2026-03-04T05:06:07.000Z',
  thread: 'main',
});
const redact = async (...events: SessionEvent[]) => (await redactEvents(events, await createRedactor())).value;

describe('redactEvents', () => {
  test('ids, times, call ids, tools and models stay whole even where they look like secrets', async () => {
    const call: SessionEvent = {
      ...base(1),
      id: TOKEN,
      kind: 'call',
      callId: 'toolu_01AbCdEfGhIjKlMnOpQrStUv',
      tool: TOKEN,
      action: { type: 'run', command: `curl -H "PRIVATE-TOKEN: ${TOKEN}" x` },
    };
    expect(await redact(call)).toEqual([{ ...call, action: { type: 'run', command: 'curl -H "PRIVATE-TOKEN: [secret:github-token-1]" x' } }]);
  });

  test('a token streamed over replies is taken out of each of them', async () => {
    const pieces = [`It is ${TOKEN.slice(0, 12)}`, TOKEN.slice(12, 30), `${TOKEN.slice(30)} and valid.`];
    const shown = await redact(...pieces.map((text, seq): SessionEvent => ({ ...base(seq), kind: 'reply', text })));
    expect(shown.map((event) => 'text' in event && event.text)).toEqual([
      'It is [secret:github-token-1]',
      '[secret:github-token-1]',
      '[secret:github-token-1] and valid.',
    ]);
  });

  test('a key in the added lines of an edit goes, the lines and their signs stay', async () => {
    const body = 'MIIEpAIBAAKCAQEA7Zk2mQ0h3xVq9tJ8nR4sW1yB6cD5eF0gH2iK3lM4oN5pQ6r';
    const lines = ['+-----BEGIN PRIVATE KEY-----', '-old', `+${body}`, '+-----END PRIVATE KEY-----', ' end'];
    const [shown] = await redact({
      ...base(1),
      kind: 'edit',
      callId: 'c',
      path: 'a.pem',
      change: 'update',
      hunks: [{ oldStart: 1, oldLines: 2, newStart: 1, newLines: 4, lines }],
    });
    expect(shown?.kind === 'edit' && shown.hunks[0]?.lines).toEqual(['+[secret:private-key-1]', '-old', '+', '+', ' end']);
  });

  test('a path loses the name of its home only, and equal paths stay equal', async () => {
    const path = '/home/maria/api/3f2a91c4d5e6f708192a3b4c5d6e7f8091a2b3c4/token_secret=a.ts';
    const [edit, call] = await redact(
      { ...base(1), kind: 'edit', callId: 'c', path, change: 'create', hunks: [] },
      { ...base(2), kind: 'call', callId: 'd', tool: 'Read', action: { type: 'read', path } },
    );
    const expected = path.replace('maria', '[user-1]');
    expect(edit?.kind === 'edit' && edit.path).toBe(expected);
    expect(call?.kind === 'call' && call.action.type === 'read' && call.action.path).toBe(expected);
  });
});

test('a case and its outcome share their names for secrets; ids and times stay', async () => {
  const reply: SessionEvent = { ...base(3), kind: 'reply', text: `It is ${TOKEN}` };
  const before: Case = {
    moment: 'm_0123456789abcdef' as MomentId,
    session: 's_0123456789abcdef' as SessionId,
    sessionTitle: `Use ${TOKEN}`,
    agent: 'codex',
    repository: 'api',
    cwd: '/srv/api',
    at: '2026-03-04T05:06:07.000Z',
    minutes: 5,
    question: 'Would you keep it?',
    shape: 'edit',
    task: { line: 1, text: 'Ask maria@northwind.dev' },
    lastAsked: null,
    decision: { start: 2, end: 3 },
    shownUntil: 4,
    shown: [reply],
    earlierEvents: 0,
    propositions: [{ id: 'p1', text: 'The suite fails.' }],
  };
  const after: Outcome = {
    kind: 'security',
    sound: false,
    rule: 'r',
    title: 't',
    why: 'w',
    whatToDo: 'd',
    references: [],
    concepts: [],
    activities: [],
    evidence: [{ line: 4, quote: TOKEN }],
    hindsight: [{ start: 5, end: 5, quote: 'ok' }],
    propositions: [],
    later: [reply],
    precision: null,
  };
  const redactor = await createRedactor();
  const shown = await redactCase(before, redactor);
  const revealed = await redactOutcome(after, redactor);
  expect(shown.value).toEqual({
    ...before,
    sessionTitle: 'Use [secret:github-token-1]',
    task: { line: 1, text: 'Ask [email-1]' },
    shown: [{ ...reply, text: 'It is [secret:github-token-1]' }],
  });
  expect(revealed.value).toEqual({
    ...after,
    evidence: [{ line: 4, quote: '[secret:github-token-1]' }],
    later: [{ ...reply, text: 'It is [secret:github-token-1]' }],
  });
  expect(shown.countByKind.get('github-token')).toBe(2);
});
