/** The same promise for every moment of the bundled demo: sessions as agents really write them. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Moment } from '../../../src/model/moment.ts';
import { RULES } from '../../../src/moments/rules/registry.generated.ts';
import { startTestServer, take, type TestServer } from './start-test-server.ts';

const sessions = fileURLToPath(new URL('../../../examples/demo/sessions', import.meta.url));

/** Shorter pieces of text are found anywhere by chance. */
const LEAST_TELLING = 16;

let server: TestServer;
let moments: readonly Moment[];

beforeAll(async () => {
  server = await startTestServer();
  take(await server.app.importer.start({ paths: [sessions] }));
  moments = server.app.journal.sessions.list({ limit: 200 }).flatMap(({ id }) => server.app.journal.moments.listOfSession(id).map(({ moment }) => moment));
});
afterAll(() => server.stop());

/** Every text in a JSON value, and in JSON held in a text, line by line. */
function listTexts(value: unknown): string[] {
  if (typeof value === 'string') return [...value.split('\n').map((text) => text.trim()), ...(/^\s*[[{]/.test(value) ? listTexts(parse(value)) : [])];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(listTexts) : [];
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Texts that only what came after the decision holds. */
function listLaterTexts({ file, shownUntil }: Moment): string[] {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  const earlier = listTexts(lines.slice(0, shownUntil).map(parse)).join('\n');
  return [...new Set(listTexts(lines.slice(shownUntil).map(parse)))].filter((text) => text.length >= LEAST_TELLING && !earlier.includes(text));
}

describe('the bundled demo', () => {
  it('tells nothing of what came later, for any of its moments', async () => {
    const withLater = moments.filter((moment) => listLaterTexts(moment).length > 0);
    expect(withLater.length).toBeGreaterThan(9);
    const today = (await server.send({ path: '/api/today' })).body;
    for (const moment of withLater) {
      const view = await server.send({ path: `/api/moments/${moment.id}` });
      const round = await server.send({
        method: 'POST',
        path: '/api/rounds',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ moment: moment.id }),
      });
      expect([view.status, round.status]).toEqual([200, 200]);
      const told = listTexts([parse(view.body), parse(round.body), cardOf(today, moment)]).join('\n');
      expect({ moment: moment.id, told: listLaterTexts(moment).filter((text) => told.includes(text)) }).toEqual({ moment: moment.id, told: [] });
    }
    const rounds = (await server.send({ path: '/api/rounds' })).body;
    for (const moment of withLater) expect(listLaterTexts(moment).filter((text) => cardOf(rounds, moment)?.includes(text))).toEqual([]);
  });

  it('names neither rule nor title of any', async () => {
    // A statement is offered with every decision of its shape, whatever rule found it: that one has a rule's name tells nothing.
    const statements = new Set(moments.flatMap(({ propositions }) => propositions.map(({ id }) => id)));
    const rules = RULES.map(({ rule }) => rule.meta.id).filter((id) => !statements.has(id));
    const names = [...rules, ...moments.map(({ title }) => title)];
    for (const moment of moments) {
      const told = listTexts(parse((await server.send({ path: `/api/moments/${moment.id}` })).body)).join('\n');
      // The words of the session itself may happen to be those of a rule.
      const said = readFileSync(moment.file, 'utf8');
      expect({ moment: moment.id, told: names.filter((name) => told.includes(name) && !said.includes(name)) }).toEqual({ moment: moment.id, told: [] });
    }
  });
});

function cardOf(list: string, moment: Moment): string | undefined {
  const { moments: cards = [], rounds = [] } = parse(list) as { moments?: { id: string }[]; rounds?: { moment: string }[] };
  return JSON.stringify(cards.find(({ id }) => id === moment.id) ?? rounds.find((round) => round.moment === moment.id));
}
