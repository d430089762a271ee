import type { RegisteredRule } from '../moments/rule/registered-rule.ts';
import { RULES } from '../moments/rules/registry.generated.ts';

/** Null for a rule that this version does not have any more. */
export const findRule = (id: string): RegisteredRule | null => RULES.find(({ rule }) => rule.meta.id === id) ?? null;
