import type { Store } from '../../store/connect-store.ts';
import type { AccountsApp } from './accounts/accounts-app.ts';

/** What the use cases of the team server are given: what people shared, by the store's rights; and who they are, by the accounts. */
export interface TeamApp extends AccountsApp {
  readonly store: Store;
}
