import { randomInt } from 'node:crypto';
import { frameActivityBadge, frameCompletionBadge } from '../../../credentials/badge/frame-badge.ts';
import type { IssuerKey } from '../../../credentials/badge/sign-credential.ts';
import { STATUS_PLACES, toStatusEntry } from '../../../credentials/badge/status-list.ts';
import { toStableId } from '../../../credentials/stable-id.ts';
import { describeLevel } from '../../../learning/entrustment/level-texts.ts';
import type { CredentialList } from '../../../model/api/team/credentials.ts';
import type { Badge } from '../../../model/credential.ts';
import { problem, type Problem } from '../../../model/problem.ts';
import { failed, ok, type Result } from '../../../model/result.ts';
import type { ProgrammeId, SignOffId } from '../../../model/team/ids.ts';
import type { Actor, Tx } from '../../../store/connect-store.ts';
import { listCompleted, listGranted, readOwnName, takeCredential, type GrantedSignOff } from '../../../store/credentials.ts';
import { makeId } from '../make-id.ts';
import type { TeamApp } from '../team-app.ts';
import { findIssuer, toListUrl } from './find-issuer.ts';

type CredentialApp = Pick<TeamApp, 'store' | 'clock' | 'accounts' | 'issuers' | 'publicUrl'>;

/** So many are drawn that one of them is free until the list is as good as full. */
const DRAWN = 64;

export function listMyCredentials({ store, clock }: Pick<TeamApp, 'store' | 'clock'>, actor: Actor): Promise<Result<CredentialList, Problem>> {
  const now = clock().toISOString();
  return store.as(actor, async (tx) =>
    ok({
      signedOff: (await listGranted(tx)).map(({ id, request: { activity, level }, signer, signedAt, expiresAt, reversed }) => ({
        id,
        activity,
        level,
        signer: signer.name,
        signedAt,
        expiresAt,
        state: reversed ? ('reversed' as const) : expiresAt <= now ? ('expired' as const) : ('holds' as const),
      })),
      programmes: (await listCompleted(tx)).map(({ id, startedAt, completedAt }) => ({ id, startedAt, completedAt })),
    }),
  );
}

/** The credential of a sign-off that was granted to me: made and signed anew each time, with the same id. `conflict` where it was reversed or expired. */
export function issueSignedOff(app: CredentialApp, actor: Actor, id: SignOffId): Promise<Result<object, Problem>> {
  return issue(app, actor, async (tx) => {
    const granted = (await listGranted(tx)).find((one) => one.id === id);
    if (!granted) return failed(notMine());
    if (granted.reversed) return failed(problem('conflict', 'This sign-off was reversed.', { why: 'Nothing is issued of it any more.' }));
    if (granted.expiresAt <= app.clock().toISOString()) return failed(problem('conflict', 'This sign-off has expired.', { next: 'Ask for another one.' }));
    const taken = await take(app, tx, { kind: 'sign-off', subject: id });
    if (!taken.ok) return taken;
    const { key, frame } = taken.value;
    const { activity, level } = granted.request;
    return ok({
      key,
      badge: frameActivityBadge({ ...frame, signedOff: toSignedOff(granted, await readOwnName(tx), app.publicUrl), levelText: describeLevel(activity, level) }),
    });
  });
}

/** The credential of a year that I completed as preceptee. */
export function issueCompleted(app: CredentialApp, actor: Actor, id: ProgrammeId): Promise<Result<object, Problem>> {
  return issue(app, actor, async (tx) => {
    const completed = (await listCompleted(tx)).find((one) => one.id === id);
    if (!completed) return failed(notMine());
    const { me, lead, startedAt, completedAt } = completed;
    const taken = await take(app, tx, { kind: 'programme', subject: id });
    if (!taken.ok) return taken;
    const { key, frame } = taken.value;
    return ok({ key, badge: frameCompletionBadge({ ...frame, completed: { person: me.name, lead: lead.name, startedAt, completedAt } }) });
  });
}

type Framed = Result<{ readonly key: IssuerKey; readonly badge: Badge }, Problem>;

/** Signs once the place is written, so that nothing leaves whose reversal could not be shown. */
async function issue({ store, clock }: CredentialApp, actor: Actor, frame: (tx: Tx) => Promise<Framed>): Promise<Result<object, Problem>> {
  const framed = await store.as(actor, frame);
  return framed.ok ? ok(await framed.value.key.sign(framed.value.badge, clock())) : framed;
}

async function take(app: CredentialApp, tx: Tx, of: { kind: 'sign-off' | 'programme'; subject: string }) {
  const issuer = await findIssuer(app, tx.actor.organisation);
  if (!issuer.ok) return issuer;
  const { key, name, url } = issuer.value;
  const places = Array.from({ length: DRAWN }, () => randomInt(STATUS_PLACES));
  const { id, place } = await takeCredential(tx, { ...of, id: makeId('d'), places, at: app.clock().toISOString() });
  const status = toStatusEntry(toListUrl(app.publicUrl, tx.actor.organisation), place);
  return ok({ key, frame: { id: toStableId('credential', tx.actor.organisation, id), issuer: { id: key.id, name, url }, status } });
}

/** Evidence leaves as a link, behind which the server asks who comes, and a hash; who rated it, and where, stays. */
const toSignedOff = ({ request, signer, signedAt, expiresAt }: GrantedSignOff, person: string, publicUrl: string) => ({
  person,
  activity: request.activity,
  level: request.level,
  signer: signer.name,
  signedAt,
  expiresAt,
  evidence: [...new Map(request.evidence.map((one) => [one.case, one])).values()].map((one) => ({
    link: `${publicUrl}/team/cases/${one.case}`,
    hash: one.hash,
    at: one.at,
  })),
});

const notMine = (): Problem => problem('not-found', 'There is no such thing here that was granted to you.');
