import { failed, type Result } from '../../../model/result.ts';
import type { Problem } from '../../../model/problem.ts';
import type { AccountsDatabase } from '../../../store/accounts/accounts-database.ts';

/** Carries a refusal out of a transaction, which only an error rolls back. */
class Refused extends Error {
  readonly problem: Problem;
  constructor(refusal: Problem) {
    super(refusal.what);
    this.problem = refusal;
  }
}

/** All or nothing: where `work` ends with a problem, nothing of it was written. */
export async function inAccounts<T>(accounts: AccountsDatabase, work: (tx: AccountsDatabase) => Promise<Result<T, Problem>>): Promise<Result<T, Problem>> {
  try {
    return await accounts.transaction().execute(async (tx) => {
      const result = await work(tx);
      if (!result.ok) throw new Refused(result.problem);
      return result;
    });
  } catch (error) {
    if (error instanceof Refused) return failed(error.problem);
    throw error;
  }
}
