import type { EditFact, Message, Place, RunClass, SessionFacts } from '../../../facts/facts.ts';
import { changesCode } from '../../../rule/changes-code.ts';
import { isTry } from '../../../rule/claim-evidence.ts';
import { findSentence } from '../../../rule/find-sentence.ts';
import { isCheck } from '../../../rule/is-check.ts';
import { isOwn } from '../../../rule/is-own.ts';
import { firstAfter, lastBefore, listBetween } from '../../../rule/order.ts';
import type { Rule } from '../../../rule/rule.ts';

/** Sets out to find whether the change holds, not only to see what is there. */
const SETS_OUT =
  /\b(?:verify|verifying|double-?check|make sure|ensure|confirm|validate|check (?:that|if|whether|everything))\b.{0,80}\b(?:compil\w*|builds?|works?|working|correct(?:ly|ness)?|valid|right|properly|final|everything|all (?:the )?changes|good|clean(?:ly)?|complete|syntax|errors?)\b/i;
/** Judges what it saw. */
const VERDICT =
  /^(?:(?:good|great|perfect|excellent|ok(?:ay)?)[,.!]? )?(?:(?:everything|all(?: of it| changes)?|this|that|it|the \w+(?: \w+)?|now)\b.{0,25}\b(?:looks?|is|are|seems?)\b.{0,15}\b(?:good|right|correct|fine|clean|great|perfect|in order|in place)|looks? (?:good|right|correct|great|clean|fine)|all (?:good|correct|set|clean)|clean[.!]|perfect[.!]|verified)/i;
const LOOKS: ReadonlySet<RunClass> = new Set(['read', 'search', 'git', 'files', 'other', 'format']);
const END: Place = { seq: Infinity, line: Infinity };

interface Verdict {
  readonly intent: Message;
  readonly verdict: Message;
  readonly quote: string;
  readonly edit: EditFact;
}

const looksOnly = (facts: SessionFacts, from: Place, to: Place): boolean =>
  listBetween(facts.runs, from, to).every((run) => LOOKS.has(run.class)) &&
  listBetween(facts.edits, from, to).length === 0 &&
  [...listBetween(facts.reads, from, to), ...listBetween(facts.runs, from, to), ...listBetween(facts.otherCalls, from, to)].length > 0;

/** The judgement that follows on the looking, where nothing but looking came between. */
function findVerdict(facts: SessionFacts, intent: Message): Verdict | undefined {
  const edit = lastBefore(facts.edits, intent, ({ role }) => role === 'product');
  // A refused call on the way begins a turn of its own.
  const asked = lastBefore(facts.humanTurns, intent, ({ explicit }) => explicit === undefined);
  if (!edit || edit.seq < (asked?.seq ?? -1) || !changesCode(edit)) return undefined;
  const end = firstAfter(facts.humanTurns, intent) ?? END;
  for (const reply of listBetween(facts.replies, intent, end)) {
    const quote = findSentence(reply.text, (one) => VERDICT.test(one));
    if (!looksOnly(facts, intent, reply)) return undefined;
    if (quote) return { intent, verdict: reply, quote, edit };
  }
  return undefined;
}

/** Nothing that could have failed ran since the change, until the person spoke. */
function isUnchecked(facts: SessionFacts, { edit, intent }: Verdict): boolean {
  const end = firstAfter(facts.humanTurns, intent) ?? END;
  return !listBetween(facts.runs, edit, end).some((run) => isCheck(run) || isTry(run));
}

export const rule: Rule = {
  meta: {
    id: 'read-as-check',
    version: 1,
    kind: 'claim-unverified',
    stage: 'nursery',
    worth: 2,
    concepts: ['what does this command prove?', 'reading is not running'],
    activities: ['E4', 'E5'],
    supersedes: ['claim-without-run', 'claim-disproved'],
  },
  *find(facts) {
    const told = new Set<number>();
    for (const intent of facts.replies) {
      const words = isOwn(facts, intent) && !told.has(intent.turn) ? findSentence(intent.text, (one) => SETS_OUT.test(one)) : undefined;
      const found = words ? findVerdict(facts, intent) : undefined;
      if (!words || !found || !isUnchecked(facts, found)) continue;
      told.add(intent.turn);
      yield {
        decision: { from: found.verdict, shape: 'claim' },
        evidence: [
          { place: found.verdict, quote: found.quote },
          { place: intent, quote: words },
          { place: found.edit, quote: `${found.edit.shownPath} changed` },
        ],
        confidence: 0.6,
        // What it set out to do, and what it did.
        sources: 2,
        paths: [found.edit.path],
        params: { words, claim: found.quote, file: found.edit.shownPath },
      };
    }
  },
};
