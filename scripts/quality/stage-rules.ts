/** Which rules are stable, and which are printed by default: docs/decisions/0012-a-stage-is-measured.md says why, and where the numbers come from. */
import type { RegisteredRule } from '../../src/moments/rule/registered-rule.ts';
import type { RuleStage } from '../../src/moments/rule/rule.ts';
import type { Share } from './share.ts';

/** What was judged of one rule. */
export interface RuleEvidence {
  /** Moments in sessions that readers who did not know it had marked, or would stop at. */
  readonly read: Share;
  /** Findings in diffs with an injected defect; those in ordinary commits count as wrong. */
  readonly diffs: Share;
}

export interface RuleStanding {
  readonly stage: RuleStage;
  /** Printed by default. */
  readonly shown: boolean;
  readonly family: string;
  /** Of all rules of the family, in sessions. */
  readonly familyRead: Share;
  /** Of the precision, shrunk towards the family: where it most likely lies at least. */
  readonly low: number;
}

const ENOUGH_PLACES = 20;
const STABLE_PRECISION = 0.55;
/** A family speaks as loudly as this many places of the rule's own. */
const FAMILY_WEIGHT = 10;
/** One-sided 90 %. */
const Z = 1.28;
const LEAST_LOW = 0.45;
/** From so many readers' places of its own a rule that was mostly wrong is out, whatever diffs and family say. */
const ENOUGH_TO_REFUTE = 4;
const REFUTED_BELOW = 0.5;

/** Rules of one kind are those that look at one sort of thing. By folder; the rest look at what a change contains. */
const FAMILY_BY_GROUP: Readonly<Record<string, string>> = {
  human: 'what the person says',
  claims: 'claims beside runs',
  hindsight: 'judged by what came later',
  edges: 'judged by what came later',
  review: 'judged by what came later',
  process: 'steps taken',
  scope: 'steps taken',
  commands: 'steps taken',
  design: 'steps taken',
  sound: 'sound decisions',
};
const familyOf = ({ group }: RegisteredRule): string => FAMILY_BY_GROUP[group] ?? 'what a change contains';

const NOTHING: RuleEvidence = { read: { right: 0, of: 0 }, diffs: { right: 0, of: 0 } };
const add = (a: Share, b: Share): Share => ({ right: a.right + b.right, of: a.of + b.of });
const isAtLeast = ({ right, of }: Share, precision: number): boolean => right >= precision * of;

/** Standing of every rule, by id. */
export function stageRules(rules: readonly RegisteredRule[], evidenceById: Readonly<Record<string, RuleEvidence>>): Record<string, RuleStanding> {
  const evidenceOf = ({ rule }: RegisteredRule): RuleEvidence => evidenceById[rule.meta.id] ?? NOTHING;
  const readByFamily = new Map<string, Share>();
  for (const one of rules) readByFamily.set(familyOf(one), add(readByFamily.get(familyOf(one)) ?? NOTHING.read, evidenceOf(one).read));
  return Object.fromEntries(
    rules.map((one) => {
      const family = familyOf(one);
      return [one.rule.meta.id, toStanding(family, readByFamily.get(family) ?? NOTHING.read, evidenceOf(one))];
    }),
  );
}

function toStanding(family: string, familyRead: Share, { read, diffs }: RuleEvidence): RuleStanding {
  const own = add(read, diffs);
  const low = toLow(own, familyRead);
  const refuted = read.of >= ENOUGH_TO_REFUTE && !isAtLeast(read, REFUTED_BELOW);
  const stable = !refuted && own.of >= ENOUGH_PLACES && isAtLeast(own, STABLE_PRECISION);
  const shown = stable || (!refuted && familyRead.of >= ENOUGH_PLACES && low >= LEAST_LOW);
  return { stage: stable ? 'stable' : 'nursery', shown, family, familyRead, low: Math.round(low * 100) / 100 };
}

/** Lower bound of a share that starts from its family's: mean and spread of a beta distribution, taken as normal. */
function toLow(own: Share, family: Share): number {
  if (family.of === 0) return 0;
  const places = own.of + FAMILY_WEIGHT;
  const mean = (own.right + (FAMILY_WEIGHT * family.right) / family.of) / places;
  return mean - Z * Math.sqrt((mean * (1 - mean)) / (places + 1));
}
