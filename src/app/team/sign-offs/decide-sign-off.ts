import { problem, type Problem } from '../../../model/problem.ts';
import { failed, type Result } from '../../../model/result.ts';
import type { SignOffView } from '../../../model/api/team/sign-offs.ts';
import type { SignOffId } from '../../../model/team/ids.ts';
import { grantSignOff, reverseSignOff } from '../../../programme/sign-off/decide-sign-off.ts';
import { isUnbroken } from '../../../programme/sign-off/chain-records.ts';
import type { Actor, Tx } from '../../../store/connect-store.ts';
import { appendSignOff, declineSignOff, readChainOf, withdrawSignOff, type StoredSignOff } from '../../../store/sign-offs.ts';
import type { SharedApp } from '../team-app.ts';
import { nameRefusals } from './name-refusals.ts';
import { showWithin } from './show-sign-off.ts';
import { loadSignOff, readScene, toRequest } from './sign-off-scene.ts';
import { tellOfSignOff } from './tell-of-sign-off.ts';

/** Signs, where there is no reason against it. A person decides: none of it is ever granted by itself. */
export function grantMySignOff(app: SharedApp, actor: Actor, id: SignOffId): Promise<Result<SignOffView, Problem>> {
  return app.store.as(actor, async (tx) => {
    const found = await loadAddressed(tx, id);
    if (!found.ok) return found;
    const scene = await readScene(tx, found.value, app.clock().toISOString());
    const request = await toRequest(tx, found.value);
    const granted = grantSignOff(request, scene);
    if (!granted.ok) {
      const why = (await nameRefusals(tx, request, scene)).map(({ words }) => words).join(' ');
      return failed(problem(granted.problem.tag, granted.problem.what, { why, ...(granted.problem.next ? { next: granted.problem.next } : {}) }));
    }
    await appendSignOff(tx, id, granted.value);
    return told(app, tx, id);
  });
}

/** Says no, with what would help them on. */
export function declineMySignOff(app: SharedApp, actor: Actor, id: SignOffId, why: string): Promise<Result<SignOffView, Problem>> {
  return app.store.as(actor, async (tx) => {
    const found = await loadAddressed(tx, id);
    if (!found.ok) return found;
    return (await declineSignOff(tx, id, { why, at: app.clock().toISOString() })) ? told(app, tx, id) : failed(isDecided());
  });
}

/** Takes my own request back; who would have signed no longer sees it. */
export function withdrawMySignOff(app: SharedApp, actor: Actor, id: SignOffId): Promise<Result<SignOffView, Problem>> {
  return app.store.as(actor, async (tx) => {
    const found = await loadSignOff(tx, id);
    if (!found.ok) return found;
    if (found.value.person !== actor.person) return failed(problem('not-allowed', 'Who asked takes it back.', { next: 'You may decline it, with a reason.' }));
    return (await withdrawSignOff(tx, id, app.clock().toISOString())) ? told(app, tx, id) : failed(isDecided());
  });
}

/** New evidence takes a sign-off back. What was written stays; the level no longer holds, and its evidence counts for no other. */
export function reverseMySignOff(app: SharedApp, actor: Actor, id: SignOffId, why: string): Promise<Result<SignOffView, Problem>> {
  return app.store.as(actor, async (tx) => {
    const found = await loadSignOff(tx, id);
    if (!found.ok) return found;
    const records = await readChainOf(tx, id);
    if (!isUnbroken(records))
      return failed(problem('not-allowed', 'The record of earlier sign-offs was changed.', { next: 'Compare it with an export: `rounds sign-off verify`.' }));
    const reversed = reverseSignOff(records, { request: id, by: actor.person, why, now: app.clock().toISOString() });
    if (!reversed.ok) return reversed;
    await appendSignOff(tx, id, reversed.value);
    return told(app, tx, id);
  });
}

async function loadAddressed(tx: Tx, id: SignOffId): Promise<Result<StoredSignOff, Problem>> {
  const found = await loadSignOff(tx, id);
  if (!found.ok) return found;
  const { signer, state } = found.value;
  if (signer !== tx.actor.person) return failed(problem('not-allowed', 'Nobody signs for themselves.', { next: 'Who was asked decides.' }));
  return state === 'open' ? found : failed(isDecided());
}

async function told(app: SharedApp, tx: Tx, id: SignOffId): Promise<Result<SignOffView, Problem>> {
  await tellOfSignOff(tx, id);
  return showWithin(app, tx, id);
}

const isDecided = (): Problem =>
  problem('conflict', 'This request was decided before.', { why: 'It was signed, declined or taken back.', next: 'Make a new one. Nothing was recorded.' });
