import { problem, type Problem } from '../../../model/problem.ts';
import { failed, ok, type Result } from '../../../model/result.ts';
import { endWeeklyLetters } from '../../../store/accounts/mail-preferences-table.ts';
import type { Letter } from '../../../mail/letter.ts';
import type { AccountsApp } from '../accounts/accounts-app.ts';
import type { ContentKeys } from '../content-keys.ts';

const KEY = 'mail';
const ABOUT = 'unsubscribe';

type UnsubscribeApp = Pick<AccountsApp, 'accounts' | 'clock' | 'publicUrl'> & { readonly keys: Pick<ContentKeys, 'encrypt' | 'decrypt'> };

/** Addresses that end a person's weekly letter and do nothing else, for whoever has the letter: it is asked for without signing in. */
export async function makeUnsubscribe({ keys, publicUrl }: UnsubscribeApp, person: string): Promise<Result<NonNullable<Letter['unsubscribe']>, Problem>> {
  const sealed = await keys.encrypt(KEY, ABOUT, Buffer.from(person));
  if (!sealed.ok) return sealed;
  const token = sealed.value.toString('base64url');
  return ok({ page: `${publicUrl}/unsubscribe#${token}`, oneClick: `${publicUrl}/api/mail/unsubscribe?token=${token}` });
}

export async function unsubscribe({ accounts, clock, keys }: UnsubscribeApp, token: string): Promise<Result<null, Problem>> {
  const person = await keys.decrypt(KEY, ABOUT, Buffer.from(token, 'base64url'));
  if (!person.ok)
    return failed(problem('not-found', 'This link ends nothing.', { why: 'It is not whole, or not of this server.', next: 'Sign in and look into Settings.' }));
  await endWeeklyLetters(accounts, person.value.toString(), clock());
  return ok(null);
}
