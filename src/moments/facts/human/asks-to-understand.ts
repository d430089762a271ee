/**
 * Whether a message asks how a thing works, why it is so or what follows from it: in any place of the message, with or without
 * a question mark. Wishes in the form of a question and questions of where the work stands are none.
 */
import { anyOf } from '../any-of.ts';
import { isWide, toMatchText } from '../match-text.ts';
import { rememberByText } from '../remember-by-text.ts';

/** A longer message is a specification, and weighs many things. */
const LONGEST_READ = 1500;
/** Weaker signs count in a message that says little else. */
const SHORT = 600;

/** Where a clause of informal writing may begin. */
const CLAUSE = String.raw`(?:^|[,;:.+-]\s*|\b(?:so|and|but|then|wait|also|ok(?:ay)?|hmm+|well|though|or|q|question|man|dude|confused|wonder(?:ing)?|curious|not sure|sure|know|understand|explain|tell me)[,:]?\s+)`;

const OPENS = anyOf([
  new RegExp(`${CLAUSE}(?:hy|why)\\b(?! (?:did|do|are|would|have|were|didn't|don't|aren't|haven't) you\\b)`),
  new RegExp(
    `${CLAUSE}how (?:does|did|is|are|was|were|would|come|could|should|can|has|have|exactly)\\b(?! (?:i|you)\\b(?! (?:know|tell|decide)))(?! it (?:going|looking))`,
  ),
  new RegExp(`${CLAUSE}how do (?:\\w+ ){1,4}(?:work|handle|decide|know|compare|name|define|calculate|detect|differ|treat|deal|store|track|choose)\\b`),
  /\b(?:what(?:'s| is| are| was| were)|whats) (?:the |a |your |it'?s )?(?:\w+ )?(?:purpose|point|difference|reason|benefit|advantage|downside|drawback|trade-?off|impact|implication|relation(?:ship)?|rationale|idea|meaning|pros?|risk|cause|diff|motivation|state|semantics|intent)s?\b(?! (?:is|are)\b)/,
  /\bwhat(?:'s| is) (?:stopping|preventing|keeping|causing|making)\b|\bwhat (?:(?:can|could|might|would) (?:be|cause|explain|happen|break|go wrong|change)|happens|happened|would happen|will happen|if|(?:does|do|did) .{1,60} (?:mean|do|entail|achieve|imply)\b|(?:causes|caused|triggers|triggered|makes|made|prevents|stops|guarantees|determines|decides|controls)\b)/,
  /\b(?:if|when|once|after) .{5,120}\b(?:how|what|why) (?:does|do|will|would|is|are|happens|about)\b/,
  /\b(?:do i understand (?:correctly|right|it)|am i right that)\b|\b(?:doesn'?t|does not|wouldn'?t|won'?t|isn'?t|wasn'?t|aren'?t) (?:it|this|that|there|they|these|those)\b/,
  /\bshouldn't (?:it|this|that|they|the \w+|\w+s) (?:have|also|already|still)\b/,
  new RegExp(
    `${CLAUSE}(?:is|are|was|were|isn't|aren't) (?:it|this|that|there|these|those|they|the [\\w.-]+(?: [\\w.-]+)?|[\\w.-]+)(?: [\\w-]+)? (?:an? (?:\\w+ )?(?:issue|problem|risk|anti-?pattern|reason|bug|difference|best practice|guarantee|concern|edge case|race)|(?:common|standard|normal|safe|necessary|valid|correct|problematic|possible|expected|intuitive|better|worse|slower|faster|redundant|any (?:issue|problem|risk|reason|downside|other (?:case|scenario|way))s?|still (?:valid|needed|relevant|a|an|necessary|required|used)|really|the same (?:as|thing)|how)\\b)`,
  ),
  new RegExp(
    `${CLAUSE}(?:will|would|could|might|does|do) (?:it|this|that|these|they|the [\\w.-]+)(?: \\w+)? (?:be|cause|caused|break|confuse|affect|mean|work|lead|happen|have|scale|conflict|still|overwrite|lose|require|impact|slow|matter)\\b`,
  ),
  new RegExp(`${CLAUSE}do (?:we|you|they) (?:really |even |actually |ever )?(?:need|have|want) (?:\\w+ ){0,6}(?:at all|anymore|for|if|when)\\b`),
  new RegExp(`${CLAUSE}do (?:we|they) (?:really|even|actually|ever)\\b`),
  /\bi(?:'m| am)? ?(?:do not|don't|didn't|can't|cannot|not) (?:really |quite |fully )?(?:understand|get|see|follow|sure)\b(?: (?:why|how|what|whether|if)\b| the (?:purpose|point|reason|difference|benefit|logic)\b)/,
  /\bi(?:'m| am| was)? ?(?:wonder(?:ing)?|curious|confused)\b.{0,30}\b(?:why|how|what|whether|if)\b(?! (?:we|you) (?:should|could|can)\b)/,
  /\bwhat do you mean\b|\bmeaning what\b|\bare you sure\b|\bis that (?:true|right|correct|so)\b/,
  // Another cause than the one at hand, and what there already is to go by.
  /^(?:or|and) (?:is|was|are|were|could|might) .{3,80}\b(?:the (?:\w+ )?(?:problem|issue|cause|reason|culprit)|related|to blame|involved)\b|\b(?:could|might|can) (?:this|that|it|these|they|the [\w.-]+) (?:\w+ )?be (?:related|caused|because|due to|why|the (?:cause|reason|problem))\b/,
  /\b(?:are|were) (?:we|they) (?:\w+ )?(?:testing|covering|checking|handling|validating|verifying|logging|tracking|measuring|storing|relying)\b(?=.*\?)|\b(?:do|did) we (?:already |even |actually |currently )?(?:test|cover|check|handle|validate|rely|have (?:any |a |an |some )?(?:\w+ )?(?:tests?|coverage|guard|check|precedent))\b(?=.*\?)/,
  /\bwhat (?:does|do|did) .{1,40} (?:get (?:replaced|turned|renamed|changed)|become|replace)\b/,
  /\b(?:explain|clarify|help me understand|tell me|walk me through) (?:\w+ )?(?:how|why|what)\b/,
]);
/** By its grammar alone a question about a thing, not about what one of the two is to do. */
const ASKS_ABOUT = anyOf([
  new RegExp(`${CLAUSE}(?:is|are|was|were|does|do|did|can|could|would|will|has|have|isn't|aren't|doesn't) (?!you\\b|we\\b|i\\b|not\\b)[\\w.'-]+(?: [^ ]+){2,}`),
  new RegExp(
    `${CLAUSE}(?:who|when|which (?:one|of|\\w+)|how|what(?:'s| is| are)?|whats) (?:is|are|was|were|does|do|did|can|could|would|will|should|has|have|\\w+s|\\w+ing|(?:expensive|long|often|much|many|big|fast|safe|likely) \\w+)\\b(?: [^ ]+){2,}`,
  ),
  /^(?:(?:so|and|but)[, ]+)?any (?:\w+ )?(?:reason|downside|drawback|risk|problem|harm|difference|idea why)s?\b/,
  /\b(?:curious|not sure|no idea|don't know|wondering|explain)\b.{0,40}\b(?:why|how|what|whether|if)\b/,
]);
/** Says what they take to be so, and asks whether it is. */
const CHECKS_BELIEF =
  /^(?!.*\b(?:(?:can|could|please|let's|should) (?:you|we)|you can)\b).{15,}(?:[,.]|\b(?:is|are|does|do|it|that))?\s*\b(?:right|correct|yeah|hey|no|isn't it|doesn't it)\s*\?$|\b(?:it|that|this|we|they|you) (?:\w+ )?(?:would|could|should|does|do|is|are|was|did|can)n't\b[^.!?]*\?$/;
/** A statement that only its mark makes a question: what they take to be so, not yet sure. */
const DECLARES =
  /^so (?:this|that|it|they|the \w+) (?!is\b.{0,30}\b(?:done|ready|merged)\b)\w+ \w+.*\?$|^(?!.*\b(?:can|could|shall|should|would|will|do|did|have) (?:we|you|i)\b)(?:(?:so|and|but|hmm+|ok(?:ay)?|wait|ah|oh|uhh?)[,.]* )*(?:i guess |presumably |in theory |apparently )?(?!(?:you|we have|why|how|what|where|when|which|who|whose|is|are|was|were|am|does|do|did|don't|has|have|had|should|would|could|can|will|shall|may|might|any|anything|else|or|if|for|maybe|perhaps|q|did)\b)[^?]{3,60}\b(?:is|are|was|were|would|will|does|means?|tells?|has|have|had|can|gets?|goes|happens|only|already|never|always)\b.{8,}\?$/;
/** Weighs one way against another, and leaves the choice open. */
const ALTERNATIVES =
  /\b(?:can|could|should|do|does|is|would|will) .{5,120}\bor (?:do|does|is|are|should|would|will|can|must) (?:we|it|i|this|that|they|the|there)\b/;
/** A wish, or a proposal, in the form of a question. */
const WISHES =
  /^(?:(?:so|and|ok(?:ay)?|hey|hi|please|also|now|then|but|great|yes)[,]? )*(?:(?:can|could|will|would) (?:you|we|i)\b(?! (?:\w+ )?(?:explain|tell|clarify|elaborate|be sure|know|trust|rely|assume))|(?:make|add|put|move|remove|rename|show|use|change|update|fix|set|create|need|check|look|find|run|spawn|ask|ensure|review|investigate|search|research|refer|implement|write|commit|let's)\b)|\b(?:shall we|do you want|what do you think|how about|what about|any way to|is there (?:a|any|another|other) way|makes? sense to)\b/;
const IS_REACHED =
  /\b(?:recommend|suggest|(?:types|kinds|options|choices) (?:of|are|do)|done|finished|merged|pushed|committed|ready|landed|running|complete|completed|deployed|published|closed|idle|stuck|outstanding|available|installed|saved)\b/;
const LOOKS_UP =
  /\b(?:(?:(?:what(?:'s| is)(?: the)?|any|check|current) (?:\w+ )?status)|status (?:of|update|report)|ready to (?:merge|commit|push|ship)|are (?:we|you|they) done|(?:did|have|has) (?:we|you|they|it|the \w+) (?:push|commit|merge|run|finish|update|land)\w*|is (?:it|this|that|the .{1,40}) (?:done|finished|pushed|merged|committed|ready|landed|complete)|where (?:do we|are we|is it up|is|are)|making progress|is there?r? an? (?:\w+ )?(?:issue|ticket|pr|bead|branch|doc) (?:raised|open|filed|already|for)|what(?:'s| is) next|what(?:'s| is| are) (?:outstanding|left|remaining))\b/;

export const asksToUnderstand = rememberByText((own) =>
  someSentence(own, (sentence) => ALTERNATIVES.test(sentence) || (!WISHES.test(sentence) && (OPENS.test(sentence) || CHECKS_BELIEF.test(sentence)))),
);

/** Asks about a thing, perhaps only to look it up. */
export const asksAbout = rememberByText(
  (own) => own.length <= SHORT && someSentence(own, (sentence) => !WISHES.test(sentence) && !IS_REACHED.test(sentence) && ASKS_ABOUT.test(sentence)),
);

/** Asks by the mark alone whether a thing is as they say. */
export const asksWhetherSo = rememberByText((own) => someSentence(own, (sentence) => !WISHES.test(sentence) && DECLARES.test(sentence)));

function someSentence(own: string, fits: (sentence: string) => boolean): boolean {
  if (own.length > LONGEST_READ) return false;
  return toMatchText(own.trim(), isWide(own))
    .split(/\n+|(?<=[.!?])\s+/)
    .map((sentence) => sentence.replace(/^[\s>*+•-]+|\s+$/g, ''))
    .some((sentence) => !LOOKS_UP.test(sentence) && fits(sentence));
}
