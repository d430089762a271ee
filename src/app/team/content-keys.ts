import type { Problem } from '../../model/problem.ts';
import type { Result } from '../../model/result.ts';

/** Keys that lie outside the database, by name: one for each case, one for an organisation's sealed answers. What a key encrypted is gone when the key is. */
export interface ContentKeys {
  /** Makes the key where there is none yet. `about` names what is encrypted, and must be the same to decrypt it. */
  readonly encrypt: (key: string, about: string, plain: Uint8Array) => Promise<Result<Buffer, Problem>>;
  readonly decrypt: (key: string, about: string, body: Uint8Array) => Promise<Result<Buffer, Problem>>;
  readonly destroy: (key: string) => Promise<Result<void, Problem>>;
}
