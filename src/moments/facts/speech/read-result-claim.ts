/**
 * Whether a sentence claims a result. Plans, wishes, conditions, questions and reports of failure are not claims: a plain
 * regular expression over whole messages takes them for one nine times out of ten.
 */
import { anyOf } from '../any-of.ts';
import type { ClaimType } from '../facts.ts';
import { assertedClause } from './is-asserted.ts';

/** "Doesn't break" beside "all tests pass" takes nothing back; "won't pass" does. */
const NEGATED =
  /n't (?:\w+ ){0,2}(?:pass|work|succeed|compile|build|complete|finish|run|implement\w*|done|ready)\b|\b(?:not|n't|never|no longer|cannot|without|fail(?:s|ed|ing|ure|ures)?|broken|incomplete|still|yet|except|nor|neither|barely|only partially|partially)\b/;
const TESTS_PASS = anyOf([
  /\b(?:tests?|specs?|suites?|test files|checks|assertions|ci|pipeline|e2e|scenarios)\b[^.;:]{0,50}?\b(?:pass(?:es|ed|ing)?|(?:is|are|all|stays?|went|now|and) green|succeed(?:s|ed)?|succeeding)\b/,
  /\b(?:all|\d+)(?: of \d+|\/\d+)? (?:\w+ ){0,3}(?:pass(?:ed|ing|es)?|green)\b(?! (?:the|a|an|in|on|to|through|it|them|values?|arguments?|parameters?|along|by|as|data|options?)\b)/,
  /\b(?:all green|everything (?:passes|is green|passed))\b/,
  /\btests?: (?:\d+ )?(?:pass(?:ed|ing)?|green)/,
  /\b(?:\d+) pass(?:ed|ing)?,? (?:and )?(?:0|no|zero) fail/,
]);
const CLEAN = anyOf([
  /\b(?:type[- ]?check(?:s|ing)?|typescript|tsc|types check|mypy|pyright|compil(?:es|ed|ation)|build(?:s)?|lint(?:ing|er|s)?|biome|eslint|ruff|clippy|format(?:ting)?|prettier)\b[^.;:]{0,40}?\b(?:pass(?:es|ed|ing)?|clean(?:ly)?|succeed(?:s|ed)?|success(?:ful|fully)|is green|are green|is fine|without (?:errors|issues|warnings))\b/,
  /\b(?:no|zero|0) (?:\w+ )?(?:type |lint |typescript |compilation |build |new |remaining |other )*(?:errors?|warnings?|issues|regressions?|violations?|problems|leaks?)\b(?! (?:handling|message|state|selected|boundary|when|if|or\b))/,
  /\b(?:compiles|builds|lints) (?:fine|cleanly|successfully|ok|without)\b/,
]);
const FIXED = anyOf([
  /\b(?:is|are|was|were|been|got|now|all|both|has been|have been|should be|i(?:'ve)?|i have|we(?:'ve)?|this|that|which|successfully) (?:now |also |all |fully |properly |correctly |been |successfully )*(?:fixed|resolved|solved|corrected|addressed|patched|repaired)\b/,
  /^(?:fixed|resolved|solved|patched)\b/,
  /\b(?:this|that|the (?:fix|change|update|patch)) (?:fixes|resolves|solves|addresses|corrects|eliminates|prevents)\b/,
  /\b(?:no longer|won't|will no longer|never) (?:\w+ )?(?:fails?|crash(?:es)?|throws?|breaks?|happens?|occurs?|hangs?|leaks?|errors?|shows?|appears?)\b/,
  /\b(?:bug|issue|problem|error|failure|warning)s? (?:is|are) (?:now )?gone\b/,
]);
const WORKS = anyOf([
  /\b(?:works?|working|functioning|behaves|functions|renders|runs?) (?:now|correctly|properly|as (?:expected|intended|designed)|perfectly|fine|great|well|end[- ]to[- ]end|again|successfully|for (?:both|all))\b/,
  /\b(?:now|all|everything|both|it|this|that|feature|fix|server|app|endpoint|flow) (?:is |are |now )*(?:works|working)\b/,
  /\b(?:verified|confirmed|validated|proven|tested)\b[^.;]{0,30}?\b(?:works?|working|correct(?:ly)?|live|end[- ]to[- ]end|successfully|that)\b/,
]);
const COMPLETE = anyOf([
  /^(?:all |everything (?:is )?|i'm |we're )?(?:done|complete|completed|finished)(?:[.!,:;]| ?- |$| and )/,
  /\b(?:is|are|now|fully|all|been|implementation|migration|refactor(?:ing)?|feature|work|task|tasks|changes|steps|phase|plan)(?: \w+)? (?:complete|completed|done|finished|implemented|in place|ready|live|merged)\b/,
  /\bi(?:'ve| have) (?:\w+ly |now |also )?(?:implemented|completed|finished|added|updated|refactored|migrated|created|removed|replaced|renamed|moved)\b/,
  /\b(?:successfully|fully) (?:implemented|completed|created|added|updated|migrated|removed|integrated|deployed|merged|pushed)\b/,
  /\bready (?:for (?:review|merge|use|testing|production)|to (?:merge|use|go|ship|commit))\b/,
]);

/** Most sentences hold none of these: looking for them first keeps the whole cheap. */
const RESULT_STEMS =
  /pass|green|succe|clean|without|fine|no |zero|0 |compiles|builds|lints|fix|resolv|solv|address|correct|patch|repair|longer|won't|never|gone|eliminat|prevent|works|working|verif|confirm|valid|proven|tested|functions|functioning|behaves|renders|runs? |done|complet|finish|implement|ready|in place|live|merged|i've|i have/;

/** The strongest result that the sentence claims. */
export function readResultClaim(lower: string, heading: boolean): ClaimType | null {
  if (!RESULT_STEMS.test(lower)) return null;
  if (!FAMILIES.some(({ pattern }) => pattern.test(lower))) return null;
  const clause = assertedClause(lower);
  if (clause === null) return null;
  const negated = NEGATED.test(withoutGoodNegations(clause));
  for (const { type, pattern } of FAMILIES) {
    if (!pattern.test(clause)) continue;
    if (type === 'fixed' ? !UNFIXED.test(withoutGoodNegations(clause)) : !negated) return type === 'complete' && heading && lower.endsWith(':') ? null : type;
  }
  return null;
}

const FAMILIES: readonly { readonly type: ClaimType; readonly pattern: RegExp }[] = [
  { type: 'tests-pass', pattern: TESTS_PASS },
  { type: 'clean', pattern: CLEAN },
  { type: 'fixed', pattern: FIXED },
  { type: 'works', pattern: WORKS },
  { type: 'complete', pattern: COMPLETE },
];

const UNFIXED = /\b(?:not|n't|isn't|wasn't|never been|cannot|yet|still)\b/;

/** "No failures", "no longer", "never crashes" say no and mean well. */
const withoutGoodNegations = (clause: string): string =>
  clause
    .replace(
      /\b(?:no|0|zero)\b[^,.;]{0,20}\b(?:failures?|failing|failed|fail)\b|\bwithout (?:any )?(?:errors|issues|warnings|failures|problems)\b|\bno longer\b|\bnever (?=fails|crashes|throws)/g,
      '',
    )
    .replace(/\b(?:pre-?existing|previously|formerly) (?:fail|broken)\w*/g, '');
