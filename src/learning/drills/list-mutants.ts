/** Slips put into code over its syntax, each named after what agents really do wrong. JavaScript and TypeScript only. */
import type { SgNode } from '@ast-grep/napi';

export const OPERATORS = [
  'boundary-off-by-one',
  'condition-inverted',
  'error-swallowed',
  'null-not-handled',
  'await-missing',
  'wrong-default',
  'and-for-or',
  'arguments-swapped',
  'sign-turned',
] as const;
export type Operator = (typeof OPERATORS)[number];

export interface Mutant {
  readonly operator: Operator;
  /** Offsets in the text, in UTF-16 units, of what is replaced. */
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
  /** The innermost function with a body around it, as offsets; null at the top of a file. */
  readonly within: { readonly start: number; readonly end: number } | null;
}

interface Slip {
  readonly operator: Operator;
  readonly kinds: readonly string[];
  /** The node to replace, and by what; null where the slip does not fit. */
  readonly change: (node: SgNode) => readonly [SgNode, string] | null;
}

const signOf = (node: SgNode): SgNode | null => node.field('operator') ?? null;

const swapSign = (operator: Operator, signs: Readonly<Record<string, string>>): Slip => ({
  operator,
  kinds: ['binary_expression'],
  change(node) {
    const sign = signOf(node);
    const other = sign && Object.hasOwn(signs, sign.text()) ? signs[sign.text()] : undefined;
    return sign && other !== undefined ? [sign, other] : null;
  },
});

const DEFAULTS: Readonly<Record<string, string>> = { '0': '1', '1': '0', true: 'false', false: 'true', '[]': '[undefined]', "''": "'0'" };
const toOtherDefault = (value: SgNode | null): readonly [SgNode, string] | null => {
  const other = value && Object.hasOwn(DEFAULTS, value.text()) ? DEFAULTS[value.text()] : undefined;
  return value && other !== undefined ? [value, other] : null;
};

const SLIPS: readonly Slip[] = [
  swapSign('boundary-off-by-one', { '<': '<=', '<=': '<', '>': '>=', '>=': '>' }),
  swapSign('condition-inverted', { '===': '!==', '!==': '===', '==': '!=', '!=': '==' }),
  swapSign('and-for-or', { '&&': '||', '||': '&&' }),
  {
    operator: 'sign-turned',
    kinds: ['binary_expression'],
    change(node) {
      const sign = signOf(node);
      // `+` may join texts: only beside a number is it an addition for sure.
      const isSum = ['left', 'right'].some((side) => node.field(side)?.kind() === 'number');
      if (!sign || !isSum) return null;
      return sign.text() === '+' ? [sign, '-'] : sign.text() === '-' ? [sign, '+'] : null;
    },
  },
  {
    operator: 'condition-inverted',
    kinds: ['if_statement'],
    change(node) {
      const condition = node.field('condition');
      // A comparison has its own slip.
      return condition && !/[=!]==?/.test(condition.text()) ? [condition, `(!${condition.text()})`] : null;
    },
  },
  {
    operator: 'error-swallowed',
    kinds: ['throw_statement'],
    change: (node) => (isInFunction(node) ? [node, 'return;'] : null),
  },
  {
    operator: 'error-swallowed',
    kinds: ['catch_clause'],
    change(node) {
      const body = node.field('body');
      return body && body.namedChildren().some((child) => child.kind() !== 'comment') ? [body, '{}'] : null;
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
  {
    operator: 'null-not-handled',
    kinds: ['if_statement'],
    change(node) {
      // A guard: one that leaves at once, with nothing else to do.
      const leaves = /^\{?\s*(?:return\b[^;{}]*|continue|break);?\s*\}?$/.test(node.field('consequence')?.text() ?? '');
      return leaves && !node.field('alternative') && /null|undefined|\(!\w/.test(node.field('condition')?.text() ?? '') ? [node, ';'] : null;
    },
  },
  {
    operator: 'await-missing',
    kinds: ['await_expression'],
    change: (node) => [node, node.text().replace(/^await\s+/, '')],
  },
  {
    operator: 'wrong-default',
    kinds: ['binary_expression'],
    change: (node) => (['??', '||'].includes(signOf(node)?.text() ?? '') ? toOtherDefault(node.field('right')) : null),
  },
  {
    operator: 'wrong-default',
    kinds: ['assignment_pattern', 'object_assignment_pattern'],
    change: (node) => toOtherDefault(node.field('right')),
  },
  { operator: 'wrong-default', kinds: ['required_parameter', 'optional_parameter'], change: (node) => toOtherDefault(node.field('value')) },
  {
    operator: 'arguments-swapped',
    kinds: ['arguments'],
    change(node) {
      const given = node.namedChildren();
      const [first, second] = given;
      const isPlain = given.length === 2 && given.every((one) => one.kind() === 'identifier') && first?.text() !== second?.text();
      return isPlain ? [node, `(${second?.text()}, ${first?.text()})`] : null;
    },
  },
];

const FUNCTIONS: ReadonlySet<string> = new Set([
  'arrow_function',
  'function_declaration',
  'function_expression',
  'method_definition',
  'generator_function_declaration',
]);

const isBodied = (node: SgNode): boolean => FUNCTIONS.has(String(node.kind())) && node.field('body')?.kind() === 'statement_block';
const isInFunction = (node: SgNode): boolean => node.ancestors().some(isBodied);

/** Every slip that fits, in the order of the text. Types alone and imports are left as they are. */
export function listMutants(root: SgNode): Mutant[] {
  const found = SLIPS.flatMap(({ operator, kinds, change }) =>
    kinds.flatMap((kind) =>
      root.findAll({ rule: { kind } }).flatMap((node): Mutant[] => {
        const changed = change(node);
        if (changed === null) return [];
        const { start, end } = changed[0].range();
        return [{ operator, start: start.index, end: end.index, replacement: changed[1], within: findFunction(node) }];
      }),
    ),
  );
  return found.toSorted((a, b) => a.start - b.start || a.end - b.end || (a.operator < b.operator ? -1 : 1));
}

function findFunction(node: SgNode): Mutant['within'] {
  const around = [node, ...node.ancestors()].find(isBodied);
  if (!around) return null;
  const { start, end } = around.range();
  return { start: start.index, end: end.index };
}

export const applyMutant = (text: string, { start, end, replacement }: Mutant): string => text.slice(0, start) + replacement + text.slice(end);
