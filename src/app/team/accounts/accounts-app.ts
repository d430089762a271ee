import type { AccountsDatabase } from '../../../store/accounts/accounts-database.ts';
import type { Outbox } from '../mail/outbox.ts';

/** What the use cases of accounts are given. */
export interface AccountsApp {
  readonly accounts: AccountsDatabase;
  readonly clock: () => Date;
  /** Where people reach this server; links lead there. */
  readonly publicUrl: string;
  /** The identity provider this server is set up with. */
  readonly oidcIssuer: string | null;
  /** Null where this server sends no e-mail. */
  readonly outbox: Outbox | null;
}

/** The identity provider's name in addresses and rows: it sends people back to /api/auth/callback/oidc. */
export const OIDC_ID = 'oidc';
