/** The API's type is enough for a client: paths, inputs and answers are checked by the compiler, and are what the server does. */
import { hc } from 'hono/client';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { toMomentId } from '../../../src/model/moment.ts';
import type { Today } from '../../../src/model/api/today.ts';
import type { Api } from '../../../src/server/create-http-app.ts';
import { startTestServer, type TestServer } from './start-test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

it('reaches the API with its type alone', async () => {
  const { api } = hc<Api>(server.origin, { headers: { authorization: `Bearer ${server.token}` } });
  const answered = await api.today.$get();
  expect(answered.status).toBe(200);
  if (answered.status === 200) {
    const today: Today = await answered.json();
    expect(today).toMatchObject({ moments: [], sessionsKnown: 0, done: false });
  }
  const refused = await api.rounds.$post({ json: { moment: toMomentId('none', []) } });
  expect(refused.status).toBe(404);
});
