/** Slips of Python. */
import type { SgNode } from '@ast-grep/napi';
import { loseUnit, removeGuards, swapArguments, swapSign, toOtherValue, turnSign, type Slip, type SlipLanguage } from './slip.ts';

const DEFAULTS: Readonly<Record<string, string>> = { '0': '1', '1': '0', True: 'False', False: 'True', '[]': '[None]', "''": "'0'", '""': '"0"' };
const BOUNDS: Readonly<Record<string, string>> = { '<': '<=', '<=': '<', '>': '>=', '>=': '>' };
const INVERSE: Readonly<Record<string, string>> = { '==': '!=', '!=': '==', is: 'is not', 'is not': 'is', in: 'not in', 'not in': 'in' };
const FROM_UTC: Readonly<Record<string, string>> = { utcnow: 'now', utcfromtimestamp: 'fromtimestamp', gmtime: 'localtime', timegm: 'mktime' };
const LIKE_CALLS: Readonly<Record<string, readonly ['any-for-all' | 'extreme-swapped' | 'rounding-changed', string]>> = {
  all: ['any-for-all', 'any'],
  any: ['any-for-all', 'all'],
  max: ['extreme-swapped', 'min'],
  min: ['extreme-swapped', 'max'],
  'math.floor': ['rounding-changed', 'math.ceil'],
  'math.ceil': ['rounding-changed', 'math.floor'],
  round: ['rounding-changed', 'int'],
};
const ESCAPES = /^(?:(?:\w+\.)*(?:escape|quote|quote_plus|urlencode|sanitize\w*))$/;
const COPIES = /^(?:list|dict|set|copy\.copy|copy\.deepcopy|deepcopy)$/;
const RELEASES = /\.(?:close|release|unlink|cleanup|shutdown|join|disconnect|terminate)$/;
const LEAVES: ReadonlySet<string> = new Set(['return_statement', 'continue_statement', 'break_statement', 'raise_statement']);

const isBodied = (node: SgNode): boolean => node.kind() === 'function_definition';
const isInFunction = (node: SgNode): boolean => node.ancestors().some(isBodied);
const blockOf = (node: SgNode): SgNode | null => node.namedChildren().find((child) => child.kind() === 'block') ?? null;

const emptyBlock = (node: SgNode): readonly [SgNode, string] | null => {
  const block = blockOf(node);
  return block && !/^(?:pass|raise)$/.test(block.text().trim()) ? [block, 'pass'] : null;
};

/** The sign between two sides; null in a chain such as `a < b < c`, whose middle belongs to both. */
function signOf(node: SgNode): SgNode | null {
  const [sign, ...more] = node.children().filter((child) => !child.isNamed());
  return sign && more.length === 0 ? sign : null;
}

const compare = (operator: 'boundary-off-by-one' | 'condition-inverted', signs: Readonly<Record<string, string>>): Slip => ({
  operator,
  kinds: ['comparison_operator'],
  change: (node) => toOtherValue(signOf(node), signs),
});

const slips: readonly Slip[] = [
  compare('boundary-off-by-one', BOUNDS),
  compare('condition-inverted', INVERSE),
  swapSign('and-for-or', 'boolean_operator', { and: 'or', or: 'and' }),
  turnSign('binary_operator', 'integer'),
  swapArguments('argument_list'),
  loseUnit('binary_operator'),
  {
    operator: 'branches-swapped',
    kinds: ['conditional_expression'],
    change(node) {
      const [yes, condition, no] = node.namedChildren();
      return yes && condition && no ? [node, `${no.text()} if ${condition.text()} else ${yes.text()}`] : null;
    },
  },
  ...(['any-for-all', 'extreme-swapped', 'rounding-changed'] as const).map((operator): Slip => ({
    operator,
    kinds: ['call'],
    change(node) {
      const called = node.field('function');
      const name = called?.text() ?? '';
      const [of, other] = Object.hasOwn(LIKE_CALLS, name) ? (LIKE_CALLS[name] ?? []) : [];
      return called && of === operator && other !== undefined ? [called, other] : null;
    },
  })),
  {
    operator: 'first-match-only',
    kinds: ['call'],
    change(node) {
      const given = node.field('arguments');
      const isReplace = node.field('function')?.field('attribute')?.text() === 'replace' && given?.namedChildren().length === 2;
      return given && isReplace ? [given, `${given.text().slice(0, -1)}, 1)`] : null;
    },
  },
  {
    // What is handed to a reader is no longer made safe for it.
    operator: 'escaping-lost',
    kinds: ['call'],
    change(node) {
      const [given, ...more] = node.field('arguments')?.namedChildren() ?? [];
      return given && more.length === 0 && ESCAPES.test(node.field('function')?.text() ?? '') ? [node, given.text()] : null;
    },
  },
  { operator: 'loop-left-early', kinds: ['continue_statement'], change: (node) => [node, 'break'] },
  {
    operator: 'boundary-off-by-one',
    kinds: ['call'],
    change(node) {
      const last = node.field('function')?.text() === 'range' ? node.field('arguments')?.namedChildren().slice(0, 2).at(-1) : undefined;
      return last && last.kind() !== 'integer' ? [last, `${last.text()} - 1`] : null;
    },
  },
  {
    operator: 'condition-inverted',
    kinds: ['if_statement'],
    change(node) {
      const condition = node.field('condition');
      if (!condition || condition.kind() === 'comparison_operator') return null;
      return [condition, condition.kind() === 'not_operator' ? condition.text().replace(/^not\s+/, '') : `not (${condition.text()})`];
    },
  },
  { operator: 'error-swallowed', kinds: ['raise_statement'], change: (node) => (isInFunction(node) ? [node, 'return'] : null) },
  { operator: 'error-swallowed', kinds: ['except_clause'], change: emptyBlock },
  { operator: 'cleanup-removed', kinds: ['finally_clause'], change: emptyBlock },
  {
    operator: 'cleanup-removed',
    kinds: ['expression_statement'],
    change(node) {
      const call = node.namedChildren()[0];
      return call?.kind() === 'call' && RELEASES.test(call.field('function')?.text() ?? '') ? [node, 'pass'] : null;
    },
  },
  {
    operator: 'return-ignored',
    kinds: ['assignment'],
    change(node) {
      const [left, right] = [node.field('left'), node.field('right')];
      const of = right?.kind() === 'call' ? right.field('function')?.field('object')?.text() : undefined;
      return left && right && of === left.text() ? [node, right.text()] : null;
    },
  },
  ...removeGuards((node) => {
    const statements = (node.field('consequence')?.namedChildren() ?? []).filter((child) => child.kind() !== 'comment');
    const leaves = statements.length === 1 && LEAVES.has(String(statements[0]?.kind()));
    return leaves && !node.field('alternative') ? [node, 'pass'] : null;
  }),
  { operator: 'await-missing', kinds: ['await'], change: (node) => [node, node.text().replace(/^await\s+/, '')] },
  { operator: 'wrong-default', kinds: ['default_parameter', 'typed_default_parameter'], change: (node) => toOtherValue(node.field('value'), DEFAULTS) },
  {
    operator: 'wrong-default',
    kinds: ['boolean_operator'],
    change: (node) => (node.field('operator')?.text() === 'or' ? toOtherValue(node.field('right'), DEFAULTS) : null),
  },
  {
    operator: 'wrong-default',
    kinds: ['call'],
    change(node) {
      const given = node.field('arguments')?.namedChildren() ?? [];
      const isLookUp = node.field('function')?.field('attribute')?.text() === 'get' && given.length === 2;
      return isLookUp ? toOtherValue(given[1] ?? null, DEFAULTS) : null;
    },
  },
  { operator: 'time-zone-lost', kinds: ['identifier'], change: (node) => (node.parent()?.kind() === 'attribute' ? toOtherValue(node, FROM_UTC) : null) },
  {
    operator: 'time-zone-lost',
    kinds: ['argument_list'],
    change: (node) => (/^\((?:tz=)?(?:datetime\.)?(?:timezone\.utc|UTC)\)$/.test(node.text()) ? [node, '()'] : null),
  },
  {
    operator: 'state-shared',
    kinds: ['call'],
    change(node) {
      const called = node.field('function');
      const given = node.field('arguments')?.namedChildren() ?? [];
      const [only] = given;
      if (only && given.length === 1 && only.kind() === 'identifier' && COPIES.test(called?.text() ?? '')) return [node, only.text()];
      const copied = called?.field('object');
      return copied && given.length === 0 && called?.field('attribute')?.text() === 'copy' ? [node, copied.text()] : null;
    },
  },
];

export const PYTHON_SLIPS: SlipLanguage = { slips, isBodied };
