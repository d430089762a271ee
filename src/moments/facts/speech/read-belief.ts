/** Whether a sentence states a belief: why something happens, or how the code is. */
import { anyOf } from '../any-of.ts';
import { NOT_ASSERTED } from './is-asserted.ts';

const CAUSE = anyOf([
  /\b(?:root cause|underlying (?:issue|problem|cause)|culprit|(?:the|real|actual|main|core) (?:issue|problem|cause|bug|error|reason|failure))\b[^.;]{0,60}?\b(?:is|was|are|were|comes? from|came from|lies|seems)\b/,
  /\b(?:caused by|due to|because(?! of course)|happens? (?:when|because|since)|fail(?:s|ed|ing) because|results? from|stems? from|that's why|which is why|this is why)\b/,
]);
/** A belief about code: something named, and a plain statement about it. */
/** Cheap: what every name of code has. */
const MAY_NAME_CODE = /[`/_]|\.[a-z]|[a-z][A-Z]/;
const NAMES_CODE =
  /`[^`\n]{2,80}`|\b[a-z]+(?:[A-Z][a-z0-9]+)+\b|\b[\w-]+\/[\w./-]+\b|\b\w+\.(?:ts|tsx|js|py|go|rs|java|json|md|ya?ml|cs|rb|sh)\b|\b[a-z]+_[a-z_]+\b/;
const STATES =
  /\b(?:is|are|isn't|aren't|was|has|have|hasn't|does|doesn't|do not|don't|already|never|always|only|uses?|handles?|returns?|supports?|requires?|exists?|expects?|contains?|accepts?|defaults? to|means|can't|cannot|needs?|writes?|reads?|runs?|calls?|creates?|stores?|keeps?|triggers?|throws?)\b/;

const PLANS =
  /\b(?:let me|i(?:'ll| will| need to| should| can| could| have to| want to|'d)|we (?:need|should|could|can)|to use|the user (?:is|wants|asked|asks|said))\b/;
/** "Updated `a.ts` to use b": what was done, not how things are. */
const NARRATES =
  /^(?:updated?|add(?:ed|s)?|remov(?:ed?|es)|fix(?:ed|es)?|chang(?:ed?|es)|creat(?:ed?|es)|renam(?:ed?|es)|replac(?:ed?|es)|mov(?:ed?|es)|extract(?:ed|s)?|refactor(?:ed|s)?|implement(?:ed|s)?|rewrote|simplif(?:ied|ies|y)|validates?|verifies|line|lines|step)\b/;
const CAUSE_STEMS = /cause|due to|happens? |issue|problem|culprit|bug|error|reason|failure|fail|result|stem|why/;

export function readBelief(text: string, lower: string): 'cause' | 'fact' | null {
  if (NOT_ASSERTED.test(lower)) return null;
  if (CAUSE_STEMS.test(lower) && CAUSE.test(lower) && !PLANS.test(lower) && !SETTLED.test(lower)) return 'cause';
  if (text.length > LONGEST_FACT || text.endsWith(':') || !MAY_NAME_CODE.test(text) || !STATES.test(lower) || !NAMES_CODE.test(text)) return null;
  return NARRATES.test(lower) || PLANS.test(lower) || SPEAKS_OF_SELF.test(lower) ? null : 'fact';
}

/** "The issue is fixed" says nothing about its cause. */
const SETTLED =
  /\b(?:issue|problem|bug|error)s? (?:is|was|are|were|has been|have been) (?:now )?(?:fixed|resolved|solved|addressed|gone|unrelated)\b|\bfixes the\b/;
const LONGEST_FACT = 300;
const SPEAKS_OF_SELF = /^(?:i|we|you)\b(?!.{0,40}\b(?:found|see|confirmed|verified|checked)\b)/;
