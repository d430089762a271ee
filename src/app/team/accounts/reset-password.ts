import { toNoPasswordLetter, toPasswordChangedLetter, toResetLetter } from '../mail/letters/password-letters.ts';
import { removePersonalTokens } from '../../../store/accounts/personal-tokens-table.ts';
import { findMembership } from '../../../store/accounts/members-table.ts';
import { hasAccountAt } from '../../../store/accounts/users-table.ts';
import { ok, type Result } from '../../../model/result.ts';
import type { Problem } from '../../../model/problem.ts';
import type { AccountsApp } from './accounts-app.ts';
import { inAccounts } from './in-accounts.ts';

export const RESET_SECONDS = 60 * 60;
/** However often it is asked for, and from wherever: a mailbox is not to be filled by others. */
const ONE_LETTER_MS = 5 * 60_000;

/** Sends the link for a new password to the person's own address. Its token stands after the #, so that no server on the way logs it. */
export async function sendReset(
  { accounts, outbox, publicUrl, clock }: AccountsApp,
  { person, token, provider }: { person: string; token: string; provider: string },
): Promise<Result<boolean, Problem>> {
  const member = await findMembership(accounts, person);
  if (outbox === null || member === null) return ok(false);
  const now = clock().getTime();
  const to = member.email;
  return outbox.put(accounts, {
    kind: 'password-reset',
    person,
    letter: (await hasAccountAt(accounts, person, 'credential'))
      ? toResetLetter({ to, link: `${publicUrl}/reset#${token}` })
      : toNoPasswordLetter({ to, url: publicUrl, provider }),
    reason: `reset ${person} ${Math.floor(now / ONE_LETTER_MS)}`,
    until: new Date(now + RESET_SECONDS * 1000),
  });
}

/** After a new password was set by such a link: what others may still hold opens nothing, and the person is told. */
export function endAccessAfterReset({ accounts, outbox, publicUrl, clock }: AccountsApp, person: string): Promise<Result<boolean, Problem>> {
  return inAccounts(accounts, async (tx) => {
    await removePersonalTokens(tx, person);
    const member = await findMembership(tx, person);
    if (outbox === null || member === null) return ok(false);
    const letter = toPasswordChangedLetter({ to: member.email, url: publicUrl });
    return outbox.put(tx, { kind: 'password-changed', person, letter, until: new Date(clock().getTime() + 2 * 86_400_000) });
  });
}
