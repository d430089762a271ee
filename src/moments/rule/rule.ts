import type { ActivityId } from '../../model/activity.ts';
import type { MomentKind } from '../../model/kind.ts';
import type { DecisionShape } from '../../model/moment.ts';
import type { CodeMatch, Place, SessionFacts } from '../facts/facts.ts';

/** Every rule begins in the nursery. What it is now is measured, and stands in measured.json. */
export type RuleStage = 'nursery' | 'stable';

export interface RuleMeta {
  /** Folder name: `<group>/<rule>` without the group. */
  readonly id: string;
  readonly version: number;
  readonly kind: MomentKind;
  readonly stage: RuleStage;
  /** 3: a preceptor would certainly stop here; 2: probably; 1: minor. */
  readonly worth: 1 | 2 | 3;
  readonly concepts: readonly string[];
  readonly activities: readonly ActivityId[];
  /** Rules that yield to this one on the same place. */
  readonly supersedes?: readonly string[];
  readonly cwe?: readonly number[];
}

/** Where a quoted thing stands. `to` extends it over several places. */
export interface Cited {
  readonly place: Place;
  readonly to?: Place;
  readonly quote: string;
}

/** What a rule reports. Lines, questions, propositions and score are made from it by the engine. */
export interface Candidate {
  /** What a reader would mark; the decision when absent. */
  readonly mark?: { readonly from: Place; readonly to?: Place };
  readonly decision: { readonly from: Place; readonly to?: Place; readonly shape: DecisionShape };
  readonly hindsight?: readonly Cited[];
  readonly evidence: readonly Cited[];
  /** 0 to 1: how likely a careful reader agrees, before the engine's own adjustments. */
  readonly confidence: number;
  readonly worth?: 1 | 2 | 3;
  /** Independent sources that agree (diff, run, human, agent's own words): 1 or more. */
  readonly sources: number;
  readonly paths?: readonly string[];
  /** The changed code it was found in, most telling first: what a scan of plain commits points at. */
  readonly found?: readonly CodeMatch[];
  /** Fills the placeholders of the rule's text. Values are shown as text, never as markup. */
  readonly params: Readonly<Record<string, string>>;
}

export interface Rule {
  readonly meta: RuleMeta;
  readonly find: (facts: SessionFacts) => Iterable<Candidate>;
}

/** The human words of a rule, from its text.md. */
export interface RuleText {
  /** Title with {placeholders} filled from a candidate's params. */
  readonly title: string;
  readonly what: string;
  readonly why: string;
  readonly whatToDo: string;
  readonly references: readonly { readonly label: string; readonly url?: string }[];
}
