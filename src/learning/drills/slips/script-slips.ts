/** Slips of JavaScript and TypeScript. */
import type { SgNode } from '@ast-grep/napi';
import { loseUnit, removeGuards, swapArguments, swapSign, toOtherValue, turnSign, type Slip, type SlipLanguage } from './slip.ts';

const DEFAULTS: Readonly<Record<string, string>> = { '0': '1', '1': '0', true: 'false', false: 'true', '[]': '[undefined]', "''": "'0'", '""': '"0"' };
/** Beside these, what makes a new list, and what changes the one that is there. */
const IN_PLACE: Readonly<Record<string, string>> = { toSorted: 'sort', toReversed: 'reverse' };
const LIKE_MEMBERS: Readonly<Record<string, readonly ['any-for-all' | 'extreme-swapped' | 'rounding-changed' | 'first-match-only', string]>> = {
  every: ['any-for-all', 'some'],
  some: ['any-for-all', 'every'],
  max: ['extreme-swapped', 'min'],
  min: ['extreme-swapped', 'max'],
  floor: ['rounding-changed', 'ceil'],
  ceil: ['rounding-changed', 'floor'],
  round: ['rounding-changed', 'floor'],
  trunc: ['rounding-changed', 'round'],
  replaceAll: ['first-match-only', 'replace'],
};
const ESCAPES = /^(?:encodeURIComponent|encodeURI|(?:\w+\.)?(?:escape|quote|encode|sanitize)\w*)$/;
const RELEASES = /^(?:clearTimeout|clearInterval)$|\.(?:close|dispose|destroy|removeEventListener|removeListener|off|unsubscribe|release|unlock|end)$/;

const FUNCTIONS: ReadonlySet<string> = new Set([
  'arrow_function',
  'function_declaration',
  'function_expression',
  'method_definition',
  'generator_function_declaration',
]);
const isBodied = (node: SgNode): boolean => FUNCTIONS.has(String(node.kind())) && node.field('body')?.kind() === 'statement_block';
const isInFunction = (node: SgNode): boolean => node.ancestors().some(isBodied);
const hasStatements = (body: SgNode | null): boolean => body !== null && body.namedChildren().some((child) => child.kind() !== 'comment');

const slips: readonly Slip[] = [
  swapSign('boundary-off-by-one', 'binary_expression', { '<': '<=', '<=': '<', '>': '>=', '>=': '>' }),
  swapSign('condition-inverted', 'binary_expression', { '===': '!==', '!==': '===', '==': '!=', '!=': '==' }),
  swapSign('and-for-or', 'binary_expression', { '&&': '||', '||': '&&' }),
  turnSign('binary_expression', 'number'),
  swapArguments('arguments'),
  loseUnit('binary_expression'),
  {
    operator: 'branches-swapped',
    kinds: ['ternary_expression'],
    change(node) {
      const [condition, yes, no] = [node.field('condition'), node.field('consequence'), node.field('alternative')];
      return condition && yes && no ? [node, `${condition.text()} ? ${no.text()} : ${yes.text()}`] : null;
    },
  },
  ...(['any-for-all', 'extreme-swapped', 'rounding-changed', 'first-match-only'] as const).map((operator): Slip => ({
    operator,
    kinds: ['property_identifier'],
    change(node) {
      const [of, other] = Object.hasOwn(LIKE_MEMBERS, node.text()) ? (LIKE_MEMBERS[node.text()] ?? []) : [];
      return of === operator && other !== undefined && node.parent()?.parent()?.kind() === 'call_expression' ? [node, other] : null;
    },
  })),
  {
    operator: 'first-match-only',
    kinds: ['regex_flags'],
    change: (node) => (node.text().includes('g') && node.text().length > 1 ? [node, node.text().replace('g', '')] : null),
  },
  {
    operator: 'first-match-only',
    kinds: ['regex'],
    change: (node) => (node.text().endsWith('/g') ? [node, node.text().slice(0, -1)] : null),
  },
  {
    operator: 'anchor-lost',
    kinds: ['regex_pattern'],
    change(node) {
      const text = node.text();
      if (text.startsWith('^') && !text.includes('|') && text.length > 1) return [node, text.slice(1)];
      return /[^\\]\$$/.test(text) && !text.includes('|') ? [node, text.slice(0, -1)] : null;
    },
  },
  {
    // What is handed to a reader is no longer made safe for it.
    operator: 'escaping-lost',
    kinds: ['call_expression'],
    change(node) {
      const [given, ...more] = node.field('arguments')?.namedChildren() ?? [];
      return given && more.length === 0 && ESCAPES.test(node.field('function')?.text() ?? '') ? [node, given.text()] : null;
    },
  },
  { operator: 'loop-left-early', kinds: ['continue_statement'], change: (node) => (node.namedChildren().length === 0 ? [node, 'break;'] : null) },
  {
    operator: 'condition-inverted',
    kinds: ['if_statement'],
    change(node) {
      const condition = node.field('condition');
      // A comparison has its own slip.
      return condition && !/[=!]==?/.test(condition.text()) ? [condition, `(!${condition.text()})`] : null;
    },
  },
  { operator: 'error-swallowed', kinds: ['throw_statement'], change: (node) => (isInFunction(node) ? [node, 'return;'] : null) },
  {
    operator: 'error-swallowed',
    kinds: ['catch_clause'],
    change(node) {
      const body = node.field('body');
      return body && hasStatements(body) ? [body, '{}'] : null;
    },
  },
  {
    operator: 'cleanup-removed',
    kinds: ['finally_clause'],
    change(node) {
      const body = node.field('body');
      return body && hasStatements(body) ? [body, '{}'] : null;
    },
  },
  {
    operator: 'cleanup-removed',
    kinds: ['expression_statement'],
    change(node) {
      const call = node.namedChildren()[0];
      return call?.kind() === 'call_expression' && RELEASES.test(call.field('function')?.text() ?? '') ? [node, ';'] : null;
    },
  },
  {
    // `name = name.trim()` without the first half: what it returns is lost.
    operator: 'return-ignored',
    kinds: ['assignment_expression'],
    change(node) {
      const [left, right] = [node.field('left'), node.field('right')];
      const of = right?.kind() === 'call_expression' ? right.field('function')?.field('object')?.text() : undefined;
      return node.parent()?.kind() === 'expression_statement' && left && right && of === left.text() ? [node, right.text()] : null;
    },
  },
  {
    operator: 'null-not-handled',
    kinds: ['optional_chain'],
    change(node) {
      const isMember = node.parent()?.kind() === 'member_expression' && node.next()?.kind() !== '[';
      return isMember ? [node, '.'] : null;
    },
  },
  ...removeGuards((node) => {
    // One that leaves at once, with nothing else to do.
    const leaves = /^\{?\s*(?:(?:return|throw)\b[^;{}]*|continue|break);?\s*\}?$/.test(node.field('consequence')?.text() ?? '');
    return leaves && !node.field('alternative') ? [node, ';'] : null;
  }),
  { operator: 'await-missing', kinds: ['await_expression'], change: (node) => [node, node.text().replace(/^await\s+/, '')] },
  {
    operator: 'wrong-default',
    kinds: ['binary_expression'],
    change: (node) => (['??', '||'].includes(node.field('operator')?.text() ?? '') ? toOtherValue(node.field('right'), DEFAULTS) : null),
  },
  { operator: 'wrong-default', kinds: ['assignment_pattern', 'object_assignment_pattern'], change: (node) => toOtherValue(node.field('right'), DEFAULTS) },
  { operator: 'wrong-default', kinds: ['required_parameter', 'optional_parameter'], change: (node) => toOtherValue(node.field('value'), DEFAULTS) },
  {
    operator: 'time-zone-lost',
    kinds: ['property_identifier'],
    change: (node) => (/^[gs]etUTC[A-Z]/.test(node.text()) ? [node, node.text().replace('UTC', '')] : null),
  },
  {
    operator: 'state-shared',
    kinds: ['array', 'object'],
    change(node) {
      const [only, ...rest] = node.namedChildren();
      const copied = only?.kind() === 'spread_element' && rest.length === 0 ? only.namedChildren()[0] : undefined;
      return copied && ['identifier', 'member_expression'].includes(String(copied.kind())) ? [node, copied.text()] : null;
    },
  },
  {
    operator: 'state-shared',
    kinds: ['call_expression'],
    change(node) {
      const given = node.field('arguments')?.namedChildren() ?? [];
      if (node.field('function')?.text() === 'structuredClone' && given[0] && given.length === 1) return [node, given[0].text()];
      const copied = node.field('function')?.field('object');
      return copied && given.length === 0 && node.field('function')?.field('property')?.text() === 'slice' ? [node, copied.text()] : null;
    },
  },
  {
    operator: 'state-shared',
    kinds: ['property_identifier'],
    change: (node) => (node.parent()?.kind() === 'member_expression' ? toOtherValue(node, IN_PLACE) : null),
  },
];

export const SCRIPT_SLIPS: SlipLanguage = { slips, isBodied };
