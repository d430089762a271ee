import type { Rule, RuleText } from './rule.ts';

/** A rule with its human words and the group its folder lies in; the generated registry is a list of these. */
export interface RegisteredRule {
  readonly group: string;
  readonly rule: Rule;
  readonly text: RuleText;
}
