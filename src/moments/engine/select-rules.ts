import type { RegisteredRule } from '../rule/registered-rule.ts';

/** What `npm run quality` found of each rule, as far as running it goes. */
export type Measured = Readonly<Record<string, { readonly shown: boolean }>>;

/** The rules whose moments are printed: those measured to be worth it, or all where asked for. Why: docs/decisions/0012-a-stage-is-measured.md. */
export function selectRules(rules: readonly RegisteredRule[], measured: Measured, { nursery }: { nursery?: boolean }): RegisteredRule[] {
  return rules.filter(({ rule: { meta } }) => nursery || measured[meta.id]?.shown);
}
