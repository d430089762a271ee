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

/** The rules that run by default when only these figures are known. */
export const findByDefault = (facts: SessionFacts, measured: Measured): Moment[] => findWith(selectRules(RULES, measured, {}), facts, { sound: false });

/** Every rule: one held back for what was measured would otherwise have no figure the next time, and come back. */
export const findWithEveryRule = (facts: SessionFacts): Moment[] => findWith(RULES, facts, { sound: false });

export interface HeldOut {
  readonly moments: readonly Moment[];
  /** Rules that the other projects would have held back, by project left out. */
  readonly heldBack: readonly (readonly string[])[];
}

/** Leave one project out: what is printed in each project when the rules to hold back were chosen on the others. */
export function findHeldOut(sessions: readonly SessionFacts[], labelsByFile: LabelsByFile): HeldOut {
  const projects = [...new Set(sessions.map(({ file }) => projectOf(file)))].toSorted();
  const folds = projects.map((project) => {
    const [own, others] = [sessions.filter(({ file }) => projectOf(file) === project), sessions.filter(({ file }) => projectOf(file) !== project)];
    const measured = countRules(matchAll(others.flatMap(findWithEveryRule), labelsByFile));
    const kept = new Set(selectRules(RULES, measured, {}));
    return { moments: own.flatMap((facts) => findByDefault(facts, measured)), heldBack: RULES.filter((one) => !kept.has(one)).map(({ rule }) => rule.meta.id) };
  });
  return { moments: folds.flatMap(({ moments }) => moments), heldBack: folds.map(({ heldBack }) => heldBack) };
}
