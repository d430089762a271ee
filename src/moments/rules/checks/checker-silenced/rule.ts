import { findRedBefore, wasAsked } from '../../../engine/code/findings/edit-story.ts';
import { listFindings } from '../../../engine/code/findings/list-findings.ts';
import { toCodeCandidate } from '../../../engine/code/findings/to-code-candidate.ts';
import type { CodeMatch } from '../../../facts/facts.ts';
import type { Rule } from '../../../rule/rule.ts';

const WHOLE_FILE = /@ts-nocheck|eslint-disable$|mypy: ?ignore-errors|ruff: ?noqa|flake8: ?noqa|oxlint-disable$/;
/** What is left out of a coverage figure is no complaint about the code. */
const COVERAGE = /no cover|istanbul|c8 ignore|v8 ignore/;

/** Below this a suppression is a considered one. */
const LEAST = 0.24;

export const rule: Rule = {
  meta: {
    id: 'checker-silenced',
    version: 1,
    kind: 'suppression',
    stage: 'nursery',
    worth: 2,
    concepts: ['read the diagnostic first'],
    activities: ['E4', 'E5'],
    cwe: [710],
  },
  *find(facts) {
    for (const found of listFindings(
      facts,
      'suppress-directive',
      (match, { matches }) => !COVERAGE.test(match.captures.directive ?? '') && !isWidened(match, matches),
    )) {
      const { directive = '', rules = '', reason = '' } = found.match.captures;
      const { edit } = found;
      if (wasAsked(facts, edit, /\b(?:eslint-disable|noqa|nolint|suppress|ts-ignore|ts-expect-error|type: ?ignore)\b/i)) continue;
      const red = findRedBefore(
        facts,
        edit,
        ({ class: kind, command }) => kind === 'lint' || kind === 'type-check' || kind === 'build' || /\blint\b|\bcheck\b/.test(command),
      );
      const base = WHOLE_FILE.test(directive) && rules === '' ? 0.7 : rules === '' && reason === '' ? 0.6 : 0.35;
      // A reason settles it, unless it was written to get past a checker that had just complained.
      const settled = reason !== '' && !red ? 0.15 : 0;
      const inTest = edit.role === 'test' || directive === '@ts-expect-error' ? 0.1 : 0;
      // Generics of Java often cannot be cast without it.
      const isUsual = directive === '@SuppressWarnings' && /^\(\s*\{?\s*"(?:unchecked|rawtypes)"/.test(rules) ? 0.1 : 0;
      const confidence = base - settled - inTest - isUsual;
      if (confidence < LEAST) continue;
      yield toCodeCandidate(facts, found, { confidence, red, words: /\blint|\bsuppress|\bdisabl|\bignore|\btypes?\b/i, params: { directive } });
    }
  },
};

/** A directive that gave way to one naming more rules: only the new one counts, and it is no exchange of equals. */
function isWidened({ side, captures }: CodeMatch, matches: readonly CodeMatch[]): boolean {
  if (side !== 'removed') return false;
  const before = toNames(captures.rules);
  return matches.some(
    (other) =>
      other.side === 'added' &&
      other.pattern === 'suppress-directive' &&
      toNames(other.captures.rules).length > before.length &&
      before.every((name) => toNames(other.captures.rules).includes(name)),
  );
}

const toNames = (rules = ''): string[] => rules.match(/[\w@/-]+/g) ?? [];
