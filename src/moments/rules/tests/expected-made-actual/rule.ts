import { findRedBefore, isTestRun, toWordsAsked } from '../../../engine/code/findings/edit-story.ts';
import { replayedSeqs } from '../../../engine/code/findings/list-findings.ts';
import { pairAssertions, type AssertionPair } from '../../../engine/code/findings/pair-assertions.ts';
import { toCodeCandidate } from '../../../engine/code/findings/to-code-candidate.ts';
import type { Run } from '../../../facts/facts.ts';
import type { Rule } from '../../../rule/rule.ts';

const TITLE = /\b(?:it|test)(?:\.\w+)*\s*\(\s*["'`]|\bdef test_|\bfunc Test/;

export const rule: Rule = {
  meta: {
    id: 'expected-made-actual',
    version: 1,
    kind: 'test-weakened',
    stage: 'nursery',
    worth: 3,
    concepts: ['who is right: the code or the test?'],
    activities: ['E4', 'E5', 'E6'],
    supersedes: ['assertion-weakened', 'assertion-removed'],
  },
  *find(facts) {
    for (const edit of facts.edits) {
      if (edit.role !== 'test' || replayedSeqs(facts).has(edit.seq)) continue;
      const red = findRedBefore(facts, edit, isTestRun);
      if (!red) continue;
      // A test given another title states another behaviour on purpose.
      if (edit.removed.some(({ text }) => TITLE.test(text)) && edit.added.some(({ text }) => TITLE.test(text))) continue;
      const copied = pairAssertions(edit).filter((pair) => isCopied(pair, red));
      const [first] = copied;
      // The person may have asked for the new value, or for the tests to follow the code.
      if (!first || isAsked(toWordsAsked(facts, edit), first)) continue;
      // A check the agent wrote in this session had no authority yet.
      const ownTest = facts.edits.some(
        (earlier) =>
          earlier.seq < edit.seq &&
          earlier.path === edit.path &&
          earlier.added.some(({ text }) => text.trim() === first.before.text.trim() || text.includes(first.before.text)),
      );
      yield toCodeCandidate(
        facts,
        { edit, match: first.after, all: copied.map(({ after }) => after) },
        {
          confidence: ownTest ? 0.4 : 0.6,
          ...(ownTest ? { worth: 2 as const } : {}),
          red,
          words: /\bexpect|\bassert|\btests?\b|\bvalue/i,
          evidence: [{ place: edit, quote: first.before.text }],
          params: { before: first.before.captures.expected ?? '', after: first.after.captures.expected ?? '' },
        },
      );
    }
  },
};

/** The new expectation is what the failing run printed. */
function isCopied({ before, after }: AssertionPair, red: Run): boolean {
  const expected = toBare(after.captures.expected);
  if (before.captures.matcher !== after.captures.matcher || expected === '' || expected === toBare(before.captures.expected)) return false;
  const output = [red.failure?.message ?? '', red.head, red.tail].join('\n');
  const quoted = expected.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  // A short value stands in any output; it must be what the run calls the result.
  const named =
    expected.length < 2 || /^(?:true|false|null|undefined|None|True|False|nil)$/.test(expected) ? '(?:received|got|actual|was)\\W{1,4}' : '(?<![\\w.])';
  return new RegExp(`${named}${quoted}(?![\\w.])`, 'i').test(output);
}

const isAsked = (words: string, { after }: AssertionPair): boolean =>
  /\b(?:update|adjust|adapt|fix|change)\b[^.]*\b(?:tests?|expectations?|assertions?|snapshots?)\b/i.test(words) ||
  words.includes(toBare(after.captures.expected));
const toBare = (literal: string | undefined): string => (literal ?? '').replace(/^["'`]|["'`]$/g, '').trim();
