/** What a sealed judgement says, after the reveal, about the beliefs its case offered. No model reads anything: only choices count. */
import type { Outcome } from '../../model/case.ts';
import type { Judgement } from '../../model/judgement.ts';
import { misconceptionIdSchema, type MisconceptionId } from '../../model/misconception.ts';
import type { Evidence } from '../../model/misconception-ledger.ts';
import type { Proposition } from '../../model/moment.ts';

export interface JudgementSign {
  readonly misconception: MisconceptionId;
  readonly source: Extract<Evidence['source'], 'distractor' | 'prediction'>;
  readonly direction: Evidence['direction'];
}

/** Above this, in percent, the person expected the proposition to come true; at exactly 50 nothing was expected. */
const EVEN = 50;

/**
 * At most one sign per belief. Only beliefs whose proposition did not come true are looked at: where the world went as the
 * belief has it, choosing it shows nothing. None where the person knew how it ended.
 */
export function readJudgement(judgement: Judgement, { sound, propositions }: Pick<Outcome, 'sound' | 'propositions'>): JudgementSign[] {
  if (judgement.knewOutcome) return [];
  const chosen = propositions.find(({ id, text }) => id === judgement.proposition || text === judgement.proposition);
  const beliefs = new Map<string, Proposition>(propositions.flatMap((one) => (one.belief && one.truth === false ? [[one.belief, one]] : [])));
  return [...beliefs].flatMap(([belief, offered]) => {
    const sign = readSign(judgement, { sound, chosen, offered });
    const misconception = misconceptionIdSchema.safeParse(belief);
    return sign && misconception.success ? [{ misconception: misconception.data, ...sign }] : [];
  });
}

interface Offer {
  readonly sound: boolean;
  readonly chosen: Proposition | undefined;
  readonly offered: Proposition;
}

function readSign({ probability, verdict }: Judgement, { sound, chosen, offered }: Offer): Omit<JudgementSign, 'misconception'> | null {
  const expected = probability === EVEN ? null : probability > EVEN;
  if (chosen?.id === offered.id) {
    if (expected === true) return { source: 'distractor', direction: 'for' };
    if (expected === false) return { source: 'distractor', direction: 'against' };
  } else if (chosen?.truth === true) {
    // The alternatives exclude each other: little chance for what came is much chance for the others.
    if (expected === true) return { source: 'prediction', direction: 'against' };
    if (expected === false) return { source: 'prediction', direction: 'for' };
  }
  return verdict === 'accept' && !sound ? { source: 'prediction', direction: 'for' } : null;
}
