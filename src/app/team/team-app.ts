import type { Mailer } from '../../mail/connect-mailer.ts';
import type { Store } from '../../store/connect-store.ts';
import type { ChangeListener } from '../../store/listen-for-changes.ts';
import type { IssuerKeys } from './credentials/issuer-keys.ts';
import type { AccountsApp } from './accounts/accounts-app.ts';
import type { ContentKeys } from './content-keys.ts';

/** What the use cases of shared things are given. Who acts comes with each call. */
export interface SharedApp {
  readonly store: Store;
  readonly keys: ContentKeys;
  readonly clock: () => Date;
}

/** What the use cases of the team server are given: what people shared, by the store's rights; and who they are, by the accounts. */
export interface TeamApp extends AccountsApp, SharedApp {
  readonly changes: ChangeListener;
  readonly issuers: IssuerKeys;
  /** Null where this server sends no e-mail. */
  readonly mailer: Mailer | null;
}
