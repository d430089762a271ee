/**
 * Which hunks of a change are worth taking out first: where a mistake would matter and be easy to overlook. The weights are ours,
 * a starting value: they order a list, and nothing is judged by them.
 */
import type { Hunk } from '../../model/hunk.ts';

export interface HunkToRank {
  readonly path: string;
  readonly hunk: Hunk;
  /** What rules on code found in it. */
  readonly findings: readonly string[];
  /** The same change touches a test that names the file. */
  readonly isTested: boolean;
}

export interface HunkRisk {
  /** 0..1 */
  readonly risk: number;
  /** In the order of their weight. */
  readonly reasons: readonly string[];
}

interface Sign {
  readonly weight: number;
  readonly reason: string;
  readonly holds: (added: string, removed: string) => boolean;
}

const SIGNS: readonly Sign[] = [
  { weight: 3, reason: 'takes a check or an error away', holds: (added, removed) => count(CHECKS, removed) > count(CHECKS, added) },
  { weight: 3, reason: 'shared state, waiting or retrying', holds: (added) => CONCURRENCY.test(added) },
  { weight: 3, reason: 'data is deleted, sent or changed elsewhere', holds: (added) => EFFECTS.test(added) },
  { weight: 2, reason: 'errors are caught or turned into something else', holds: (added) => HANDLES_ERRORS.test(added) },
  { weight: 2, reason: 'who may do what', holds: (added, removed) => AUTHORITY.test(added) || AUTHORITY.test(removed) },
  { weight: 2, reason: 'a limit, an index or a comparison', holds: (added, removed) => BOUNDARY.test(added) || BOUNDARY.test(removed) },
  { weight: 2, reason: 'decides between cases', holds: (added) => BRANCH.test(added) },
  { weight: 1, reason: 'what others call', holds: (added, removed) => PUBLIC.test(added) && PUBLIC.test(removed) },
];
const CHECKS = /\b(?:if|assert\w*|expect|require|validate\w*|check\w*|throw|raise|panic|return err|guard)\b/g;
const CONCURRENCY =
  /\b(?:await|async|lock|mutex|atomic|thread|goroutine|go func|sync\.|setTimeout|setInterval|sleep|retry|retries|timeout|channel|Promise\.(?:all|race))\b/i;
const EFFECTS = /\b(?:delete|remove|unlink|drop|truncate|insert|update|save|write|send|publish|post|put|patch|exec|spawn|rm)\w*\s*\(/i;
const HANDLES_ERRORS = /\b(?:catch|except|rescue|recover|unwrap_or|or_else|finally|defer)\b|if err != nil|\?\?|\|\|\s*(?:\[\]|\{\}|''|""|0|null)/;
const AUTHORITY = /\b(?:auth\w*|permission\w*|role|token|secret|password|session|csrf|cors|admin|owner|allow\w*|deny|forbid\w*)\b/i;
const BOUNDARY = /[<>]=?\s*-?\w|\[\s*[\w.]+\s*[+-]\s*1\s*\]|\b(?:length|len|size|count|slice|substring|range|limit|offset|min|max)\b/;
const BRANCH = /\b(?:if|else|elif|switch|case|match|when|while|for)\b|\?[^.?]/;
const PUBLIC = /^\s*(?:export\b|public\b|pub\b|func [A-Z]|def [a-z])/m;

const MOST_WEIGHT = SIGNS.reduce((sum, { weight }) => sum + weight, 0);
/** From here on more lines make a hunk no riskier. */
const MANY_LINES = 60;
const FINDING_WEIGHT = 3;
const UNTESTED_WEIGHT = 2;
const SIZE_WEIGHT = 2;

/** Pure; the same hunk always has the same risk. */
export function rateHunk({ hunk, findings, isTested }: HunkToRank): HunkRisk {
  const side = (mark: '+' | '-'): string =>
    hunk.lines
      .filter((line) => line[0] === mark)
      .map((line) => line.slice(1))
      .filter((line) => !COMMENT.test(line))
      .join('\n');
  const [added, removed] = [side('+'), side('-')];
  const lines = added.split('\n').length + removed.split('\n').length;
  const found = SIGNS.filter(({ holds }) => holds(added, removed));
  const weight =
    found.reduce((sum, sign) => sum + sign.weight, 0) +
    (findings.length > 0 ? FINDING_WEIGHT : 0) +
    (isTested ? 0 : UNTESTED_WEIGHT) +
    SIZE_WEIGHT * Math.min(1, lines / MANY_LINES);
  const reasons = [
    ...findings,
    ...found.toSorted((a, b) => b.weight - a.weight).map(({ reason }) => reason),
    ...(isTested ? [] : ['no test of it changed with it']),
  ];
  return { risk: Math.min(1, weight / (MOST_WEIGHT + FINDING_WEIGHT + UNTESTED_WEIGHT + SIZE_WEIGHT)), reasons };
}

const COMMENT = /^\s*(?:\/\/|#(?!\[)|\*|\/\*|<!--)/;
const count = (pattern: RegExp, text: string): number => text.match(pattern)?.length ?? 0;
