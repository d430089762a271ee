/**
 * Whether a sentence claims a result. Plans, wishes, conditions, questions and reports of failure are not claims: a plain
 * regular expression over whole messages takes them for one nine times out of ten.
 */
import type { ClaimType } from '../facts.ts';
import { assertedClause } from './is-asserted.ts';

const NEGATED =
  /\b(?:not|n't|never|no longer|cannot|without|fail(?:s|ed|ing|ure|ures)?|broken|incomplete|still|yet|except|nor|neither|barely|only partially|partially)\b/i;
const TESTS_PASS = [
  /\b(?:tests?|specs?|suites?|test files|checks|assertions|CI|pipeline|e2e|scenarios)\b[^.;:]{0,50}?\b(?:pass(?:es|ed|ing)?|(?:is|are|all|stays?|went|now|and) green|succeed(?:s|ed)?|succeeding)\b/i,
  /\b(?:all|\d+)(?: of \d+|\/\d+)? (?:\w+ ){0,3}(?:pass(?:ed|ing|es)?|green)\b(?! (?:the|a|an|in|on|to|through|it|them|values?|arguments?|parameters?|along|by|as|data|options?)\b)/i,
  /\b(?:all green|everything (?:passes|is green|passed))\b/i,
  /\btests?: (?:\d+ )?(?:pass(?:ed|ing)?|green|✅|✓)/i,
  /\b(?:\d+) pass(?:ed|ing)?,? (?:and )?(?:0|no|zero) fail/i,
];
const CLEAN = [
  /\b(?:type[- ]?check(?:s|ing)?|typescript|tsc|types check|mypy|pyright|compil(?:es|ed|ation)|build(?:s)?|lint(?:ing|er|s)?|biome|eslint|ruff|clippy|format(?:ting)?|prettier)\b[^.;:]{0,40}?\b(?:pass(?:es|ed|ing)?|clean(?:ly)?|succeed(?:s|ed)?|success(?:ful|fully)|is green|are green|is fine|without (?:errors|issues|warnings))\b/i,
  /\b(?:no|zero|0) (?:\w+ )?(?:type |lint |typescript |compilation |build |new |remaining |other )*(?:errors?|warnings?|issues|regressions?|violations?|problems|leaks?)\b(?! (?:handling|message|state|selected|boundary|when|if|or\b))/i,
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
  /\b(?:works?|working|functioning|behaves|functions|renders|runs?) (?:now|correctly|properly|as (?:expected|intended|designed)|perfectly|fine|great|well|end[- ]to[- ]end|again|successfully|for (?:both|all))\b/i,
  /\b(?:now|all|everything|both|it|this|that|feature|fix|server|app|endpoint|flow) (?:is |are |now )*(?:works|working)\b/i,
  /\b(?:verified|confirmed|validated|proven|tested)\b[^.;]{0,30}?\b(?:works?|working|correct(?:ly)?|live|end[- ]to[- ]end|successfully|that)\b/i,
];
const COMPLETE = [
  /^(?:all |everything (?:is )?|i'm |we're |✅ ?|✓ ?|🎉 ?)?(?:done|complete|completed|finished)(?:[.!,:;]| ?[—–-] |$| and )/i,
  /\b(?:is|are|now|fully|all|been|implementation|migration|refactor(?:ing)?|feature|work|task|tasks|changes|steps|phase|plan)(?: \w+)? (?:complete|completed|done|finished|implemented|in place|ready|live|merged)\b/i,
  /\bi(?:'ve| have) (?:\w+ly |now |also )?(?:implemented|completed|finished|added|updated|refactored|migrated|created|removed|replaced|renamed|moved)\b/i,
  /\b(?:successfully|fully) (?:implemented|completed|created|added|updated|migrated|removed|integrated|deployed|merged|pushed)\b/i,
  /\bready (?:for (?:review|merge|use|testing|production)|to (?:merge|use|go|ship|commit))\b/i,
];

/** Most sentences hold none of these: looking for them first keeps the whole cheap. */
const RESULT_STEMS =
  /pass|green|succe|clean|without|fine|[nz0][oe]? ?r?o? (?:\w+ )*(?:err|warn|iss|regr|viol|prob|leak)|compiles|builds|lints|fix|resolv|solv|address|correct|patch|repair|longer|won't|never|gone|eliminat|prevent|work|function|behav|renders|runs?\b|verif|confirm|valid|proven|tested|done|complet|finish|implement|ready|in place|live\b|merged|i've|i have/i;

/** The strongest result that the sentence claims. */
export function readResultClaim(text: string, heading: boolean): ClaimType | null {
  if (!RESULT_STEMS.test(text)) return null;
  const found = FAMILIES.find(({ patterns }) => patterns.some((pattern) => pattern.test(text)));
  if (found === undefined) return null;
  const clause = assertedClause(text);
  if (clause === null) return null;
  const negated = NEGATED.test(withoutGoodNegations(clause));
  for (const { type, patterns } of FAMILIES) {
    if (!patterns.some((pattern) => pattern.test(clause))) continue;
    if (type === 'fixed' ? !UNFIXED.test(withoutGoodNegations(clause)) : !negated) return type === 'complete' && heading && text.endsWith(':') ? null : type;
  }
  return null;
}

const FAMILIES: readonly { readonly type: ClaimType; readonly patterns: readonly RegExp[] }[] = [
  { type: 'tests-pass', patterns: TESTS_PASS },
  { type: 'clean', patterns: CLEAN },
  { type: 'fixed', patterns: FIXED },
  { type: 'works', patterns: WORKS },
  { type: 'complete', patterns: COMPLETE },
];

const UNFIXED = /\b(?:not|n't|isn't|wasn't|never been|cannot|yet|still)\b/i;

/** "No failures", "no longer", "never crashes" say no and mean well. */
const withoutGoodNegations = (clause: string): string =>
  clause
    .replace(/\b(?:no|0|zero)\b[^,.;]{0,20}\b(?:failures?|failing|failed|fail)\b|\bno longer\b|\bnever (?=fails|crashes|throws)/gi, '')
    .replace(/\b(?:pre-?existing|previously|formerly) (?:fail|broken)\w*/gi, '');
