import type { SgNode } from '@ast-grep/napi';
import type { Operator } from '../operators.ts';

/** One way to put a mistake into code over its syntax. */
export interface Slip {
  readonly operator: Operator;
  readonly kinds: readonly string[];
  /** The node to replace, and by what; null where the slip does not fit. */
  readonly change: (node: SgNode) => readonly [SgNode, string] | null;
}

/** The slips of one language, and its functions that have a body. */
export interface SlipLanguage {
  readonly slips: readonly Slip[];
  readonly isBodied: (node: SgNode) => boolean;
}

/** Replaces the operator between two sides by its like. */
export const swapSign = (operator: Operator, kind: string, signs: Readonly<Record<string, string>>): Slip => ({
  operator,
  kinds: [kind],
  change(node) {
    const sign = node.field('operator');
    const other = sign && Object.hasOwn(signs, sign.text()) ? signs[sign.text()] : undefined;
    return sign && other !== undefined ? [sign, other] : null;
  },
});

/** `+` may join texts: only beside a number is it an addition for sure. */
export const turnSign = (kind: string, number: string): Slip => ({
  operator: 'sign-turned',
  kinds: [kind],
  change(node) {
    const sign = node.field('operator');
    const isSum = ['left', 'right'].some((side) => node.field(side)?.kind() === number);
    if (!sign || !isSum) return null;
    return sign.text() === '+' ? [sign, '-'] : sign.text() === '-' ? [sign, '+'] : null;
  },
});

/** Exactly two plain names, the other way round. */
export const swapArguments = (kind: string): Slip => ({
  operator: 'arguments-swapped',
  kinds: [kind],
  change(node) {
    const given = node.namedChildren();
    const [first, second] = given;
    const isPlain = given.length === 2 && given.every((one) => one.kind() === 'identifier') && first?.text() !== second?.text();
    return isPlain ? [node, `(${second?.text()}, ${first?.text()})`] : null;
  },
});

/** Another value of the same type, where the table has one. */
export function toOtherValue(value: SgNode | null, others: Readonly<Record<string, string>>): readonly [SgNode, string] | null {
  const other = value && Object.hasOwn(others, value.text()) ? others[value.text()] : undefined;
  return value && other !== undefined ? [value, other] : null;
}

/** A factor that turns one unit into another is left away: seconds stay where milliseconds are meant. */
export const loseUnit = (kind: string): Slip => ({
  operator: 'unit-lost',
  kinds: [kind],
  change(node) {
    const [left, right] = [node.field('left'), node.field('right')];
    const isUnit =
      ['*', '/'].includes(node.field('operator')?.text() ?? '') && /^(?:60|100|1000|1_000|1024|3600|86400|1e3|60_000|3_600_000)$/.test(right?.text() ?? '');
    return left && isUnit ? [node, left.text()] : null;
  },
});

const PERMISSION = /allow|permi|authori[sz]|forbid|owner|tenant|admin|\brole|\bcan[A-Z_]|\bmay[A-Z_]|has_?access/i;
const ABSENCE = /\bnull\b|\bundefined\b|\bNone\b|\bnil\b|^\(?\s*(?:!|not )\s*[\w.]+\s*\)?$/;

/** What a guard keeps out, from its condition alone: who may not, what is not there, or anything else. */
export function nameGuard(condition: string): Operator {
  if (PERMISSION.test(condition)) return 'permission-removed';
  return ABSENCE.test(condition) ? 'null-not-handled' : 'guard-removed';
}

/** The three names a removed guard may have, each by a slip of its own. */
export const removeGuards = (find: (node: SgNode) => readonly [SgNode, string] | null): Slip[] =>
  (['permission-removed', 'null-not-handled', 'guard-removed'] as const).map((operator) => ({
    operator,
    kinds: ['if_statement'],
    change: (node) => (nameGuard(node.field('condition')?.text() ?? '') === operator ? find(node) : null),
  }));
