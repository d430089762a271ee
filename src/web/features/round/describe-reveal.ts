import type { Resolution } from '../../../model/api/rounds.ts';
import type { MomentKind } from '../../../model/kind.ts';
import type { Verdict } from '../../../model/judgement.ts';

const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  accept: 'You would have accepted it',
  change: 'You would have asked for a change',
  reject: 'You would have rejected it',
  unsure: 'You left the verdict open',
};

/** The sentence over the reveal: what you said, and whether the decision held. */
export function describeVerdict(verdict: Verdict, sound: boolean): string {
  const end = sound ? 'the decision was sound' : 'the decision did not hold';
  if (verdict === 'unsure') return `${VERDICT_WORDS.unsure}; ${end}.`;
  const fits = (verdict === 'accept') === sound;
  return `${VERDICT_WORDS[verdict]}, ${fits ? 'and' : 'but'} ${end}.`;
}

/** What was given to the statement and what the world said, with the Brier score in words. `who`: a name, or You. */
export function describeResolution({ probability, truth, brier }: Resolution, knewOutcome: boolean, who = 'You'): string {
  const said = `${who} gave it ${probability} %.`;
  if (truth === null) return `${said} The session does not settle it, so it is not scored.`;
  const world = truth ? 'It was true.' : 'It was not true.';
  if (brier === null) return `${said} ${world} ${knewOutcome ? `${who} knew how it ended, so it is not scored.` : 'It is not scored.'}`;
  return `${said} ${world} Brier score ${brier.toFixed(2)}: ${describeBrier(brier)}`;
}

function describeBrier(brier: number): string {
  const scale = '0 is certain and right, 0.25 is what 50 % always earns, 1 is certain and wrong.';
  if (brier <= 0.04) return `close to the best there is. ${scale}`;
  if (brier < 0.24) return `better than a coin. ${scale}`;
  if (brier <= 0.26) return `what a coin would earn. ${scale}`;
  return `worse than a coin; the surprise is worth a thought. ${scale}`;
}

/** Kinds of moment as a person would say them. */
export const KIND_NAMES: Readonly<Record<MomentKind, string>> = {
  'claim-unverified': 'A claim nobody had checked',
  'failure-ignored': 'A failure that was passed over',
  'test-weakened': 'A test made weaker',
  'test-hollow': 'A test that cannot fail',
  'race-or-timing': 'A race, or a matter of timing',
  'error-swallowed': 'An error that was swallowed',
  suppression: 'A warning that was silenced',
  duplication: 'The same logic twice',
  leftover: 'Something left behind',
  security: 'A matter of security',
  'edge-case': 'An edge case that was missed',
  performance: 'A matter of performance',
  design: 'A matter of design',
  scope: 'More, or other, than was asked',
  destructive: 'Something that cannot be undone',
  'guess-loop': 'Guessing in a loop',
  'false-assumption': 'An assumption that was false',
  'human-correction': 'A correction of yours worth keeping',
  'human-question': 'A question of yours worth keeping',
  'human-misconception': 'A belief that did not hold',
  'blind-accept': 'Accepted without a look',
  'good-practice': 'A sound decision',
};

export const describePrecision = (precision: { readonly right: number; readonly of: number } | null): string =>
  precision === null
    ? 'How often this rule is right has not been measured yet.'
    : `Careful readers agreed with this rule in ${precision.right} of ${precision.of} places.`;
