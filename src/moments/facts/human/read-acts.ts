/**
 * What a person does with a message, from their own words. A first message cannot correct: nothing has been done yet.
 * Where the words could as well be a plain change of specification, no correction is seen: a missed one costs less than
 * a wrong one.
 */
import { anyOf } from '../any-of.ts';
import { isWide, toMatchText } from '../match-text.ts';
import type { HumanAct } from '../facts.ts';
import { readOtherLanguages } from './other-languages.ts';

export interface ActContext {
  /** The agent has done or said something before this message. */
  readonly follows: boolean;
  readonly pasted: 'none' | 'part' | 'all';
  /** The message refused a command or a change, or stopped one. */
  readonly refusedWork: boolean;
}

const LONGEST_READ = 6000;
/** Beyond this many characters a message is a specification: weak words in it ("don't", "instead") say little. */
const SHORT = 500;

/** Opens a message that says no. */
const SAYS_NO =
  /^(?:no+|nope|nah|wrong|incorrect|stop|wait|hold on|hmm,? no|not (?:quite|really|exactly|like that))(?![\w'-])(?! (?:need|problem|worries|rush|longer|idea|issue))/;
/** Opens a message that forbids. Later in a message it is a condition of the request. */
const FORBIDS = /^(?:please |also |but |and |let's )*(?:do not|don't|dont|never|not)\b(?! worry)/;
/** Judges what the agent did or believed. */
const JUDGES = anyOf([
  /\b(?:that|this|it)(?:'s| is| was) (?:not (?:right|correct|true|what|how|the (?:right|point|way|case|issue|problem|cause))|(?:wrong|incorrect|false|misleading|a (?:bad|terrible|wrong)))\b/,
  /\b(?:is|are|was|were)(?: not|n't) (?:\w+ enough|right|correct|true|accurate|possible|needed|relevant)\b|\b(?:is|are|was|were) (?:wrong|incorrect|inaccurate|outdated|misleading)\b/,
  /\b(?:is|are) (?:just|only|actually) .{1,60}\bnot\b/,
  /\b(?:isn't|not|wasn't|isnt) what i (?:asked|meant|wanted|said|want|had in mind)\b/,
  /\bi (?:said|meant|mean|asked|told you|was talking about|was referring to|already (?:said|told|mentioned)|specifically)\b/,
  /\bi (?:did ?n[o']t|never|don't recall) (?:ask|asked|want|wanted|say|said|tell|told|mean)\b/,
  /\byou (?:forgot|missed|misunderst\w+|misread|broke|removed|deleted|overwrote|ignored|skipped|lost|introduced|hallucinated|invented|assumed|should(?:n't| not)|should have|were supposed|did ?n[o']t|didnt|have ?n[o']t|havent|are wrong|were wrong|keep|still (?:have|did|use|need)|are (?:still|not|missing|overcomplicating)|changed|put)\b/,
  /\bwhy (?:did|do|are|would|have|didn't|don't|aren't|were|is it that) you\b/,
  /\b(?:revert|undo|roll ?back|put (?:it|that|this|them) back|restore (?:it|that|the (?:original|previous|old)))\b/,
  /\bi(?:'ve| have)? (?:reverted|undone|rolled back|rejected|had to (?:fix|revert|change))\b/,
  /\bstop (?:doing|using|adding|changing|making|trying)\b/,
  /\b(?:there(?:'s| is| was) no need|no need to|not necessary|unnecessary|overkill|over-?engineer\w*|(?:is|it's|that's|are|looks|seems|feels|way|bit) too (?:complex|complicated|verbose|much|many|big|small|long))\b/,
  /\b(?:as i (?:said|mentioned|asked)|like i said)\b|^again,/,
  /\b(?:bad|wrong|terrible) (?:idea|approach|assumption|direction|place|file|branch|way)\b/,
  /\b(?:does ?n[o']t|doesnt|do ?n[o']t) (?:sound|look|seem|feel) (?:\w+ )?(?:right|correct|good|rigth)\b/,
  /\bi thought (?:we|you|it|this|that|the)\b|\b(?:you|we) (?:just )?(?:said|agreed|decided)\b/,
  /\b(?:made? (?:it|that|this) up|hallucinat\w+)\b/,
  /\bi (?:disagree|don't (?:quite |really |actually )?(?:agree|think (?:so|that|this|we|you|it)|like (?:this|that|it|the)|understand why you|see why))\b/,
]);
/** Says that it was well done: what follows is what the agent did right. */
const PRAISES =
  /^(?:(?:ah|oh|ok(?:ay)?|yes|yep|yeah|wow|phew)[,.!]? )*(?:(?:really |very |so |i'm |i am )*(?:good|great|nice|glad|happy|relieved|well done|love|like|appreciate|thanks?|thank you|kudos)\b.{0,25}\b(?:that|for|how|what|not)\b|you (?:were|are) (?:absolutely |completely |quite )?right\b|you're (?:absolutely |completely |quite )?right\b)/;
/** A sentence of its own: what follows is something else. */
const PRAISE_ALONE = /^(?:very |really )?(?:nice|great|perfect|excellent|awesome|good|cool|well done|works)(?: (?:job|work|one))?[.!]+$/;
const BUTS = /\b(?:but|however|except|although|though|yet|only)\b/;
/** Changes the course; a correction only in a short message that is not a question. */
const REDIRECTS = anyOf([
  /[,;.] ?(?:do not|don't|dont|never) (?:\w+ )?(?:use|add|change|touch|remove|delete|create|commit|push|do|make|write|modify|rename)\b(?! (?:any|the code|code|yet|it yet))/,
  /\b(?:shouldn't|should not|must not|mustn't|should(?:n't)? only|should never)\b/,
  /\bshould (?:be|have|stay|remain|go|use|come|appear|work|show|only)\b.*(?:\b(?:instead|rather|currently)\b|, not\b|\bnot (?:just|only|in|on|the|a)\b)/,
  /\binstead\b(?! of (?:the user|users))/,
  /\brather than\b/,
  /^(?:actually|but|hmm+|well)\b[, ]/,
  /\bwe (?:don't|do not|dont) (?:need|want|use|have|support)\b/,
  /\bi (?:don't|do not|dont) (?:want|need)\b/,
]);
const REPORTS = anyOf([
  /\bi (?:do not|don't|dont|can't|cannot|still don't) see (?!why|how|what|a reason|the point)/,
  /\bi(?:'ve| have|'m| am)? ?(?:got |getting )?(?:plenty|lots|a lot|many|weird|several|some) (?:of )?(?:\w+ ){0,3}(?:warnings?|errors?|issues?|problems?|exceptions?|failures?)\b/,
  /\b(?:it|this|that)(?:'s| is) (?:still |always |also )?(?:displaying|showing|happening|not saving|not storing|not saved|broken)\b/,
  /\b(?:just )?happened again\b/,
  /\bdoes ?n[o']t (?:\w+ )?(?:contain|match|clear|include|sound|look|make sense|exist|save|persist|disable|enable)\b/,
  /\b(?:does ?n[o']t|doesnt|did ?n[o']t|don't|do not|is ?n[o']t|isnt|not|never|no longer|stopped) (?:seem to )?(?:work|working|render|rendering|show|showing|display|displayed|appear|load|loading|update|updating|compile|build|start|respond|responding|pass|open|refresh|visible|trigger)\w*\b/,
  /\b(?:still|now) (?:\w+ )?(?:fail\w*|broken|broke|crash\w*|wrong|missing|have|has|get|getting|got|see|seeing|shows?|the same|not|there|happen\w*|an? (?:error|issue|bug)|error\w*)\b/,
  /\b(?:i|we)(?:'m| am|'ve| have|'re| are)? (?:got|get|getting|see|seeing|have|having|receive|hit|hitting|face|facing|run into|ran into) (?:this|these|an?|the|some|weird|plenty of|lots of|many|several|those|following|two|errors?|issues?)\b.{0,60}\b(?:errors?|issues?|bugs?|problems?|warnings?|exceptions?|crash\w*|fail\w*|message)\b/,
  /\b(?:fails?|failed|failing|crash(?:es|ed|ing)?|throws?|breaks?|broke|broken|bugged|buggy|freezes?|hangs?|stuck)\b/,
  /\b(?:there(?:'s| is| are)|found|noticed|spotted) (?:an? |another |some |still )?(?:\w+ )?(?:bugs?|errors?|issues?|problems?|regressions?|glitch\w*|warnings?)\b/,
  /\bnothing (?:happens|happened|shows|changed)\b/,
  /\bi (?:cannot|can't|cant|can not) (?:\w+ )?(?:see|run|re-?run|start|open|use|log ?in|find|access|click|select)\b/,
  /\b(?:ci|build|pipeline|tests?|lint|workflow|job) (?:is|are) (?:failing|red|broken)\b/,
]);
const ASKS_WHY =
  /^(?:(?:so|and|but|ok(?:ay)?|hmm+|wait|also)[,]? )*(?:why|how(?! about)|what(?! about|'s next)|where|when|which|who|is|are|was|were|does|do(?! not|n't)|did|has|have|should|would|isn't|aren't|doesn't|don't (?:we|you)|can (?:it|this|we|i)|am i|shouldn't|wouldn't)\b/;
const ASKS_TO_DO =
  /^(?:(?:so|and|ok(?:ay)?|hey|hi|please|also|now)[,]? )*(?:can|could|will|would) (?:you|we)(?: (?:please|also|just|now|maybe))*\b(?! (?:explain|tell|confirm|clarify|describe|elaborate))/;
/** After a refusal by mistake. */
const LETS_GO_ON = /\b(?:sorry|oops|my bad|continue|go on|carry on|try again|retry|proceed)\b/;
const EXPLAIN =
  /\b(?:can|could) you (?:please )?(?:explain|tell me|confirm|clarify|describe|elaborate)\b|^(?:please )?(?:explain|clarify|elaborate)\b|\bi (?:don't|do not) (?:understand|get|see) (?:why|how|what)\b|\b(?:do|don't) you think\b|\bi wonder\b/;
const APPROVES =
  /^(?:(?:ok(?:ay)?|yes|yep|yeah|yup|sure|great|perfect|excellent|awesome|good|nice|cool|alright|right|correct|exactly|fine|lgtm|approved?|agreed?|confirmed?|go(?: ahead| for it)?|proceed|continue|ship it|do it|make it so|sounds good|looks (?:good|great|right|ok|fine|perfect)|works?(?: (?:great|well|fine|now|perfectly))?|it works|that works|merge(?: it)?|commit(?: (?:it|this|and push|then|all|everything|the changes|your changes))?|com+it|push(?: it)?|commit,? (?:and )?push|please (?:proceed|continue|commit|merge))\b[\s,.!:)]*)+/;
const ACKNOWLEDGES =
  /^(?:(?:thanks?|thank you|thx|ty|cool|nice|great|ok(?:ay)?|got it|understood|i see|good(?: job| work)?|awesome|perfect|wow|haha|lol|love it|makes sense|done)[\s,.!]*)+$/;

export function readActs(own: string, { follows, pasted, refusedWork }: ActContext): Set<HumanAct> {
  const text = toMatchText(own.slice(0, LONGEST_READ).trim(), isWide(own));
  const acts = new Set<HumanAct>();
  const short = text.length <= SHORT;
  const sentences = splitWords(text);
  const elsewhere = readOtherLanguages(own.slice(0, LONGEST_READ), sentences);
  for (const act of elsewhere) if (act === 'question' || follows) acts.add(act);
  if (sentences.length === 0) {
    if (pasted === 'all') acts.add('report');
    else if (acts.size === 0 && own.trim() !== '') acts.add('request');
    return acts;
  }
  const first = sentences[0] ?? '';
  const question = sentences.some(isQuestion);
  const approval = APPROVES.exec(text)?.[0] ?? '';
  if (
    follows &&
    approval !== '' &&
    (approval.trim().length >= text.length * 0.6 || text.length < 60 || /^[\s]*(?:[.,!\n]|and |then )/.test(text.slice(approval.trimEnd().length)))
  )
    acts.add('approval');
  if (follows && (praises(first) || PRAISE_ALONE.test(first))) acts.add('approval');
  if (text.length <= 60 && ACKNOWLEDGES.test(text)) acts.add('acknowledgement');
  if (question) acts.add('question');
  // After praise, what broke is told as the reason for it.
  if (!praises(first) && (follows || pasted !== 'none' || short) && sentences.slice(0, 6).some((sentence) => REPORTS.test(sentence) && !isWish(sentence)))
    acts.add('report');
  if (follows && corrects(sentences, first, short)) acts.add('correction');
  if (refusedWork && pasted === 'none' && !acts.has('approval') && !question && !LETS_GO_ON.test(first)) acts.add('correction');
  if (sentences.some((sentence) => asksForWork(sentence)) || acts.size === 0) acts.add('request');
  return acts;
}

function corrects(sentences: readonly string[], first: string, short: boolean): boolean {
  if (SAYS_NO.test(first) || FORBIDS.test(first)) return true;
  // A long message is judged by how it opens.
  const judged = short ? sentences : sentences.slice(0, 3);
  if (judged.some((sentence) => JUDGES.test(sentence) && !praises(sentence))) return true;
  return short && sentences.some((sentence) => !isQuestion(sentence) && REDIRECTS.test(sentence));
}

const praises = (sentence: string): boolean => PRAISES.test(sentence) && !BUTS.test(sentence);

/** "make sure it doesn't fail", "if the build breaks": not what happened. */
const isWish = (sentence: string): boolean =>
  /\b(?:if|unless|make sure|ensure|so that|in case|when(?:ever)?|should|would|could|might|avoid|prevent|without|until|how (?:did|does|do)|handle)\b/.test(
    sentence,
  ) && !/\b(?:still|got|see|getting)\b/.test(sentence);

function isQuestion(sentence: string): boolean {
  if (EXPLAIN.test(sentence)) return true;
  if (ASKS_TO_DO.test(sentence)) return false;
  return (
    sentence.endsWith('?') ||
    (ASKS_WHY.test(sentence) &&
      /^(?:(?:so|and|but|ok(?:ay)?|wait)[,]? )*(?:why|how (?:do|does|did|come|can|is|are)|what (?:is|are|does|do|did|happens))\b/.test(sentence) &&
      sentence.length < 200)
  );
}

const IMPERATIVE =
  /^(?:(?:ok(?:ay)?|now|then|also|and|please|next|first|finally|instead|so|let's|lets|yes|no|great|perfect|thanks)[,.]? )*(?:add|make|fix|remove|delete|create|update|change|implement|write|use|move|rename|refactor|run|test|check|commit|push|merge|open|review|investigate|look|find|replace|revert|restore|rebase|generate|build|deploy|install|set|put|show|hide|display|keep|continue|start|stop|explain|analy[sz]e|verify|ensure|mention|include|do|try|read|apply|clean|simplify|split|convert|rewrite|improve|bump|close|mark|research|plan|give|tell|list|document|extract|import|export|enable|disable|support|allow|handle|rerun|re-run|proceed)\b/;
const asksForWork = (sentence: string): boolean =>
  IMPERATIVE.test(sentence) ||
  ASKS_TO_DO.test(sentence) ||
  /\b(?:please|pls|i (?:want|need|would like|'d like)|we (?:need|want|should|must)|you (?:should|need to|must|can))\b/.test(sentence) ||
  /\bshould (?:be|have|not|only|also|appear|display|show)\b/.test(sentence);

/** Sentences of informal writing: line ends count, and full stops before a space. */
function splitWords(text: string): string[] {
  return text
    .split(/\n+|(?<=[.!?])\s+/)
    .map((sentence) => sentence.replace(/^[\s>*•-]+|\s+$/g, ''))
    .filter((sentence) => /[a-zß-ÿ]{2}|\?/.test(sentence))
    .slice(0, 60);
}
