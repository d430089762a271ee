import type { Resolution } from '../model/api/rounds.ts';
import type { Outcome } from '../model/case.ts';
import type { Judgement, Verdict } from '../model/judgement.ts';

/**
 * How a sealed judgement did. Brier score of the one proposition (G. W. Brier, 1950, for two outcomes): (p - truth)^2 with p in
 * 0..1, 0 is best, 0.25 is what 50 % always earns. Null while the world has not settled it (a proposition the person wrote
 * is settled by none yet), and null where the person knew how it ended, so that no path can count it for calibration.
 */
export function resolveJudgement(judgement: Judgement, outcome: Pick<Outcome, 'sound' | 'propositions'>): Resolution {
  const chosen = outcome.propositions.find(({ id, text }) => id === judgement.proposition || text === judgement.proposition);
  const truth = chosen?.truth ?? null;
  return {
    proposition: chosen?.text ?? judgement.proposition,
    probability: judgement.probability,
    truth,
    brier: truth === null || judgement.knewOutcome ? null : brierScore(judgement.probability, truth),
    verdictFits: fitsDecision(judgement.verdict, outcome.sound),
  };
}

function brierScore(percent: number, truth: boolean): number {
  return (percent / 100 - (truth ? 1 : 0)) ** 2;
}

/** Asking for a change to a sound decision is a false alarm as rejecting it is: it would not have gone through as it was. */
function fitsDecision(verdict: Verdict, sound: boolean): boolean | null {
  return verdict === 'unsure' ? null : (verdict === 'accept') === sound;
}
