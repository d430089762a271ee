import type { SharedCase } from '../../model/api/team/cases.ts';
import type { Problem } from '../../model/problem.ts';
import type { Result } from '../../model/result.ts';
import type { CaseId } from '../../model/team/ids.ts';
import type { Pair } from '../../model/team/pair.ts';

/** A share exactly as it travels. `digest` is the SHA-256 of the bytes, in hex: the server knows them by it. */
export interface CasePost {
  readonly bytes: Uint8Array;
  readonly digest: string;
}

/** What sharing needs of the team server. Being unreachable is `cannot-reach`: it may have got the bytes all the same. */
export interface TeamPort {
  /** As a person knows it: host, and port where it is not the usual one. */
  readonly host: string;
  readonly listPairs: () => Promise<Result<readonly Pair[], Problem>>;
  /** The same bytes again give the same case. */
  readonly postCase: (post: CasePost) => Promise<Result<SharedCase, Problem>>;
  /** A case that is forgotten already is forgotten. */
  readonly forgetCase: (id: CaseId) => Promise<Result<null, Problem>>;
}
