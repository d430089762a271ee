import type { EditFact, Message, SessionFacts } from '../../../facts/facts.ts';
import { findSentence, listSentences } from '../../../rule/find-sentence.ts';
import { isOwn } from '../../../rule/is-own.ts';
import { firstAfter, listBetween } from '../../../rule/order.ts';
import type { Rule } from '../../../rule/rule.ts';

/** What the code is said to do without any change. */
const HAS =
  /\b(?:already|correctly|automatically|always) (?:returns?|handles?|supports?|includes?|has|have|contains?|exposes?|passes|provides?|does|filters?|validates?|checks?|covers?|sends?|stores?|sets?|uses?|calls?|clears?|cleans?|loads?|reads?|writes?|exists?|works?)\b|\b(?:will|would) (?:also |then |still )?(?:be (?:returned|included|handled|picked up|set|loaded|cleared|called)|work|run|handle|include|pick up)\b/i;
const LACKS =
  /\b(?:doesn['’]t|does not|isn['’]t|is not|aren['’]t|are not|didn['’]t|won['’]t|never|not|missing|without|no longer|only|lacks?|forgot|overlooked|fails?)\b/i;
const NOT_STATED = /\?$|\b(?:if|whether|should|make sure|need to|check|verify|could|might)\b/i;
const NAME = /`([^`\n]{4,60})`|\b([a-z]+[A-Z]\w+|[a-z]\w*_\w+)\b/g;
/** Beyond this many events it is another inquiry. */
const FAR = 300;

/** One name in the ways different languages write it. */
const fold = (name: string): string => name.replaceAll(/[^A-Za-z]/g, '').toLowerCase();
const listNames = (sentence: string): string[] =>
  [...new Set([...sentence.matchAll(NAME)].map((match) => fold(match[1] ?? match[2] ?? '')))].filter((name) => name.length > 5);

const isStated = (sentence: string): boolean => HAS.test(sentence) && !NOT_STATED.test(sentence) && !LACKS.test(sentence);

interface Disproof {
  readonly said: Message;
  readonly sentence: string;
  readonly fix: EditFact;
}

/** Later said to be lacking, and then added. */
function findDisproof(facts: SessionFacts, stated: Message, names: readonly string[]): Disproof | undefined {
  const until = { seq: stated.seq + FAR, line: 0 };
  for (const said of listBetween(facts.replies, stated, until)) {
    if (!isOwn(facts, said)) continue;
    const sentence = listSentences(said.text).find((one) => LACKS.test(one) && !NOT_STATED.test(one) && listNames(one).some((name) => names.includes(name)));
    const fix = sentence ? firstAfter(facts.edits, said, (edit) => edit.role === 'product' && isOwn(facts, edit)) : undefined;
    if (sentence && fix && fix.seq - said.seq < 20 && fix.added.some(({ text }) => names.some((name) => fold(text).includes(name))))
      return { said, sentence, fix };
  }
  return undefined;
}

export const rule: Rule = {
  meta: {
    id: 'had-it-already',
    version: 1,
    kind: 'false-assumption',
    stage: 'nursery',
    worth: 3,
    concepts: ['what was looked at, and what was concluded?', 'follow a value all the way'],
    activities: ['E4', 'E6'],
  },
  *find(facts) {
    const told = new Set<EditFact>();
    for (const stated of facts.replies) {
      const sentence = isOwn(facts, stated) ? findSentence(stated.text, isStated) : undefined;
      const names = sentence ? listNames(sentence) : [];
      const found = sentence && names.length > 0 ? findDisproof(facts, stated, names) : undefined;
      if (!sentence || !found || told.has(found.fix)) continue;
      told.add(found.fix);
      yield {
        decision: { from: stated, shape: 'belief' },
        hindsight: [
          { place: found.said, quote: found.sentence },
          { place: found.fix, quote: `${found.fix.shownPath} is changed for it` },
        ],
        evidence: [
          { place: stated, quote: sentence },
          { place: found.said, quote: found.sentence },
        ],
        confidence: 0.6,
        sources: 2,
        paths: [found.fix.path],
        params: { sentence },
      };
    }
  },
};
