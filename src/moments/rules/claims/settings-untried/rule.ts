import type { EditFact, Message, SessionFacts } from '../../../facts/facts.ts';
import { isTry } from '../../../rule/claim-evidence.ts';
import { isCheck } from '../../../rule/is-check.ts';
import { isOwn } from '../../../rule/is-own.ts';
import { listBetween } from '../../../rule/order.ts';
import type { Rule } from '../../../rule/rule.ts';
import { findReport } from '../../../rule/find-report.ts';

interface Untried {
  readonly reply: Message;
  readonly report: string;
  readonly edits: readonly EditFact[];
  readonly last: EditFact;
}

/** Settings are all that the turn changed, and nothing that reads them ran since. */
function findUntried(facts: SessionFacts, reply: Message): Untried | undefined {
  const report = isOwn(facts, reply) ? findReport(reply) : undefined;
  const edits = facts.edits.filter(({ turn, seq }) => turn === reply.turn && seq < reply.seq);
  const [first, last] = [edits[0], edits.at(-1)];
  if (!report || !first || !last || !edits.every(({ role }) => role === 'config')) return undefined;
  return listBetween(facts.runs, first, reply).some((run) => isTry(run) || isCheck(run)) ? undefined : { reply, report, edits, last };
}

export const rule: Rule = {
  meta: {
    id: 'settings-untried',
    version: 1,
    kind: 'claim-unverified',
    stage: 'nursery',
    worth: 2,
    concepts: ['seen at work', 'a setting is code'],
    activities: ['E4', 'E5'],
  },
  *find(facts) {
    const untried = facts.replies.flatMap((reply) => findUntried(facts, reply) ?? []);
    // One a session: where most was set.
    const most = untried.toSorted((a, b) => b.edits.length - a.edits.length)[0];
    if (!most) return;
    const { reply, report, edits, last } = most;
    yield {
      decision: { from: reply, shape: 'claim' },
      evidence: [
        { place: reply, quote: report },
        { place: last, quote: `${last.shownPath} changed` },
      ],
      confidence: 0.5,
      sources: 1,
      paths: [...new Set(edits.map(({ path }) => path))],
      params: { claim: report, file: last.shownPath },
    };
  },
};
