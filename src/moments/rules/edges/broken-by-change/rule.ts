import { toResult } from '../../../engine/code/findings/to-code-candidate.ts';
import type { EditFact, Message, Run, SessionFacts } from '../../../facts/facts.ts';
import { isGreen, isRed } from '../../../rule/is-check.ts';
import { isOwn } from '../../../rule/is-own.ts';
import { firstAfter, listBetween } from '../../../rule/order.ts';
import type { Rule } from '../../../rule/rule.ts';

const isTest = ({ class: kind, command }: Run): boolean => kind === 'test' || (kind === 'run' && /\btests?\b/.test(command));

/** A test that was there before this stretch of work: neither its file nor its name was written in it. */
function heldBefore({ failure }: Run, written: readonly EditFact[]): boolean {
  if (!failure) return false;
  const tests = written.filter(({ role }) => role === 'test');
  const inFile = failure.locations.some(({ path }) => tests.some((edit) => edit.path.endsWith(path)));
  const byName = failure.tests.some((name) => tests.some(({ added }) => added.some(({ text }) => text.includes(name.split(/[ />:]+/).at(-1) ?? name))));
  return failure.tests.length > 0 && !inFile && !byName;
}

/** Laid to somebody else, or nothing that the code does. */
const NOT_THE_CODE = /\bpre-?existing\b|\b(?:not|n't|un)[ -]?related\b|\bflak[ey]|\bimports?\b|\bunused\b|\blint|\btypo\b|\bbuild failed\b|\bcompil\w+/i;

/** Also a test of this stretch of work finds a case, where the agent says what it found. */
const wasExplained = ({ failure }: Run, said: Message | undefined): boolean =>
  failure !== null && said !== undefined && !NOT_THE_CODE.test(`${failure.message}\n${said.text.slice(0, 600)}`);

/** The edit whose lines the fix takes away again; else the last one in the same file. */
function findBroken(before: readonly EditFact[], fix: EditFact): EditFact | undefined {
  const same = before.filter(({ path, role }) => path === fix.path && role === 'product');
  const lost = new Set(fix.removed.map(({ text }) => text.trim()).filter((text) => text.length > 8));
  return same.findLast(({ added }) => added.some(({ text }) => lost.has(text.trim()))) ?? same.at(-1);
}

/** What is said between the failure and the fix. */
const findDiagnosis = (facts: SessionFacts, red: Run, fix: EditFact): Message | undefined =>
  listBetween(
    [...facts.reasoning, ...facts.replies].toSorted((a, b) => a.seq - b.seq),
    red,
    fix,
  ).find((said) => isOwn(facts, said));

export const rule: Rule = {
  meta: {
    id: 'broken-by-change',
    version: 1,
    kind: 'edge-case',
    stage: 'nursery',
    worth: 2,
    concepts: ['what did the old code promise?', 'a test that was there before'],
    activities: ['E3', 'E5', 'E6'],
  },
  *find(facts) {
    const told = new Set<number>();
    for (const red of facts.runs) {
      if (!isTest(red) || !isRed(red) || !isOwn(facts, red)) continue;
      const fix = firstAfter(facts.edits, red, ({ role }) => role === 'product' || role === 'test');
      if (!fix || fix.role !== 'product' || fix.turn !== red.turn || told.has(fix.seq)) continue;
      const before = facts.edits.filter((edit) => edit.seq < red.seq && edit.turn === red.turn && isOwn(facts, edit));
      const broken = findBroken(before, fix);
      const green = firstAfter(facts.runs, fix, (run) => isTest(run) && isGreen(run));
      const said = findDiagnosis(facts, red, fix);
      if (!broken || !green || !(heldBefore(red, before) || wasExplained(red, said))) continue;
      told.add(fix.seq);
      yield {
        mark: { from: said ?? toResult(red), to: fix },
        decision: { from: broken, shape: 'edit' },
        hindsight: [
          { place: toResult(red), quote: red.failure?.message || red.command },
          ...(said ? [{ place: said, quote: said.text }] : []),
          { place: fix, quote: `${fix.shownPath} is changed again` },
        ],
        evidence: [
          { place: broken, quote: broken.added.find(({ text }) => /\w{3}/.test(text))?.text ?? broken.shownPath },
          { place: toResult(red), quote: red.failure?.tests[0] ?? red.command },
        ],
        confidence: 0.5,
        sources: 2,
        paths: [broken.path],
        params: { file: broken.shownPath, test: red.failure?.tests[0] ?? '' },
      };
    }
  },
};
