import { createIssuerKey, type IssuerKey } from '../../../credentials/badge/sign-credential.ts';
import type { Problem } from '../../../model/problem.ts';
import { ok, type Result } from '../../../model/result.ts';
import type { Keys } from '../../../store/keys/open-keys.ts';

/** The key an organisation signs its credentials with: made the first time it is asked for, and never again once destroyed. */
export type IssuerKeys = (organisation: string) => Promise<Result<IssuerKey, Problem>>;

/** It lies with the other keys, outside the database. Read anew each time, so that a key that was destroyed signs nothing more. */
export const createIssuerKeys =
  (keys: Pick<Keys, 'createKey'>): IssuerKeys =>
  async (organisation) => {
    const seed = await keys.createKey(`issuer-${organisation}`);
    return seed.ok ? ok(await createIssuerKey(seed.value)) : seed;
  };
