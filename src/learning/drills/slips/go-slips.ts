/** Slips of Go. What does not compile falls out when it is run. */
import type { SgNode } from '@ast-grep/napi';
import { loseUnit, removeGuards, swapArguments, swapSign, turnSign, type Slip, type SlipLanguage } from './slip.ts';

const BODIED: ReadonlySet<string> = new Set(['function_declaration', 'method_declaration', 'func_literal']);
const isBodied = (node: SgNode): boolean => BODIED.has(String(node.kind())) && node.field('body') !== null;

const COMPARES = /[=!<>]=|[<>]/;
const ENDS_AN_ERROR = /^(?:err|\w+Err|fmt\.Errorf\([\s\S]*\)|errors\.\w+\([\s\S]*\))$/;
const LEAVES = /^\{\s*(?:return\b[^{}]*|continue|break|panic\([^{}]*\))\s*\}$/;

const LIKE_CALLS: Readonly<Record<string, readonly ['extreme-swapped' | 'rounding-changed', string]>> = {
  max: ['extreme-swapped', 'min'],
  min: ['extreme-swapped', 'max'],
  'math.Max': ['extreme-swapped', 'math.Min'],
  'math.Min': ['extreme-swapped', 'math.Max'],
  'math.Floor': ['rounding-changed', 'math.Ceil'],
  'math.Ceil': ['rounding-changed', 'math.Floor'],
};

const calledBy = (statement: SgNode): string => statement.namedChildren()[0]?.field('function')?.text() ?? '';

const slips: readonly Slip[] = [
  swapSign('boundary-off-by-one', 'binary_expression', { '<': '<=', '<=': '<', '>': '>=', '>=': '>' }),
  swapSign('condition-inverted', 'binary_expression', { '==': '!=', '!=': '==' }),
  swapSign('and-for-or', 'binary_expression', { '&&': '||', '||': '&&' }),
  turnSign('binary_expression', 'int_literal'),
  swapArguments('argument_list'),
  loseUnit('binary_expression'),
  ...(['extreme-swapped', 'rounding-changed'] as const).map((operator): Slip => ({
    operator,
    kinds: ['call_expression'],
    change(node) {
      const called = node.field('function');
      const name = called?.text() ?? '';
      const [of, other] = Object.hasOwn(LIKE_CALLS, name) ? (LIKE_CALLS[name] ?? []) : [];
      return called && of === operator && other !== undefined ? [called, other] : null;
    },
  })),
  { operator: 'loop-left-early', kinds: ['continue_statement'], change: (node) => (node.namedChildren().length === 0 ? [node, 'break'] : null) },
  {
    operator: 'condition-inverted',
    kinds: ['if_statement'],
    change(node) {
      const condition = node.field('condition');
      if (!condition || COMPARES.test(condition.text())) return null;
      const isNegated = condition.kind() === 'unary_expression' && condition.text().startsWith('!');
      return [condition, isNegated ? condition.text().slice(1) : `!(${condition.text()})`];
    },
  },
  {
    // The branch of the error stays, and answers that there is none.
    operator: 'error-swallowed',
    kinds: ['return_statement'],
    change(node) {
      const given = node.namedChildren()[0];
      const last = given?.kind() === 'expression_list' ? given.namedChildren().at(-1) : given;
      return last && ENDS_AN_ERROR.test(last.text()) ? [last, 'nil'] : null;
    },
  },
  { operator: 'cleanup-removed', kinds: ['defer_statement'], change: (node) => [node, ''] },
  {
    operator: 'return-ignored',
    kinds: ['assignment_statement'],
    change(node) {
      const [left, right] = [node.field('left'), node.field('right')];
      const call = right?.namedChildren()[0];
      const isOwn = call?.kind() === 'call_expression' && call.field('arguments')?.namedChildren()[0]?.text() === left?.text();
      return left && isOwn && node.field('operator')?.text() === '=' && left.namedChildren().length === 1 ? [left, '_'] : null;
    },
  },
  ...removeGuards((node) => {
    const isPlain = LEAVES.test(node.field('consequence')?.text() ?? '') && !node.field('alternative') && !node.field('initializer');
    // Without its only use an `err` would not compile.
    return isPlain && !/\berr\b/.test(node.field('condition')?.text() ?? '') ? [node, ''] : null;
  }),
  { operator: 'await-missing', kinds: ['expression_statement'], change: (node) => (calledBy(node).endsWith('.Wait') ? [node, ''] : null) },
  { operator: 'time-zone-lost', kinds: ['selector_expression'], change: (node) => (node.text() === 'time.UTC' ? [node, 'time.Local'] : null) },
  {
    operator: 'time-zone-lost',
    kinds: ['field_identifier'],
    change: (node) => (node.text() === 'UTC' && node.parent()?.parent()?.kind() === 'call_expression' ? [node, 'Local'] : null),
  },
  {
    operator: 'state-shared',
    kinds: ['call_expression'],
    change(node) {
      const called = node.field('function')?.text() ?? '';
      const given = node.field('arguments')?.namedChildren() ?? [];
      if (/^(?:slices|maps)\.Clone$/.test(called) && given.length === 1 && given[0]) return [node, given[0].text()];
      const copied = /^append\(\[\][\w.*]+(?:\(nil\)|\{\}), ?([\w.]+)\.\.\.\)$/.exec(node.text())?.[1];
      return copied === undefined ? null : [node, copied];
    },
  },
];

export const GO_SLIPS: SlipLanguage = { slips, isBodied };
