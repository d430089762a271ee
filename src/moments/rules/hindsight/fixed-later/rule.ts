import type { Admission, EditFact, Place, Run, SessionFacts } from '../../../facts/facts.ts';
import { isCheck } from '../../../rule/is-check.ts';
import { agreesWithPerson } from '../../../rule/agrees-with-person.ts';
import { isOwn } from '../../../rule/is-own.ts';
import { firstAfter, lastBefore, listBetween } from '../../../rule/order.ts';
import type { Rule } from '../../../rule/rule.ts';

/** Lines between a report and the answer to it. */
const NEAR = 6;

interface Trigger {
  readonly place: Place;
  readonly quote: string;
  readonly confidence: number;
  readonly sources: number;
}

/** Why the lines were changed again: the person's report, a failing check that names the file, or the agent's own finding. */
function findTrigger(facts: SessionFacts, edit: EditFact, by: Place): Trigger | undefined {
  const said = lastBefore(facts.humanTurns, by, (turn) => turn.seq > edit.seq && isOwn(facts, turn));
  const own = listBetween(facts.admissions, said ?? edit, by).findLast((admission) => isAboutOwnWork(facts, admission));
  if (said && (said.acts.has('report') || (own && own.line - said.line <= NEAR)))
    return { place: said, quote: said.own, confidence: own ? 0.65 : 0.4, sources: 2 };
  const failing = listBetween(facts.runs, edit, by).findLast((run) => namesFile(run, edit));
  if (own) return { place: own, quote: own.sentence, confidence: failing ? 0.6 : 0.4, sources: failing ? 2 : 1 };
  return undefined;
}

const isAboutOwnWork = (facts: SessionFacts, admission: Admission): boolean =>
  admission.strength === 'explicit' && !agreesWithPerson(admission) && isOwn(facts, admission);

/** Where the agent says what it was, right after the trigger: a reader marks both together. */
function findDiagnosis(facts: SessionFacts, trigger: Place, by: Place): Place {
  const said = firstAfter(facts.replies, trigger, (reply) => reply.seq < by.seq && isOwn(facts, reply));
  return said && said.line - trigger.line <= NEAR ? said : trigger;
}

function namesFile(run: Run, edit: EditFact): boolean {
  return isCheck(run) && run.status === 'failed' && (run.failure?.locations.some(({ path }) => edit.path.endsWith(path)) ?? false);
}

export const rule: Rule = {
  meta: {
    id: 'fixed-later',
    version: 1,
    kind: 'edge-case',
    stage: 'nursery',
    worth: 3,
    concepts: ['which case was not thought of?'],
    activities: ['E3', 'E6'],
  },
  *find(facts) {
    for (const edit of facts.edits) {
      if (edit.role !== 'product' || edit.fate.type === 'kept' || !isOwn(facts, edit)) continue;
      const trigger = findTrigger(facts, edit, edit.fate.by);
      if (!trigger) continue;
      yield {
        mark: { from: trigger.place, to: findDiagnosis(facts, trigger.place, edit.fate.by) },
        decision: { from: edit, shape: 'edit' },
        hindsight: [
          { place: trigger.place, quote: trigger.quote },
          { place: edit.fate.by, quote: `${edit.shownPath} is changed again` },
        ],
        evidence: [
          { place: edit, quote: edit.added.find(({ text }) => /\w{3}/.test(text))?.text ?? edit.shownPath },
          { place: trigger.place, quote: trigger.quote },
        ],
        confidence: trigger.confidence,
        sources: trigger.sources,
        paths: [edit.path],
        params: { file: edit.shownPath },
      };
    }
  },
};
