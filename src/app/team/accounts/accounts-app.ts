import type { AccountsDatabase } from '../../../store/accounts/accounts-database.ts';

/** What the use cases of accounts are given. */
export interface AccountsApp {
  readonly accounts: AccountsDatabase;
  readonly clock: () => Date;
  /** Where people reach this server; links lead there. */
  readonly publicUrl: string;
  /** The identity provider this server is set up with. */
  readonly oidcIssuer: string | null;
}

/** The identity provider's name in addresses and rows: it sends people back to /api/auth/callback/oidc. */
export const OIDC_ID = 'oidc';
