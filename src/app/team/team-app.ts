import type { Mailer } from '../../mail/connect-mailer.ts';
import type { Problem } from '../../model/problem.ts';
import type { Result } from '../../model/result.ts';
import type { Store } from '../../store/connect-store.ts';
import type { ChangeListener } from '../../store/listen-for-changes.ts';
import type { IssuerKeys } from './credentials/issuer-keys.ts';
import type { AccountsApp } from './accounts/accounts-app.ts';

/** Keys that lie outside the database, by name: one for each case, one for an organisation's sealed answers. What a key encrypted is gone when the key is. */
export interface ContentKeys {
  /** Makes the key where there is none yet. `about` names what is encrypted, and must be the same to decrypt it. */
  readonly encrypt: (key: string, about: string, plain: Uint8Array) => Promise<Result<Buffer, Problem>>;
  readonly decrypt: (key: string, about: string, body: Uint8Array) => Promise<Result<Buffer, Problem>>;
  readonly destroy: (key: string) => Promise<Result<void, Problem>>;
}

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
