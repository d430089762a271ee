import type { Run, SessionFacts } from '../../../facts/facts.ts';
import { listSentences } from '../../../rule/find-sentence.ts';
import { isOwn } from '../../../rule/is-own.ts';
import { isObjection } from '../../../rule/is-objection.ts';
import { citeResult } from '../../../rule/cite-result.ts';
import { firstAfter, lastBefore, listBetween } from '../../../rule/order.ts';
import type { Cited, Rule } from '../../../rule/rule.ts';

/** That a file holds work of someone else, or of another day. */
const NOT_OURS =
  /\balready (?:been )?(?:modified|changed|staged)\b|\b(?:previous|earlier|another) (?:change|session|task|commit|work)\b|\bsomeone else|\b(?:not|aren['’]t|isn['’]t|weren['’]t) (?:\w+ )?(?:mine|ours|part of|from (?:my|this|our)|related)\b|\bbeyond my (?:edits|changes)\b|\bpre-?existing (?:changes?|modifications?|edits?)\b/i;
const KEPT_OUT =
  /\b(?:un-?stag\w+|exclud\w+|leav\w+|left|skip\w*|without|untouched|only (?:stage|commit|add)|(?:not|don['’]t|won['’]t) (?:stage|commit|include|add|touch))\b/i;

/** Files named in a `git add`, also behind a wrapper of git. */
function listAdded({ commands }: Run): string[] {
  return commands.flatMap(({ words }) => {
    const at = words.indexOf('git');
    return at >= 0 && at <= 1 && words[at + 1] === 'add' ? words.slice(at + 2).filter((word) => !word.startsWith('-') && word !== '.' && word !== 'add') : [];
  });
}

const nameOf = (path: string): string => path.split('/').at(-1) ?? path;

/** Where the agent says, since it was asked, that one of the files is not all its own. */
function findKnowledge(facts: SessionFacts, run: Run, names: readonly string[]): (Cited & { readonly file: string }) | undefined {
  const asked = lastBefore(facts.humanTurns, run)?.seq ?? -1;
  for (const message of [...facts.replies, ...facts.reasoning].filter(({ seq }) => seq > asked && seq < run.seq)) {
    for (const sentence of listSentences(message.text)) {
      const file = names.find((name) => sentence.includes(name));
      if (file && NOT_OURS.test(sentence) && !KEPT_OUT.test(sentence) && isOwn(facts, message)) return { place: message, quote: sentence, file };
    }
  }
  return undefined;
}

export const rule: Rule = {
  meta: {
    id: 'swept-into-commit',
    version: 2,
    kind: 'scope',
    stage: 'nursery',
    worth: 2,
    concepts: ['one commit, one thing', 'whose work is this?'],
    activities: ['E1', 'E10'],
  },
  *find(facts) {
    const told = new Set<string>();
    for (const run of facts.runs) {
      const names = listAdded(run).map(nameOf);
      if (names.length === 0 || run.status === 'refused' || !isOwn(facts, run)) continue;
      const knowledge = findKnowledge(facts, run, names);
      if (!knowledge || told.has(knowledge.quote)) continue;
      told.add(knowledge.quote);
      const answer = firstAfter(facts.humanTurns, run);
      const objection = answer && isObjection(answer) ? answer : undefined;
      // From the first line of its own in that file on, what goes in can no longer be told apart by file: there it is decided.
      const mixed = listBetween(facts.edits, knowledge.place, run).find(({ path }) => nameOf(path) === knowledge.file);
      const decided = mixed ?? run;
      yield {
        mark: { from: knowledge.place, to: decided },
        decision: { from: decided, shape: mixed ? 'edit' : 'command' },
        hindsight: [...(mixed ? [citeResult(run, run.command)] : []), ...(objection ? [{ place: objection, quote: objection.own }] : [])],
        evidence: [knowledge, { place: run, quote: run.command }],
        confidence: 0.65,
        // What the agent said, and what it then did.
        sources: 2,
        params: { file: knowledge.file },
      };
    }
  },
};
