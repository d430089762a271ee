import type { DrillKind } from '../../model/drill.ts';

/** Slips, each named after what agents really do wrong, and the families by which forms are balanced. */
const FAMILY_BY_OPERATOR = {
  'error-swallowed': 'errors',
  'return-ignored': 'errors',
  'cleanup-removed': 'errors',
  'permission-removed': 'guards',
  'null-not-handled': 'guards',
  'guard-removed': 'guards',
  'condition-inverted': 'conditions',
  'and-for-or': 'conditions',
  'any-for-all': 'conditions',
  'branches-swapped': 'conditions',
  'boundary-off-by-one': 'bounds',
  'sign-turned': 'bounds',
  'extreme-swapped': 'bounds',
  'rounding-changed': 'bounds',
  'wrong-default': 'values',
  'arguments-swapped': 'values',
  'time-zone-lost': 'values',
  'unit-lost': 'values',
  'escaping-lost': 'values',
  'first-match-only': 'values',
  'anchor-lost': 'guards',
  'await-missing': 'order',
  'state-shared': 'order',
  'loop-left-early': 'order',
} as const;

export type Operator = keyof typeof FAMILY_BY_OPERATOR;
export const OPERATORS = Object.keys(FAMILY_BY_OPERATOR) as Operator[];

type OperatorFamily = (typeof FAMILY_BY_OPERATOR)[Operator];

export const isOperator = (name: string): name is Operator => Object.hasOwn(FAMILY_BY_OPERATOR, name);

/** `history` for a bug that was really there: what kind of slip it was, nobody has said. @param about of the drill */
export const toFamily = (kind: DrillKind, about: string): OperatorFamily | 'history' =>
  kind === 'mutation' && isOperator(about) ? FAMILY_BY_OPERATOR[about] : 'history';
