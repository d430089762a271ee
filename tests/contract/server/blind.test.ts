/** Before the reveal nothing on any path tells how it ended: not in words, not in names, not in shape. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RoundView } from '../../../src/model/api/rounds.ts';
import type { SessionDetail } from '../../../src/model/api/sessions.ts';
import type { Today } from '../../../src/model/api/today.ts';
import { MOMENT_KINDS, SOUND_KIND } from '../../../src/model/kind.ts';
import type { Moment } from '../../../src/model/moment.ts';
import { RULES } from '../../../src/moments/rules/registry.generated.ts';
import { LATER, writeBlindSessions } from './blind-sessions.ts';
import { followEvents, type Following } from './follow-events.ts';
import { startTestServer, take, type Answered, type TestServer } from './start-test-server.ts';

const judgement = {
  verdict: 'accept',
  lines: [],
  reason: 'The run covers the new case.',
  proposition: 'Something the person wrote.',
  probability: 60,
  changeMyMind: '',
  knewOutcome: false,
};

let server: TestServer;
let unsound: Moment;
let sound: Moment;
let lines: readonly string[];
let events: Following;
let today: Today;
/** Bytes of every response before the reveal, by what was asked; the moment's own id is written as ID. */
const asked: { readonly of: 'unsound' | 'sound' | 'both'; readonly what: string; readonly bytes: string }[] = [];

const json = { 'content-type': 'application/json' };

async function ask(of: 'unsound' | 'sound' | 'both', method: string, path: string, body?: unknown): Promise<string> {
  const answered = await server.send({ method, path, headers: body === undefined ? {} : json, body: body === undefined ? undefined : JSON.stringify(body) });
  const what = `${method} ${path.replaceAll(/[msr]_[0-9a-f]{16}/g, 'ID')} ${answered.status}`;
  asked.push({ of, what, bytes: answered.body + listHeaders(answered.headers) });
  return answered.body;
}

async function askAllOf(of: 'unsound' | 'sound', { id, session }: Moment): Promise<void> {
  await ask(of, 'GET', `/api/moments/${id}`);
  const round = (JSON.parse(await ask(of, 'POST', '/api/rounds', { moment: id })) as RoundView).id;
  await ask(of, 'GET', `/api/moments/${id}`);
  await ask(of, 'PUT', `/api/rounds/${round}/draft`, { reason: 'perhaps', verdict: 'unsure' });
  await ask(of, 'GET', `/api/rounds/${round}`);
  await ask(of, 'POST', `/api/rounds/${round}/seal`, { ...judgement, reason: '' });
  await ask(of, 'POST', `/api/rounds/${round}/debrief`);
  await ask(of, 'POST', `/api/rounds/${round}/close`, {
    generalRule: 'A rule that comes too soon.',
    whatWasRight: 'one',
    nextTime: 'two',
    uncertainties: '',
    changedMind: '',
  });
  await ask(of, 'PUT', `/api/rounds/${round}/debrief-draft`, {});
  const detail = JSON.parse((await server.send({ path: `/api/sessions/${session}` })).body) as SessionDetail;
  asked.push({ of, what: 'pins', bytes: JSON.stringify(detail.pins.filter((pin) => pin.moment === id)) });
}

beforeAll(async () => {
  server = await startTestServer();
  events = await followEvents(server);
  const written = writeBlindSessions(server.home, new Date(Date.now() - 60 * 60_000).toISOString());
  ({ lines } = written);
  take(await server.app.importer.start({ paths: [written.folder] }));
  const moments = server.app.journal.sessions.list({ limit: 10 }).flatMap(({ id }) => server.app.journal.moments.listOfSession(id).map(({ moment }) => moment));
  unsound = moments.find(({ kind }) => kind !== SOUND_KIND) as Moment;
  // There are others that were sound; this one is of the same lines.
  sound = moments.find(({ kind, decision }) => kind === SOUND_KIND && decision.start === unsound.decision.start) as Moment;
  today = JSON.parse(await ask('both', 'GET', '/api/today')) as Today;
  await askAllOf('unsound', unsound);
  await askAllOf('sound', sound);
  await ask('both', 'GET', '/api/rounds');
  await ask('both', 'GET', '/api/today');
  await ask('both', 'POST', `/api/moments/${unsound.id}/skip`);
  asked.push({ of: 'both', what: 'events', bytes: await events.until('"round"', 2) });
});
afterAll(async () => {
  events.stop();
  await server.stop();
});

describe('the sessions of this test', () => {
  it('hold one decision that was sound and one that was not, and both go on', () => {
    expect([unsound.kind === SOUND_KIND, sound.kind === SOUND_KIND]).toEqual([false, true]);
    expect([unsound.shape, unsound.decision]).toEqual([sound.shape, sound.decision]);
    for (const moment of [unsound, sound]) {
      expect(moment.hindsight.length).toBeGreaterThan(0);
      expect(lines.slice(0, moment.shownUntil).join()).not.toContain(LATER);
    }
    expect(lines.join().split(LATER).length).toBeGreaterThan(15);
  });

  it('are offered today', () => {
    expect(today.moments.map(({ id }) => id)).toEqual(expect.arrayContaining([unsound.id, sound.id]));
  });
});

describe('before the reveal', () => {
  it('no byte is of what came after the decision', () => everyBytes((bytes) => (bytes.includes(LATER) ? LATER : undefined)));

  it('no kind is named', () => everyBytes((bytes) => MOMENT_KINDS.find((kind) => bytes.includes(kind))));

  it('no rule is named', () => everyBytes((bytes) => RULES.map(({ rule }) => rule.meta.id).find((id) => bytes.includes(id))));

  it('no title and nothing of a rule’s own words is there', () => {
    const words = RULES.filter(({ rule }) => rule.meta.id === unsound.rule || rule.meta.id === sound.rule).flatMap(({ text }) => [
      text.what,
      text.why,
      text.whatToDo,
    ]);
    everyBytes((bytes) => [unsound.title, sound.title, ...words, ...unsound.concepts, ...sound.concepts].find((text) => bytes.includes(text)));
  });

  it('a sound decision and another have the same fields, in the same order', () => {
    expect(listAnswers('sound', listKeys).length).toBeGreaterThan(9);
    expect(listAnswers('sound', listKeys)).toEqual(listAnswers('unsound', listKeys));
  });

  it('a sound decision and another are the same bytes, but for ids and the name they are about', () => {
    expect(listAnswers('sound', withoutNames)).toEqual(listAnswers('unsound', withoutNames));
  });
});

describe('after the reveal', () => {
  it('what was withheld is there, so that the silence before means something', async () => {
    const { id } = JSON.parse(
      (await server.send({ method: 'POST', path: '/api/rounds', headers: json, body: JSON.stringify({ moment: unsound.id }) })).body,
    ) as RoundView;
    const { body } = await server.send({
      method: 'POST',
      path: `/api/rounds/${id}/seal`,
      headers: json,
      body: JSON.stringify({ ...judgement, proposition: unsound.propositions[0]?.text }),
    });
    for (const withheld of [LATER, unsound.kind, unsound.rule, unsound.title]) expect(body).toContain(JSON.stringify(withheld).slice(1, -1));
    const view = JSON.parse(body) as RoundView;
    expect(view).toMatchObject({ state: 'revealed', judgement: { verdict: 'accept' }, outcome: { sound: false }, resolution: { verdictFits: false } });
  });

  it('the other round still tells nothing', async () => {
    const { body } = await server.send({ path: `/api/moments/${sound.id}` });
    expect(body).not.toContain(LATER);
    expect(body).not.toContain(sound.kind);
  });

  it('events told that it moved, and nothing more', async () => {
    const heard = await events.until('"revealed"', 1);
    expect(heard).not.toContain(LATER);
    expect(heard).not.toContain(unsound.kind);
  });
});

/** `check` returns what it found that should not be there. */
function everyBytes(check: (bytes: string) => string | undefined): void {
  const found = asked.flatMap(({ of, what, bytes }) => check(bytes)?.concat(` in ${what} of ${of}`) ?? []);
  expect(found).toEqual([]);
}

function listAnswers(of: string, read: (bytes: string) => string): string[] {
  return asked.filter((one) => one.of === of).map(({ what, bytes }) => `${what}: ${read(bytes)}`);
}

/** What a response says beside its body. The policy is the same for every response and names parts of a page. */
function listHeaders(headers: Answered['headers']): string {
  const { date: _date, 'content-length': _length, 'content-security-policy': _policy, ...rest } = headers;
  return JSON.stringify(rest);
}

/** Names of fields as they stand in the text, one after the other. */
function listKeys(bytes: string): string {
  return [...bytes.matchAll(/"(\w+)":/g)].map((match) => match[1]).join(' ');
}

function withoutNames(bytes: string): string {
  return bytes
    .replaceAll(/\b[msr]_[0-9a-f]{16}\b/g, 'ID')
    .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}/g, 'UUID')
    .replaceAll(/disproved|vindicated/g, 'SESSION')
    .replaceAll(/average|median/g, 'NAME');
}
