import type { Moment } from '../../src/model/moment.ts';
import { findWith } from '../../src/moments/engine/find-moments.ts';
import { selectRules, type Measured } from '../../src/moments/engine/select-rules.ts';
import type { SessionFacts } from '../../src/moments/facts/facts.ts';
import { RULES } from '../../src/moments/rules/registry.generated.ts';
import { matchAll, projectOf, type Hits, type LabelsByFile } from './gold.ts';

/** How often each rule was right, where it said something. */
export function countRules(hits: Hits<Moment>): Record<string, { right: number; of: number }> {
  const byRule = Map.groupBy(hits, ([{ rule }]) => rule);
  return Object.fromEntries([...byRule].map(([rule, own]) => [rule, { right: own.filter(([, label]) => label !== null).length, of: own.length }]));
}

/** What is printed by default when only these figures are known. */
export function findByDefault(facts: SessionFacts, measured: Measured, { sound = false } = {}): Moment[] {
  const shown = new Set(selectRules(RULES, measured, {}));
  return findWith(RULES, facts, { sound, isShown: (registered) => shown.has(registered) });
}

export const findWithEveryRule = (facts: SessionFacts): Moment[] => findWith(RULES, facts, { sound: false });

export interface HeldOut {
  readonly moments: readonly Moment[];
  /** Rules that the other projects would have held back, by project left out. */
  readonly heldBack: readonly (readonly string[])[];
}

/** Leave one project out: what is printed in each project when the rules to show were chosen on the others. */
export function findHeldOut(sessions: readonly SessionFacts[], labelsByFile: LabelsByFile, measure: (hits: Hits<Moment>) => Measured): HeldOut {
  const projects = [...new Set(sessions.map(({ file }) => projectOf(file)))].toSorted();
  const folds = projects.map((project) => {
    const [own, others] = [sessions.filter(({ file }) => projectOf(file) === project), sessions.filter(({ file }) => projectOf(file) !== project)];
    const measured = measure(matchAll(others.flatMap(findWithEveryRule), labelsByFile));
    return { moments: own.flatMap((facts) => findByDefault(facts, measured)), heldBack: listHeldBack(measured) };
  });
  return { moments: folds.flatMap(({ moments }) => moments), heldBack: folds.map(({ heldBack }) => heldBack) };
}

export const listHeldBack = (measured: Measured): string[] => RULES.filter(({ rule }) => !measured[rule.meta.id]?.shown).map(({ rule }) => rule.meta.id);
