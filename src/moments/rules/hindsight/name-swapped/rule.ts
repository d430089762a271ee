import type { EditFact, Message, Run, SessionFacts } from '../../../facts/facts.ts';
import { findSentence } from '../../../rule/find-sentence.ts';
import { isOwn } from '../../../rule/is-own.ts';
import { listBetween } from '../../../rule/order.ts';
import type { Candidate, Cited, Rule } from '../../../rule/rule.ts';

const WORD = /[A-Za-z_$][\w$-]*|\d+|\S/g;
const NAME = /^[A-Za-z_$][\w$-]{2,}$/;
/** A change of so many lines is a rework, not a name put right. */
const MOST_LINES = 6;
const LEAST_WORDS = 2;

interface Swap {
  readonly old: string;
  readonly now: string;
  readonly line: string;
}

const listWords = (text: string): string[] => text.trim().match(WORD) ?? [];

/** The two lines are one but for a single name. */
function findSwap(before: string, after: string): Swap | undefined {
  const [old, now] = [listWords(before), listWords(after)];
  if (old.length !== now.length || old.length < LEAST_WORDS) return undefined;
  const other = old.flatMap((word, index) => (word === now[index] ? [] : [index]));
  const [index] = other;
  if (other.length !== 1 || index === undefined) return undefined;
  const [was, is] = [old[index] ?? '', now[index] ?? ''];
  if (KEYWORDS.has(was) || KEYWORDS.has(is)) return undefined;
  return NAME.test(was) && NAME.test(is) && was.toLowerCase() !== is.toLowerCase() ? { old: was, now: is, line: before.trim() } : undefined;
}

/** Says why the first name was wrong. */
const CORRECTS =
  /\b(?:error|instead of|not|n['’]t|should be|actual(?:ly)?|correct(?: \w+)?|wrong|invalid|unknown|undefined|missing|called|named|deprecated|expects?|requires?|allowed)\b/i;
/** Another name for the same thing, or one nobody reads. */
const RENAMES =
  /\b(?:renam\w+|unused|shadow\w*|naming|collision|consisten\w+|typo|clearer|readab\w+|conflicts?|lint\w*|biome|eslint|ruff|clippy|redeclared|duplicate)\b/i;
/** Words of the language: one for another is no name put right. */
const KEYWORDS: ReadonlySet<string> = new Set([
  'let',
  'const',
  'var',
  'true',
  'false',
  'null',
  'undefined',
  'public',
  'private',
  'async',
  'await',
  'type',
  'interface',
  'export',
]);

const isSmall = ({ added, removed }: EditFact): boolean => added.length + removed.length <= MOST_LINES;

function findFirst(facts: SessionFacts, fix: EditFact): { edit: EditFact; swap: Swap } | undefined {
  const earlier = facts.edits.filter((edit) => edit.seq < fix.seq && edit.turn === fix.turn && edit.path === fix.path && isOwn(facts, edit)).toReversed();
  for (const { text } of fix.removed) {
    const swap = fix.added.flatMap((line) => findSwap(text, line.text) ?? [])[0];
    const edit = swap && earlier.find(({ added }) => added.some((line) => line.text.trim() === swap.line));
    if (swap && edit) return { edit, swap };
  }
  return undefined;
}

interface Reason {
  readonly message: Message;
  readonly sentence: string;
}

function findReason(facts: SessionFacts, edit: EditFact, fix: EditFact, { old, now }: Swap): Reason | undefined {
  const messages = [...listBetween(facts.replies, edit, fix), ...listBetween(facts.reasoning, edit, fix)].toSorted((a, b) => b.seq - a.seq);
  for (const message of messages) {
    if (!isOwn(facts, message)) continue;
    const sentence = findSentence(message.text, (one) => (one.includes(old) || one.includes(now)) && CORRECTS.test(one));
    if (sentence) return RENAMES.test(sentence) ? undefined : { message, sentence };
  }
  return undefined;
}

const findRed = (facts: SessionFacts, edit: EditFact, fix: EditFact, { old }: Swap): Run | undefined =>
  listBetween(facts.runs, edit, fix).findLast((run) => run.status === 'failed' && isOwn(facts, run) && `${run.head}\n${run.tail}`.includes(old));

function toCandidate(facts: SessionFacts, fix: EditFact): Candidate | undefined {
  const first = isSmall(fix) ? findFirst(facts, fix) : undefined;
  const reason = first && findReason(facts, first.edit, fix, first.swap);
  if (!first || !reason) return undefined;
  const { edit, swap } = first;
  const red = findRed(facts, edit, fix, swap);
  const seen: Cited[] =
    red?.resultSeq && red.resultLine ? [{ place: { seq: red.resultSeq, line: red.resultLine }, quote: red.failure?.message ?? red.command }] : [];
  return {
    mark: { from: reason.message, to: fix },
    decision: { from: edit, shape: edit.role === 'test' ? 'test-edit' : 'edit' },
    hindsight: [...seen, { place: reason.message, quote: reason.sentence }, { place: fix, quote: `${swap.old} becomes ${swap.now}` }],
    evidence: [
      { place: edit, quote: swap.line },
      { place: reason.message, quote: reason.sentence },
    ],
    confidence: red ? 0.65 : 0.5,
    sources: 2,
    paths: [edit.path],
    params: { name: swap.old, file: edit.shownPath },
  };
}

export const rule: Rule = {
  meta: {
    id: 'name-swapped',
    version: 1,
    kind: 'false-assumption',
    stage: 'nursery',
    worth: 2,
    concepts: ['look it up before you use it', 'a name from memory'],
    activities: ['E3', 'E5'],
  },
  *find(facts) {
    const told = new Set<EditFact>();
    for (const fix of facts.edits) {
      if (fix.change !== 'update' || fix.role === 'docs' || !isOwn(facts, fix) || told.has(fix)) continue;
      const candidate = toCandidate(facts, fix);
      if (candidate) yield candidate;
      told.add(fix);
    }
  },
};
