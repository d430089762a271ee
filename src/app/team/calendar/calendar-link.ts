import type { MadeCalendarLink } from '../../../model/api/team/mail.ts';
import { problem, type Problem } from '../../../model/problem.ts';
import { failed, ok, type Result } from '../../../model/result.ts';
import { isZone } from '../../../programme/calendar/zones.ts';
import { findPersonOfCalendar, removeCalendarLink, setCalendarLink } from '../../../store/accounts/calendar-links-table.ts';
import { hashSecret, makeSecret } from '../../../store/accounts/hash-secret.ts';
import { findMailPreference, saveMailPreference } from '../../../store/accounts/mail-preferences-table.ts';
import type { AccountsApp } from '../accounts/accounts-app.ts';
import { identifyPerson } from '../accounts/identify-token.ts';
import { inAccounts } from '../accounts/in-accounts.ts';
import type { Caller } from '../caller.ts';

/** An address at which a calendar program finds the caller's year, told this once. One made before ends with it. */
export async function makeCalendarLink({ accounts, clock, publicUrl }: AccountsApp, caller: Caller, zone: string): Promise<Result<MadeCalendarLink, Problem>> {
  if (caller.byToken) return failed(problem('not-allowed', 'A personal token makes no other keys.', { next: 'Sign in in the browser and make it there.' }));
  if (!isZone(zone)) return failed(problem('bad-input', 'The server knows no such time zone.', { next: 'Choose one like Europe/Berlin.' }));
  const { person } = caller;
  const key = makeSecret();
  return inAccounts(accounts, async (tx) => {
    await setCalendarLink(tx, person, { hash: hashSecret(key), at: clock() });
    // In which place whole days are meant; who said so already is not asked again.
    if ((await findMailPreference(tx, person)) === null) await saveMailPreference(tx, person, { weekly: false, weekday: 1, zone }, clock());
    return ok({ url: `${publicUrl}/api/calendar/${key}.ics` });
  });
}

export async function endCalendarLink({ accounts }: AccountsApp, { person }: Caller): Promise<Result<null, Problem>> {
  return (await removeCalendarLink(accounts, person)) ? ok(null) : failed(problem('not-found', 'You have no such address.'));
}

/** Who asks with this key; null where it is not, or no longer, one. It opens a calendar and nothing else. */
export async function identifyCalendar({ accounts, clock }: AccountsApp, key: string): Promise<Caller | null> {
  const person = await findPersonOfCalendar(accounts, hashSecret(key.replace(/\.ics$/, '')), clock().toISOString().slice(0, 10));
  const owner = person === null ? null : await identifyPerson({ accounts }, person);
  return owner && { ...owner, byToken: true };
}
