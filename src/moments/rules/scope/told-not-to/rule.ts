import type { EditFact, HumanTurn, Place, Run, SessionFacts } from '../../../facts/facts.ts';
import { listSentences } from '../../../rule/find-sentence.ts';
import { isOwn } from '../../../rule/is-own.ts';
import { isObjection } from '../../../rule/is-objection.ts';
import { firstAfter } from '../../../rule/order.ts';
import type { Rule } from '../../../rule/rule.ts';

/** An order, not an observation ("I don't see it") and not a condition. */
const FORBIDS =
  /(?:^|[,;:] |\b(?:and|but|please|also|so|just)\s+)(?:don['’]?t|do not|never|must not|no need to)\s+(?:just |ever |you |please |directly |try to )?(\w[\w'-]*)\b([^.;,!?]*)/i;
const CONDITION = /\b(?:unless|until|without|before|if|when|because|since|except|yet)\b/i;
const SHARES: ReadonlySet<string> = new Set(['commit', 'push', 'merge', 'publish', 'deploy', 'release']);
const MENTAL: ReadonlySet<string> = new Set([
  'think',
  'know',
  'see',
  'understand',
  'like',
  'want',
  'have',
  'forget',
  'worry',
  'need',
  'mention',
  'ask',
  'be',
  'get',
  'tell',
  'hesitate',
  'stop',
]);
/** Words too common in code and talk to show that the forbidden thing was done. */
const PLAIN =
  /^(?:change|modify|introduce|implement|create|delete|remove|anything|directly|should|nothing|really|actually|another|anymore|either|within|inspect|explanation|existing|current|things?|please|function|method|string|number|return|object|default)$/;
/** An order is for the work at hand. */
const LASTS_TURNS = 3;

interface Ban extends Place {
  readonly turn: HumanTurn;
  readonly words: string;
  readonly verb: string;
  /** The one or two words that name what is not wanted. */
  readonly things: readonly string[];
}

function readBan(turn: HumanTurn, sentence: string): Ban | undefined {
  const [, verb = '', rest = ''] = FORBIDS.exec(sentence) ?? [];
  const lowered = verb.toLowerCase();
  if (lowered === '' || MENTAL.has(lowered) || CONDITION.test(rest)) return undefined;
  const things = `${lowered} ${rest.toLowerCase()}`.match(/[a-z][\w.-]{5,}/g)?.filter((word) => !PLAIN.test(word)) ?? [];
  return { seq: turn.seq, line: turn.line, turn, words: sentence, verb: lowered, things: things.slice(0, 2) };
}

const stemOf = (word: string): string => word.replace(/(?:ing|ed|es|s)$/, '');
const count = (lines: EditFact['added'], stem: string): number => lines.reduce((sum, { text }) => sum + text.toLowerCase().split(stem).length - 1, 0);
/** The change brings in every word of what was not wanted. */
const bringsIn = ({ added, removed }: EditFact, things: readonly string[]): boolean =>
  things.every((thing) => count(added, stemOf(thing)) > count(removed, stemOf(thing)));
const does = ({ commands, status }: Run, verb: string): boolean =>
  status === 'passed' &&
  commands.some(({ words }) => ['git', 'gh', 'npm', 'cargo', 'pnpm', 'yarn'].includes(words[0] ?? '') && words.slice(1, 4).includes(verb));

const SETS_OUT = /\b(?:need|needs|add|adding|keep|use|using|implement|introduce|restore|re-?add|want|make)\b/i;
const SETS_ASIDE = /\b(?:no|not|never|don['’]t|without|remov\w+|avoid\w*|instead of|drop\w*|user (?:said|asked|wants))\b/i;

/** Where the agent says that it needs the very thing, and then changes the product. */
function findIntent(facts: SessionFacts, { things, seq }: Ban, inForce: (place: EditFact) => boolean): EditFact | undefined {
  for (const message of facts.replies.filter((reply) => reply.seq > seq)) {
    const says = listSentences(message.text).some(
      (one) => SETS_OUT.test(one) && !SETS_ASIDE.test(one) && things.every((thing) => one.toLowerCase().includes(stemOf(thing))),
    );
    const edit = says ? firstAfter(facts.edits, message, ({ role }) => role === 'product') : undefined;
    if (edit && inForce(edit) && edit.turn === message.turn) return edit;
  }
  return undefined;
}

function findBreach(facts: SessionFacts, ban: Ban): { readonly place: Run | EditFact; readonly quote: string } | undefined {
  // Asked for by name later on, sharing is no longer ruled out.
  const lifted = SHARES.has(ban.verb) ? facts.humanTurns.find(({ seq, own }) => seq > ban.seq && own.toLowerCase().includes(ban.verb)) : undefined;
  const inForce = (place: Run | EditFact): boolean =>
    place.seq > ban.seq && place.turn < ban.turn.turn + LASTS_TURNS && place.seq < (lifted?.seq ?? Infinity) && isOwn(facts, place);
  if (SHARES.has(ban.verb)) {
    const run = facts.runs.find((one) => inForce(one) && does(one, ban.verb));
    return run && { place: run, quote: run.command };
  }
  if (ban.things.length === 0) return undefined;
  const edit = facts.edits.find((one) => inForce(one) && one.role !== 'docs' && bringsIn(one, ban.things)) ?? findIntent(facts, ban, inForce);
  return edit && { place: edit, quote: edit.added.find(({ text }) => text.toLowerCase().includes(stemOf(ban.things[0] ?? '')))?.text ?? edit.shownPath };
}

export const rule: Rule = {
  meta: {
    id: 'told-not-to',
    version: 1,
    kind: 'scope',
    stage: 'nursery',
    worth: 3,
    concepts: ['the ask, line by line', 'a limit is a requirement'],
    activities: ['E1', 'E4'],
  },
  *find(facts) {
    for (const turn of facts.humanTurns) {
      if (!isOwn(facts, turn) || turn.pasted === 'all') continue;
      for (const sentence of listSentences(turn.own)) {
        const ban = readBan(turn, sentence);
        const breach = ban && findBreach(facts, ban);
        if (!ban || !breach) continue;
        const answer = firstAfter(facts.humanTurns, breach.place);
        const objection = answer && isObjection(answer) ? answer : undefined;
        const isEdit = 'shownPath' in breach.place;
        yield {
          decision: { from: breach.place, shape: isEdit ? 'edit' : 'command' },
          hindsight: objection ? [{ place: objection, quote: objection.own }] : [],
          evidence: [
            { place: breach.place, quote: breach.quote },
            { place: ban, quote: ban.words },
          ],
          confidence: objection || !isEdit ? 0.75 : 0.55,
          // What the person wrote, and what was done.
          sources: 2,
          params: { ban: ban.words },
        };
      }
    }
  },
};
