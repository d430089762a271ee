import { z } from 'zod';
import { problem, type Problem } from '../model/problem.ts';
import { failed, ok, type Result } from '../model/result.ts';
import { isNoRounds, type TeamClient } from './team-client.ts';

/** What the server knows the command line as. */
const CLIENT_ID = 'rounds-cli';
const GRANT = 'urn:ietf:params:oauth:grant-type:device_code';

const deviceCodeSchema = z.object({
  device_code: z.string(),
  user_code: z.string(),
  verification_uri_complete: z.string(),
  expires_in: z.number(),
  interval: z.number(),
});
const tokenSchema = z.object({ access_token: z.string() });
const refusalSchema = z.object({ error: z.string() });

export interface DeviceCode {
  readonly deviceCode: string;
  /** To compare with what the browser shows. */
  readonly userCode: string;
  /** To open in a browser where one is signed in. */
  readonly link: string;
  readonly intervalMs: number;
}

/** Asks for a code that a signed-in person can let in (RFC 8628). */
export async function askForDeviceCode(client: TeamClient): Promise<Result<DeviceCode, Problem>> {
  const asked = await client.ask(deviceCodeSchema, { method: 'POST', path: '/api/auth/device/code', json: { client_id: CLIENT_ID } });
  if (!asked.ok) return asked;
  const { device_code: deviceCode, user_code: code, verification_uri_complete: link, interval } = asked.value;
  // A page elsewhere could ask for the password that belongs here.
  if (new URL(link).origin !== new URL(client.url).origin) {
    return failed(
      problem('cannot-reach', `The team server calls itself ${new URL(link).origin}, not ${client.url}.`, {
        next: `Run "rounds login ${new URL(link).origin}".`,
      }),
    );
  }
  return ok({ deviceCode, userCode: code.replace(/^(.{4})(.{4})$/, '$1-$2'), link, intervalMs: interval * 1000 });
}

export interface DeviceWait {
  readonly wait: (ms: number) => Promise<void>;
  readonly signal: AbortSignal;
}

/** Asks until the person has let the code in, or not. Returns the token of a session. */
export async function awaitDeviceToken(client: TeamClient, code: DeviceCode, { wait, signal }: DeviceWait): Promise<Result<string, Problem>> {
  let intervalMs = code.intervalMs;
  while (!signal.aborted) {
    await wait(intervalMs);
    const json = { grant_type: GRANT, device_code: code.deviceCode, client_id: CLIENT_ID };
    const sent = await client.send({ method: 'POST', path: '/api/auth/device/token', json, signal });
    // A server that is away for a moment does not end the wait; the code itself runs out.
    if (!sent.ok) continue;
    const body: unknown = await sent.value.json().catch(() => undefined);
    const token = tokenSchema.safeParse(body);
    if (token.success) return ok(token.data.access_token);
    const refusal = refusalSchema.safeParse(body).data?.error;
    if (refusal === 'slow_down' || sent.value.status === 429) intervalMs += 5_000;
    else if (refusal === 'access_denied') return failed(problem('not-allowed', 'The request was refused in the browser.'));
    else if (refusal === 'expired_token' || refusal === 'invalid_grant')
      return failed(problem('not-allowed', 'The code has run out.', { next: 'Run "rounds login" again.' }));
    else if (refusal !== 'authorization_pending' && sent.value.status < 500) return failed(isNoRounds(client.url));
  }
  return failed(problem('not-allowed', 'Nobody was signed in.'));
}
