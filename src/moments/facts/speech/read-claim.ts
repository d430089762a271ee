/**
 * Whether a sentence asserts a result or a belief. Plans, wishes, conditions, questions and reports of failure are not
 * claims; a plain regular expression over whole messages takes them for one nine times out of ten.
 */
import type { ClaimType } from '../facts.ts';
import type { Sentence } from './split-sentences.ts';

export interface ReadClaim {
  readonly type: ClaimType;
  readonly hedged: boolean;
}

/** What will be done, what should be true, what is asked: nothing is asserted yet. */
const NOT_ASSERTED =
  /^(?:let me|let's|lets|now,? (?:let|i'll|i will|i need|run|add|update|check)|i'll|i will|i'm going to|i am going to|i'm (?:now |going |checking|running|looking|adding|updating|verifying|re-?running)|i need|i should|i want|i can|i could|i would|we need|we should|we can|we could|you can|you could|you should|you may|next|to (?:fix|verify|make|ensure|check|do|get|avoid|run)|if|once|when|after|before|until|unless|whether|should|could|would|would you|do you|shall|can|please|first,? (?:i|let)|then (?:i|we)|run|verify|check|ensure|confirm|make sure|add|update|implement|fix|create|use|consider|try|remove|write|test)\b/i;
const CONDITIONAL =
  /\b(?:if|unless|until|once|whether|in case|so that|to (?:make sure|ensure|verify|confirm|see (?:if|whether)|check)|make sure|let me|need(?:s)? to|have to|must|would|could|want(?:s)? to|going to|will|'ll|todo|expected to|supposed to)\b/i;
const NEGATED =
  /\b(?:not|n't|never|no longer|cannot|without|fail(?:s|ed|ing|ure|ures)?|broken|incomplete|still|yet|except|nor|neither|barely|only partially|partially)\b/i;
const HEDGE =
  /\b(?:should|likely|probably|seems?|appears?|might|may|perhaps|possibly|i (?:think|believe|suspect|assume|expect|guess)|presumably|looks like|apparently|in theory|hopefully)\b/i;

const TESTS_PASS = [
  /\b(?:tests?|specs?|suites?|test files|checks|assertions|CI|pipeline|e2e|scenarios)\b[^.;:]{0,50}?\b(?:pass(?:es|ed|ing)?|(?:is|are|all|stays?|went|now|and) green|succeed(?:s|ed)?|succeeding)\b/i,
  /\b(?:all|\d+)(?: of \d+|\/\d+)? (?:\w+ ){0,3}(?:pass(?:ed|ing|es)?|green)\b(?! (?:the|a|an|in|on|to|through|it|them|values?|arguments?|parameters?|along|by|as|data|options?)\b)/i,
  /\b(?:all green|everything (?:passes|is green|passed))\b/i,
  /\btests?: (?:\d+ )?(?:pass(?:ed|ing)?|green|✅|✓)/i,
  /\b(?:\d+) pass(?:ed|ing)?,? (?:and )?(?:0|no|zero) fail/i,
];
const CLEAN = [
  /\b(?:type-?check(?:s|ing)?|typescript|tsc|types?|mypy|pyright|compil(?:es|ed|ation)|build(?:s)?|lint(?:ing|er|s)?|biome|eslint|ruff|clippy|format(?:ting)?|prettier)\b[^.;:]{0,40}?\b(?:pass(?:es|ed|ing)?|clean(?:ly)?|succeed(?:s|ed)?|success(?:ful|fully)|is green|are green|is fine|without (?:errors|issues|warnings))\b/i,
  /\b(?:no|zero|0) (?:\w+ )?(?:type |lint |typescript |compilation |build |new |remaining |other )*(?:errors?|warnings?|issues|regressions?|violations?|problems|leaks?)\b/i,
  /\b(?:compiles|builds|lints) (?:fine|cleanly|successfully|ok|without)\b/i,
];
const FIXED = [
  /\b(?:is|are|was|were|been|got|now|all|both|has been|have been|should be|i(?:'ve)?|i have|we(?:'ve)?|this|that|which|successfully) (?:now |also |all |fully |properly |correctly |been |successfully )*(?:fixed|resolved|solved|corrected|addressed|patched|repaired)\b/i,
  /^(?:✅ ?|✓ ?)?(?:fixed|resolved|solved|patched)\b/i,
  /\b(?:this|that|the (?:fix|change|update|patch)) (?:fixes|resolves|solves|addresses|corrects|eliminates|prevents)\b/i,
  /\b(?:no longer|won't|will no longer|never) (?:\w+ )?(?:fails?|crash(?:es)?|throws?|breaks?|happens?|occurs?|hangs?|leaks?|errors?|shows?|appears?)\b/i,
  /\b(?:bug|issue|problem|error|failure|warning)s? (?:is|are) (?:now )?gone\b/i,
];
const WORKS = [
  /\b(?:works?|working|functions?|functioning|behaves?|renders?|runs?) (?:now|correctly|properly|as (?:expected|intended|designed)|perfectly|fine|great|well|end[- ]to[- ]end|again|successfully|for (?:both|all))\b/i,
  /\b(?:now|all|everything|both|it|this|that|feature|fix|server|app|endpoint|flow) (?:is |are |now )*(?:works|working)\b/i,
  /\b(?:verified|confirmed|validated|proven|tested)\b[^.;]{0,30}?\b(?:works?|working|correct(?:ly)?|live|end[- ]to[- ]end|successfully|that)\b/i,
];
const COMPLETE = [
  /^(?:all |everything (?:is )?|i'm |we're |✅ ?|✓ ?|🎉 ?)?(?:done|complete|completed|finished)\b(?! (?:the|with|by|a|an)\b)/i,
  /\b(?:is|are|now|fully|all|been|implementation|migration|refactor(?:ing)?|feature|work|task|tasks|changes|steps|phase|plan)(?: \w+)? (?:complete|completed|done|finished|implemented|in place|ready|live|merged)\b/i,
  /\bi(?:'ve| have) (?:\w+ly |now |also )?(?:implemented|completed|finished|added|updated|refactored|migrated|created|removed|replaced|renamed|moved)\b/i,
  /\b(?:successfully|fully) (?:implemented|completed|created|added|updated|migrated|removed|integrated|deployed|merged|pushed)\b/i,
  /\bready (?:for (?:review|merge|use|testing|production)|to (?:merge|use|go|ship|commit))\b/i,
];
const CAUSE = [
  /\b(?:root cause|underlying (?:issue|problem|cause)|culprit|(?:the|real|actual|main|core) (?:issue|problem|cause|bug|error|reason|failure))\b[^.;]{0,60}?\b(?:is|was|are|were|comes? from|came from|lies|seems)\b/i,
  /\b(?:caused by|due to|because(?! of course)|happens? (?:when|because|since)|fail(?:s|ed|ing) because|results? from|stems? from|that's why|which is why|this is why)\b/i,
];
/** A belief about code: something named, and a plain statement about it. */
const NAMES_CODE =
  /`[^`\n]{2,80}`|\b[a-z]+(?:[A-Z][a-z0-9]+)+\b|\b[\w-]+\/[\w./-]+\b|\b\w+\.(?:ts|tsx|js|py|go|rs|java|json|md|ya?ml|cs|rb|sh)\b|\b[a-z]+_[a-z_]+\b/;
const STATES =
  /\b(?:is|are|isn't|aren't|was|has|have|hasn't|does|doesn't|do not|don't|already|never|always|only|uses?|handles?|returns?|supports?|requires?|exists?|expects?|contains?|accepts?|defaults? to|means|can't|cannot|needs?)\b/i;

export function readClaim({ text, heading }: Sentence): ReadClaim | null {
  if (text.endsWith('?') || text.length > 400) return null;
  const hedged = HEDGE.test(text);
  const result = resultType(text, heading);
  if (result !== null) return { type: result, hedged };
  if (heading || NOT_ASSERTED.test(text)) return null;
  if (CAUSE.some((pattern) => pattern.test(text)) && !/\b(?:let me|i'll|need to (?:find|check|see))\b/i.test(text)) return { type: 'cause', hedged };
  if (
    text.length <= 300 &&
    !/^(?:i|we|you)\b(?!.{0,40}\b(?:found|see|confirmed|verified|checked)\b)/i.test(text) &&
    NAMES_CODE.test(text) &&
    STATES.test(text) &&
    !text.endsWith(':')
  )
    return { type: 'fact', hedged };
  return null;
}

/** Claims of a result, strongest first. */
function resultType(text: string, heading: boolean): ClaimType | null {
  const clause = assertedClause(text);
  if (clause === null) return null;
  const holds = (patterns: readonly RegExp[]): boolean => patterns.some((pattern) => pattern.test(clause));
  const negated = NEGATED.test(
    clause
      .replace(/\b(?:no|0|zero)\b[^,.;]{0,20}\b(?:failures?|failing|failed|fail)\b|\bno longer\b|\bnever (?=fails|crashes|throws)/gi, '')
      .replace(/\b(?:pre-?existing|previously|formerly) (?:fail|broken)\w*/gi, ''),
  );
  if (holds(TESTS_PASS) && !negated) return 'tests-pass';
  if (holds(CLEAN) && !negated) return 'clean';
  if (holds(FIXED) && !/\b(?:not|n't|isn't|wasn't|never been|cannot|yet|still)\b/i.test(clause.replace(/\bno longer\b/gi, ''))) return 'fixed';
  if (holds(WORKS) && !negated) return 'works';
  if (holds(COMPLETE) && !negated && !(heading && text.endsWith(':'))) return 'complete';
  return null;
}

/** The part of a sentence that asserts; null where none does. "Tests pass. Now let me commit" keeps its first half, "Tests pass, so I'll commit" too. */
function assertedClause(text: string): string | null {
  const [first = ''] = text.split(
    /(?:[,;—–]| -) (?:so |and )?(?:now |then |next )?(?:let me|let's|i'll|i will|i'm going to|we can now|you can now|but first)\b/i,
  );
  const clause = first.trim();
  if (clause === '' || NOT_ASSERTED.test(clause)) return null;
  return CONDITIONAL.test(clause.replace(/\b(?:will|would) no longer\b/gi, 'no longer')) ? null : clause;
}

/** Words by which a message says that its claims are not the whole truth. */
const DISCLOSES = [
  /\b(?:not|n't|never|un|without) ?(?:been |yet |fully |actually |able to )*(?:run|ran|tested|verified|executed|checked|validated|confirm|verify|test)\b/i,
  /\b(?:untested|unverified|unable to|could ?n[o']t|couldn't|cannot|can't|was(?:n't| not) able to) (?:\w+ ){0,2}(?:run|test|verify|execute|reproduce|check|confirm)?\b/i,
  /\b(?:pre-?existing|unrelated|known|remaining|other|same|still|also) (?:\w+ ){0,4}(?:fail\w*|errors?|issues?|broken|warnings?)\b/i,
  /\b(?:still|currently) (?:fail\w*|broken|red|missing|pending)\b/i,
  /\b[1-9]\d* (?:\w+ ){0,3}(?:fail(?:ed|ing|ures?|s)?|errors?)\b/i,
  /\bfail(?:ed|ing|ures?|s)? (?:\w+ ){0,4}(?:pre-?existing|unrelated|before my|on main|existing)\b/i,
  /\b(?:partial(?:ly)?|not yet|left to do|remaining work|not (?:complete|done|finished|implemented|included|covered)|out of scope|follow-?up|TODO)\b/i,
  /\b(?:you(?:'ll| will| should| need to| can) (?:need to )?(?:run|test|verify|check|manually))\b/i,
  /\b(?:i (?:did ?n[o']t|have ?n[o']t|skipped)|did not run|wasn't run|was not run)\b/i,
  /\b(?:except|caveat|limitation|with the exception|note that)\b/i,
];

export const discloses = (message: string): boolean => {
  const read = message.slice(0, 12_000);
  return DISCLOSES.some((pattern) => pattern.test(read));
};
