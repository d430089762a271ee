/** Drills over the local server: nothing of a drill leaves before its answer, and what is asked wrongly is told. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AnsweredDrillView, BlindDrill, DrillList, DrillPlaces, DrillView } from '../../../src/model/api/drills.ts';
import { findSandbox } from '../../../src/probes/sandbox/find-sandbox.ts';
import { makeRepository, type TestRepository } from '../cli/make-repository.ts';
import { startTestServer, type TestServer } from './start-test-server.ts';

const sandbox = await findSandbox();
let server: TestServer;
let here: TestRepository;

const ask = async <T>(path: string, body?: unknown): Promise<{ status: number; body: string; json: T }> => {
  const sent = body === undefined ? { path } : { method: 'POST', path, body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
  const answered = await server.send(sent);
  return { status: answered.status, body: answered.body, json: (answered.body === '' ? null : JSON.parse(answered.body)) as T };
};
const inHere = (path: string): string => `${path}?folder=${encodeURIComponent(here.root)}`;

beforeAll(async () => {
  server = await startTestServer();
  here = makeRepository();
  here.commit('begin', {
    'package.json': '{"type":"module","scripts":{"test":"node --test"}}',
    'limit.js': 'export function isOver(n) {\n  return n > 10;\n}\n',
    'limit.test.js':
      "import { test } from 'node:test';\nimport assert from 'node:assert';\nimport { isOver } from './limit.js';\ntest('ten is not over', () => assert.equal(isOver(10), false));\n",
  });
});
afterAll(async () => {
  await server.stop();
  here.remove();
});

describe.skipIf(sandbox.kind === 'none')('drills', { timeout: 90_000 }, () => {
  test('are looked for in the background, drawn, and say what they are about only once answered', async () => {
    expect((await ask<DrillList>(inHere('/api/drills'))).json.drills).toEqual([]);
    expect((await ask('/api/drills/draw', { folder: here.root, form: 'practice', unaided: false })).body).toContain('has no drills yet');
    expect((await ask('/api/drills/mine', { folder: here.root })).status).toBe(202);
    expect((await ask('/api/drills/mine', { folder: here.root })).status).toBe(409);
    await expect.poll(async () => (await ask<DrillPlaces>('/api/drills/places')).json.mining?.isRunning, { timeout: 80_000, interval: 500 }).toBe(false);
    const places = (await ask<DrillPlaces>('/api/drills/places')).json;
    expect(places).toMatchObject({ repositories: [here.root], mining: { found: 1, problem: null } });

    const listed = await ask<DrillList>(inHere('/api/drills'));
    const drawn = await ask<BlindDrill>('/api/drills/draw', { folder: here.root, form: 'practice', unaided: false });
    const { id } = drawn.json;
    const shown = await ask<DrillView>(inHere(`/api/drills/${id}`));
    for (const { body } of [listed, drawn, shown]) expect(body).not.toMatch(/boundary|mutation|n > 10|ten is not over|failingTests|hunks|commit/);
    expect(shown.json).toEqual({ blind: drawn.json, answered: null });

    const lines = [{ path: 'limit.js', start: 2, end: 2 }];
    const given = { folder: here.root, lines, claim: 'Ten counts.', test: null, sure: 0.7 };
    expect((await ask(`/api/drills/${id}/answer`, { ...given, lines: [] })).body).toContain('Name at least one line');
    expect((await ask(`/api/drills/${id}/answer`, { ...given, test: { name: '../up.js', code: '' } })).status).toBe(400);
    const answered = await ask<AnsweredDrillView>(`/api/drills/${id}/answer`, given);
    expect(answered.json).toMatchObject({
      drill: { kind: 'mutation', about: 'boundary-off-by-one', failingTests: ['ten is not over'] },
      answer: { linesHit: true, confirmed: true, unaided: false },
    });
    expect((await ask(`/api/drills/${id}/answer`, given)).status).toBe(409);
    expect((await ask<DrillView>(inHere(`/api/drills/${id}`))).json.answered?.drill.about).toBe('boundary-off-by-one');
  });

  test.each([
    ['a folder that is in no repository', '/api/drills?folder=%2F', undefined, 'no git repository'],
    ['no folder', '/api/drills', undefined, 'folder'],
    ['a day that is none', '/api/drills/year', { start: 'soon' }, 'is no day'],
    ['a form before its year', '/api/drills/draw', { form: 'due', unaided: true }, 'began|at work|seen|Nothing can be unaided'],
    ['a drill that nobody mined', '/api/drills/ffff', undefined, 'folder|No drill'],
  ])('%s is told', async (_, path, body, words) => {
    const { status, body: said } = await ask(path, body && 'form' in body ? { ...body, folder: here.root } : body);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(said).toMatch(new RegExp(words));
  });
});
