import type { Drill } from '../../model/drill.ts';
import type { MiningContext } from './mining-context.ts';
import type { Refusal } from './verify-bug.ts';

/** What became of one kind of candidates. Their number is that of the verified, the refused, those of before and those left. */
export interface MinedStage {
  /** That were found so far: code is looked through in pieces. */
  readonly candidates: number;
  readonly verified: number;
  readonly refused: Readonly<Partial<Record<Refusal, number>>>;
  /** Tried by a mining before this one. */
  readonly known: number;
  /** Not tried, because enough were found or it was stopped. */
  readonly left: number;
}

export const NOTHING_MINED: MinedStage = { candidates: 0, verified: 0, refused: {}, known: 0, left: 0 };

/** Counts what becomes of a stage's candidates while it writes it down. */
export function createStageCount({ keep, refuse }: Pick<MiningContext, 'keep' | 'refuse'>, begun: number) {
  let candidates = begun;
  const refused: Partial<Record<Refusal, number>> = {};
  let verified = 0;
  let known = 0;
  let counted = 0;
  const count = (refusal: Refusal): void => void (refused[refusal] = (refused[refusal] ?? 0) + 1);
  return {
    /** More of them were found. */
    add: (more: number): void => void (candidates += more),
    skip: (): void => {
      known += 1;
      counted += 1;
    },
    keep(key: string, drill: Drill): void {
      counted += 1;
      if (keep(key, drill)) verified += 1;
      else count('the same as another');
    },
    refuse(key: string, refusal: Refusal): void {
      counted += 1;
      refuse(key, refusal);
      count(refusal);
    },
    verified: (): number => verified,
    describe: (): string => `${counted + 1} of ${candidates}, ${verified} kept`,
    finish: (): MinedStage => ({ candidates, verified, refused, known, left: candidates - counted }),
  };
}
