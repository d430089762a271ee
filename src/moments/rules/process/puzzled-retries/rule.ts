import type { Message, Run, SessionFacts } from '../../../facts/facts.ts';
import { isOwn } from '../../../rule/is-own.ts';
import { firstAfter, listBetween } from '../../../rule/order.ts';
import type { Rule } from '../../../rule/rule.ts';

const LEAST = 3;
const PUZZLED =
  /\b(?:wait|hmm+|strange|weird|odd|confus\w+|unexpected\w*|still (?:says?|fail\w*|saying|not|the same|shows?|broken|getting|nothing)|did(?:n['’]t| not) (?:work|help|change)|does(?:n['’]t| not) (?:work|help)|(?:is|are)n['’]t (?:working|changing)|not working|makes no sense)\b/i;
/** What is thought of a result is said at the beginning. */
const BEGINNING = 400;

interface Try {
  readonly run: Run;
  readonly said: Message;
}

/** Commands in a row whose answers puzzled the agent, with no file read, changed or searched between them. */
function listRows(facts: SessionFacts): Try[][] {
  const messages = [...facts.replies, ...facts.reasoning].filter((message) => isOwn(facts, message)).toSorted((a, b) => a.seq - b.seq);
  const runs = facts.runs.filter((run) => isOwn(facts, run));
  const rows: Try[][] = [];
  let row: Try[] = [];
  const close = (): void => {
    rows.push(row);
    row = [];
  };
  runs.forEach((run, index) => {
    const last = row.at(-1)?.run;
    if (last && (last.turn !== run.turn || listBetween(facts.edits, last, run).length > 0 || listBetween(facts.reads, last, run).length > 0)) close();
    const next = runs[index + 1];
    const said = firstAfter(messages, run);
    if (said && (!next || said.seq < next.seq) && PUZZLED.test(said.text.slice(0, BEGINNING))) row.push({ run, said });
    else close();
  });
  close();
  return rows.filter(({ length }) => length >= LEAST);
}

export const rule: Rule = {
  meta: {
    id: 'puzzled-retries',
    version: 1,
    kind: 'guess-loop',
    stage: 'nursery',
    worth: 2,
    concepts: ['look inside instead of trying again', 'what would each result mean?'],
    activities: ['E2', 'E6'],
    supersedes: ['expectation-broken'],
  },
  *find(facts) {
    for (const row of listRows(facts)) {
      const [first, second] = row;
      const last = row.at(-1);
      if (!first || !second || !last) continue;
      yield {
        mark: { from: second.run, to: last.said },
        // Before its answer: what the first try shows is what the later ones ask again.
        decision: { from: first.run, shape: 'command' },
        hindsight: row.map(({ said }) => ({ place: said, quote: said.text })),
        evidence: row.map(({ run, said }) => ({ place: run, quote: `${run.command}: ${said.text.slice(0, BEGINNING)}` })),
        confidence: 0.6,
        sources: 2,
        params: { times: String(row.length), command: second.run.command },
      };
    }
  },
};
