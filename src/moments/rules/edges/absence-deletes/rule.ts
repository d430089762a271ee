import { baseName } from '../../../engine/code/findings/edit-story.ts';
import { toCodeCandidate } from '../../../engine/code/findings/to-code-candidate.ts';
import type { EditFact } from '../../../facts/facts.ts';
import { listLineFindings, type LineFound } from '../../../rule/list-line-findings.ts';
import type { Rule } from '../../../rule/rule.ts';

/** What is taken for no longer needed because nothing was seen to need it. */
const UNNEEDED = /orphan|unreferenced|dangling|stale|unused|garbage|leftover|obsolete|left over|no longer referenced/i;
const DELETES = /\b(?:delet|remov|clean|prun|purg|unlink|evict|drop)\w*|rm\b|[a-z](?:Delet|Remov|Clean|Prun|Purg)/i;
/** A lookup whose failure reads like an empty answer. */
const FAILURE_AS_NONE: readonly RegExp[] = [
  /\bif (?:[^{}]*;\s*)?(?!first|last)\w*[eE]rr == nil\b/,
  /^\s*\w+, _ :?= (?!range\b)\w+(?:\.\w+)*\(/,
  /\bcatch\s*(?:\([^)]*\))?\s*\{\s*(?:\}|return (?:\[\]|null|undefined|new (?:Set|Map)\(\)|\{\}))/,
  /\.catch\(\s*\(\w*\)\s*=>\s*(?:\[\]|null|\(\{\}\)|undefined|new (?:Set|Map)\(\))/,
  /\.(?:unwrap_or_default|unwrap_or_else)\(/,
  /^\s*except\b[^:]*:\s*(?:pass|continue|return (?:\[\]|set\(\)|None|\{\}))\s*$/,
];
/** A search that stops after so many, found or not. */
const STOPS_EARLY =
  /\bif\b[^=!]*\b(?:count|seen|visited|scanned|walked|depth|checked|n|i)\w*\s*>=?\s*\d{2,}\b|--max-count[= ]\d+|\b(?:max|limit)\w*\s*[:=]+\s*\d{2,}\b/i;

const isRisky = (text: string): boolean => STOPS_EARLY.test(text) || FAILURE_AS_NONE.some((pattern) => pattern.test(text));

function* findRisks(edit: EditFact): Iterable<LineFound> {
  const about = `${baseName(edit.path)}\n${edit.added.map(({ text }) => text).join('\n')}`;
  if (!UNNEEDED.test(about) || !DELETES.test(about)) return;
  for (const line of edit.added) if (isRisky(line.text)) yield { line };
}

export const rule: Rule = {
  meta: {
    id: 'absence-deletes',
    version: 1,
    kind: 'destructive',
    stage: 'nursery',
    worth: 3,
    concepts: ['unknown is not unused', 'fail closed'],
    activities: ['E3', 'E7', 'E10'],
    supersedes: ['error-discarded'],
    cwe: [636],
  },
  *find(facts) {
    for (const found of listLineFindings(facts, 'product', findRisks)) {
      yield toCodeCandidate(facts, found, {
        confidence: found.all.length > 1 ? 0.6 : 0.5,
        words: /\borphan|\bunreferenced|\bdata loss|\bdelet|\bbest effort|\blimit/i,
      });
    }
  },
};
