import { hostname } from 'node:os';
import { askForDeviceCode, awaitDeviceToken, type DeviceCode, type DeviceWait } from '../../client/ask-for-device-token.ts';
import { saveTeamFile } from '../../client/team-file.ts';
import { createTeamClient, isNoRounds } from '../../client/team-client.ts';
import { madeTokenSchema, meSchema, whereSchema, type Me } from '../../model/api/team/accounts.ts';
import { problem, type Problem } from '../../model/problem.ts';
import { failed, ok, type Result } from '../../model/result.ts';

export interface LogInInput extends DeviceWait {
  readonly home: string;
  readonly address: string;
  readonly showCode: (code: DeviceCode) => void;
}

/**
 * Signs this machine in to a team server: a person lets it in in the browser, and what is kept is a personal token, which they
 * see in their list and can revoke there. The session it came with is ended at once.
 */
export async function logIn({ home, address, showCode, ...waiting }: LogInInput): Promise<Result<Me, Problem>> {
  const url = parseTeamAddress(address);
  if (!url.ok) return url;
  const stranger = createTeamClient({ url: url.value, token: null });
  const where = await stranger.ask(whereSchema, { path: '/api/where' });
  if (!where.ok) return where;
  if (where.value.kind !== 'team') return failed(isNoRounds(url.value));
  const code = await askForDeviceCode(stranger);
  if (!code.ok) return code;
  showCode(code.value);
  const session = await awaitDeviceToken(stranger, code.value, waiting);
  if (!session.ok) return session;

  const signedIn = createTeamClient({ url: url.value, token: session.value });
  const made = await signedIn.ask(madeTokenSchema, { method: 'POST', path: '/api/team/tokens', json: { name: `rounds on ${hostname()}`.slice(0, 100) } });
  if (!made.ok) return made;
  const me = await signedIn.ask(meSchema, { path: '/api/me' });
  await signedIn.tell({ method: 'POST', path: '/api/auth/sign-out', json: {} });
  const saved = saveTeamFile(home, { url: url.value, token: made.value.token, tokenId: made.value.id });
  return saved.ok ? me : saved;
}

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** A token must not go over a network in the open. */
function parseTeamAddress(text: string): Result<string, Problem> {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:')) {
    return failed(problem('wrong-usage', `${text} is no address of a team server.`, { next: 'Give one like https://rounds.example.org.' }));
  }
  if (url.protocol === 'http:' && !LOOPBACK.has(url.hostname)) {
    return failed(
      problem('wrong-usage', `Rounds does not sign in over ${url.origin}.`, {
        why: 'Everybody on the way could read the key.',
        next: 'Use its https address.',
      }),
    );
  }
  return ok(url.origin);
}
