import { addSetUpLink } from '../../../store/accounts/set-up-links-table.ts';
import { hashSecret, makeSecret } from '../../../store/accounts/hash-secret.ts';
import { hasOrganisation } from '../../../store/accounts/organisations-table.ts';
import type { AccountsApp } from './accounts-app.ts';

const LINK_DAYS = 7;

/**
 * An address whose opener sets up an organisation and becomes its owner, once. The token stands after the #, so that no server
 * and no log between here and there ever sees it; of it only a hash is kept.
 */
export async function makeSetUpLink({ accounts, clock, publicUrl }: AccountsApp): Promise<string> {
  const token = makeSecret();
  const isFirst = !(await hasOrganisation(accounts));
  await addSetUpLink(accounts, { hash: hashSecret(token), expiresAt: new Date(clock().getTime() + LINK_DAYS * 86_400_000), isFirst });
  return `${publicUrl}/setup#${token}`;
}

/** At the start of a server: the link as long as there is no organisation, null after. */
export async function offerSetUp(app: AccountsApp): Promise<string | null> {
  return (await hasOrganisation(app.accounts)) ? null : makeSetUpLink(app);
}

/** Whether there is an organisation to sign in to. */
export const hasBeenSetUp = ({ accounts }: AccountsApp): Promise<boolean> => hasOrganisation(accounts);
