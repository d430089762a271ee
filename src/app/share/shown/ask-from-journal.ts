import type { AskSignOff, SignOffView } from '../../../model/api/team/sign-offs.ts';
import { problem, type Problem } from '../../../model/problem.ts';
import { failed, type Result } from '../../../model/result.ts';
import { ALONE } from '../../../programme/sign-off/list-refusals.ts';
import type { App } from '../../app.ts';
import { keepInLog } from './keep-in-log.ts';
import { listStanding } from './list-standing.ts';
import { toBytes } from './show-growth-to-partner.ts';
import type { ShownPort } from './shown-port.ts';

/**
 * Asks for a sign-off as its owner's own Rounds. Where they let the journal say that no critical belief stands open, it is read here and
 * now; with one that does, nothing is sent. What a request says of beliefs is in the sharing log.
 */
export async function askFromJournal(app: Pick<App, 'journal' | 'clock'>, port: ShownPort, given: AskSignOff): Promise<Result<SignOffView, Problem>> {
  const { activity, level, signer, beliefsFrom, shownBeliefs } = given;
  if (level < ALONE || (beliefsFrom === 'word' && shownBeliefs.length === 0)) return port.askSignOff(given);
  if (beliefsFrom === 'journal') {
    const standing = listStanding(app, activity);
    if (!standing.ok) return standing;
    if (standing.value.length > 0) return failed(stands(standing.value.map(({ belief }) => belief)));
  }
  const about = { host: port.host, what: 'sign-off', subject: `${activity} ${level}`, reader: signer, bytes: toBytes(given) } as const;
  return keepInLog(
    app,
    about,
    () => port.askSignOff(given),
    ({ id, signerName }) => ({ remote: id, readerName: signerName }),
  );
}

const stands = (beliefs: readonly string[]): Problem =>
  problem('not-allowed', 'By your own journal a critical belief of this activity is not resolved.', {
    why: beliefs.map((belief) => `“${belief.replace(/\.$/, '')}”`).join(', '),
    next: 'Work through it in Growth, or say there why it is not so. Nothing was asked.',
  });
