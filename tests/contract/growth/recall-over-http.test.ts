/** Recall as the web app asks it: at most five, the rule only once it is turned, what kind of item it was only after the answer. */
import { rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeCard } from '../../../src/learning/recall/make-card.ts';
import { saveProgrammeEnd } from '../../../src/app/growth/programme-end.ts';
import { recallSchema, type AnsweredCard, type Recall } from '../../../src/model/api/recall.ts';
import type { Today } from '../../../src/model/api/today.ts';
import { startTestServer, type TestServer } from '../server/start-test-server.ts';

const NOW = new Date('2026-03-02T10:00:00.000Z');
const json = { 'content-type': 'application/json' };
let server: TestServer;

beforeEach(async () => {
  server = await startTestServer({ clock: () => NOW });
  for (let n = 0; n < 7; n++)
    server.app.journal.recallCards.addMissing(
      makeCard({
        source: { type: 'round', id: `r_${n}` },
        concepts: [`concept ${n}`],
        misconception: null,
        rule: `RULE ${n}`,
        moment: null,
        context: 'shop',
        createdAt: `2026-02-0${n + 1}T00:00:00.000Z`,
      }),
    );
});
afterEach(async () => {
  await server.stop();
  rmSync(server.home, { recursive: true, force: true });
});

const get = async <T>(path: string): Promise<T> => JSON.parse((await server.send({ path })).body) as T;
const post = (path: string, body: object) => server.send({ method: 'POST', path, headers: json, body: JSON.stringify(body) });
const listDue = async (): Promise<string[]> => (await get<Recall>('/api/recall')).due.map(({ id }) => id);

describe('recall over HTTP', () => {
  it('asks five a day and keeps rule and kind until they are due to be seen', async () => {
    const listed = await server.send({ path: '/api/recall' });
    expect(recallSchema.parse(JSON.parse(listed.body)).due).toHaveLength(5);
    expect(listed.body).not.toMatch(/RULE|kind|delayed/);
    expect((await get<Today>('/api/today')).recallDue).toBe(5);
    const [first = '', second = ''] = await listDue();
    expect(JSON.parse((await post(`/api/recall/${first}/turn`, { moment: null })).body)).toEqual({ rule: 'RULE 0', concepts: ['concept 0'] });
    const answered = JSON.parse((await post(`/api/recall/${first}/answer`, { moment: null, grade: 'good' })).body) as AnsweredCard;
    expect(answered).toEqual({ kind: 'delayed', days: 3, due: '2026-03-05T10:00:00.000Z' });
    expect((await post(`/api/recall/${first}/answer`, { moment: null, grade: 'again' })).status).toBe(409);
    expect((await post(`/api/recall/${second}/answer`, { moment: null, grade: 'perfect' })).status).toBe(400);
    expect(await listDue()).toHaveLength(4);
  });

  it('asks no more for what was put away, until that is taken back', async () => {
    const [first = ''] = await listDue();
    expect((await post(`/api/recall/${first}/away`, { away: true })).status).toBe(204);
    expect(await listDue()).not.toContain(first);
    expect((await post(`/api/recall/${first}/away`, { away: false })).status).toBe(204);
    expect(await listDue()).toContain(first);
    expect((await post('/api/recall/k_0000000000000000/away', { away: true })).status).toBe(404);
  });

  it('brings nothing back after the programme has ended', async () => {
    saveProgrammeEnd(server.app.journal, '2026-03-04T10:00:00.000Z');
    const [first = ''] = await listDue();
    const answered = JSON.parse((await post(`/api/recall/${first}/answer`, { moment: null, grade: 'easy' })).body) as AnsweredCard;
    expect(answered.due).toBe('2026-03-04T10:00:00.000Z');
  });

  it('is only for who has the token', async () => {
    expect((await server.send({ path: '/api/recall', headers: { authorization: 'Bearer wrong' } })).status).toBe(401);
  });
});
