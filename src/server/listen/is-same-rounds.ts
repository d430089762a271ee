import { randomBytes } from 'node:crypto';
import { IDENTITY_PATH } from './identity-routes.ts';
import { isRightAnswer } from './identity.ts';

const ANSWER_WITHIN_MS = 1500;
const MAX_ANSWER_LENGTH = 64;

/** Whether what listens on the port is a Rounds of the same home. Anything silent, slow or strange is not. */
export async function isSameRounds({ host, port, token }: { host: string; port: number; token: string }): Promise<boolean> {
  const challenge = randomBytes(24).toString('base64url');
  try {
    const response = await fetch(`http://${host}:${port}${IDENTITY_PATH}?challenge=${challenge}`, {
      redirect: 'error',
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    });
    const length = Number(response.headers.get('content-length') ?? Number.NaN);
    if (!response.ok || !(length <= MAX_ANSWER_LENGTH)) return false;
    return isRightAnswer(await response.text(), { token, port, challenge });
  } catch {
    // Whatever it is, it does not speak our protocol.
    return false;
  }
}
