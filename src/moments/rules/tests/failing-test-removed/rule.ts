import { findRedBefore, isTestRun, wasAsked } from '../../../engine/code/findings/edit-story.ts';
import { replayedSeqs } from '../../../engine/code/findings/list-findings.ts';
import { toResult } from '../../../engine/code/findings/to-code-candidate.ts';
import type { EditFact, Run } from '../../../facts/facts.ts';
import type { Rule } from '../../../rule/rule.ts';

const HEADS: readonly RegExp[] = [
  /\b(?:it|test|describe)(?:\.\w+)*\s*\(\s*(["'`])(.+?)\1/,
  /\bdef (test_\w+)/,
  /\bfunc (Test\w+)/,
  /\bvoid (\w+)\s*\(/,
  /\bfn (\w+)\s*\(/,
];

export const rule: Rule = {
  meta: {
    id: 'failing-test-removed',
    version: 1,
    kind: 'test-weakened',
    stage: 'nursery',
    worth: 3,
    concepts: ['deleting the evidence is not a fix'],
    activities: ['E4', 'E5', 'E6'],
    supersedes: ['assertion-removed'],
  },
  *find(facts) {
    for (const edit of facts.edits) {
      if (edit.role !== 'test' || replayedSeqs(facts).has(edit.seq)) continue;
      const red = findRedBefore(facts, edit, isTestRun);
      if (!red || wasAsked(facts, edit, /\b(?:remove|delete|drop)\b[^.\n]{0,60}\btests?\b/i)) continue;
      const name = edit.change === 'delete' ? nameOfFile(edit, red) : nameOfTest(edit, red);
      if (!name) continue;
      yield {
        decision: { from: edit, shape: 'test-edit' },
        evidence: [
          { place: edit, quote: edit.change === 'delete' ? `${edit.shownPath} deleted` : name },
          { place: toResult(red), quote: red.failure?.message || red.command },
        ],
        confidence: 0.85,
        sources: 2,
        paths: [edit.path],
        params: { file: edit.shownPath, test: name },
      };
    }
  },
};

function nameOfFile({ path }: EditFact, { failure }: Run): string | null {
  const base = path.slice(path.lastIndexOf('/') + 1);
  const fails = failure?.locations.some((location) => location.path.endsWith(base)) || failure?.tests.some((test) => test.includes(base));
  return fails ? base : null;
}

/** The removed test that the run named as failing, unless its head only changed. */
function nameOfTest({ removed, added }: EditFact, { failure }: Run): string | null {
  const kept = new Set(namesOf(added));
  const gone = namesOf(removed);
  // As many tests as before: it was renamed or rewritten.
  if (kept.size >= gone.length) return null;
  return gone.find((name) => !kept.has(name) && failure?.tests.some((test) => test.includes(name))) ?? null;
}

const namesOf = (lines: EditFact['removed']): string[] => lines.flatMap(({ text }) => HEADS.flatMap((head) => head.exec(text)?.at(-1) ?? []));
