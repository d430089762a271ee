import type { HumanTurn, Place, SessionFacts } from '../../../facts/facts.ts';
import { isOwn } from '../../../rule/is-own.ts';
import { firstAfter, listBetween } from '../../../rule/order.ts';
import type { Rule } from '../../../rule/rule.ts';

/** A link, or an id long enough to mean one thing only. */
const POINTER = /https?:\/\/[^\s)>"'\]]+|\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/gi;
/** Deeper in a message a pointer is background. */
const OPENING = 400;
/** A terminal's own words, items of a report, and where a repository lies. */
const PRINTED = /^\s*(?:[➜❯$%>#*•-]\s|To https?:|error:|hint:|remote:|fatal:)|\.git\b/;
const MOST_POINTERS = 2;
const END: Place = { seq: Infinity, line: Infinity };

/** The last part of a link without its query, the numbers and ids inside it: what any look at it would have to name. */
function listNames(pointer: string): string[] {
  const path = pointer.replace(/[?#].*$/, '').replace(/[/.,;]+$/, '');
  const id = /[0-9a-f]{8}-[0-9a-f-]{27}/i.exec(path)?.[0];
  return [path, ...path.split('/').filter((part, at, parts) => at === parts.length - 1 || /^\d{2,}$/.test(part)), ...(id ? [id, id.slice(0, 8)] : [])].filter(
    (name) => name.length > 1,
  );
}

function wasLookedAt(facts: SessionFacts, from: HumanTurn, to: Place, pointer: string): boolean {
  const names = listNames(pointer);
  const isNamed = (text: string): boolean => names.some((name) => text.includes(name));
  return (
    listBetween(facts.runs, from, to).some((run) => isNamed(`${run.command}\n${run.head}\n${run.tail}`)) ||
    listBetween(facts.otherCalls, from, to).some(({ text }) => isNamed(text)) ||
    listBetween(facts.reads, from, to).some(({ path }) => isNamed(path))
  );
}

export const rule: Rule = {
  meta: {
    id: 'pointed-at-unseen',
    version: 1,
    kind: 'scope',
    stage: 'nursery',
    worth: 2,
    concepts: ['the ask, line by line', 'look at the reported case'],
    activities: ['E1', 'E6'],
  },
  *find(facts) {
    for (const turn of facts.humanTurns) {
      const written = turn.own
        .slice(0, OPENING)
        .split('\n')
        .filter((line) => !PRINTED.test(line))
        .join('\n');
      const pointers = [...new Set(written.match(POINTER))];
      if (pointers.length === 0 || pointers.length > MOST_POINTERS || turn.pasted !== 'none' || !isOwn(facts, turn)) continue;
      const to = firstAfter(facts.humanTurns, turn) ?? END;
      // Where it was acted upon, the claims about it are judged.
      const acted =
        listBetween(facts.edits, turn, to).some(({ role }) => role !== 'docs' && role !== 'scratch') || listBetween(facts.commits, turn, to).length > 0;
      const unseen = pointers.find((pointer) => !wasLookedAt(facts, turn, to, pointer));
      const first = listBetween(facts.replies, turn, to).find((reply) => isOwn(facts, reply) && reply.text.trim() !== '');
      if (acted || !unseen || !first) continue;
      yield {
        decision: { from: first, shape: 'belief' },
        evidence: [
          { place: turn, quote: turn.own },
          { place: first, quote: first.text },
        ],
        confidence: 0.6,
        sources: 2,
        params: { pointer: unseen },
      };
    }
  },
};
