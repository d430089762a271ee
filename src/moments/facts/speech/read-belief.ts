/** Whether a sentence states a belief: why something happens, or how the code is. */
import { NOT_ASSERTED } from './is-asserted.ts';

const CAUSE = [
  /\b(?:root cause|underlying (?:issue|problem|cause)|culprit|(?:the|real|actual|main|core) (?:issue|problem|cause|bug|error|reason|failure))\b[^.;]{0,60}?\b(?:is|was|are|were|comes? from|came from|lies|seems)\b/i,
  /\b(?:caused by|due to|because(?! of course)|happens? (?:when|because|since)|fail(?:s|ed|ing) because|results? from|stems? from|that's why|which is why|this is why)\b/i,
];
/** A belief about code: something named, and a plain statement about it. */
const NAMES_CODE =
  /`[^`\n]{2,80}`|\b[a-z]+(?:[A-Z][a-z0-9]+)+\b|\b[\w-]+\/[\w./-]+\b|\b\w+\.(?:ts|tsx|js|py|go|rs|java|json|md|ya?ml|cs|rb|sh)\b|\b[a-z]+_[a-z_]+\b/;
const STATES =
  /\b(?:is|are|isn't|aren't|was|has|have|hasn't|does|doesn't|do not|don't|already|never|always|only|uses?|handles?|returns?|supports?|requires?|exists?|expects?|contains?|accepts?|defaults? to|means|can't|cannot|needs?)\b/i;

const PLANS =
  /\b(?:let me|i(?:'ll| will| need to| should| can| could| have to| want to|'d)|we (?:need|should|could|can)|to use|the user (?:is|wants|asked|asks|said))\b/i;
/** "Updated `a.ts` to use b": what was done, not how things are. */
const NARRATES =
  /^(?:updated?|add(?:ed|s)?|remov(?:ed?|es)|fix(?:ed|es)?|chang(?:ed?|es)|creat(?:ed?|es)|renam(?:ed?|es)|replac(?:ed?|es)|mov(?:ed?|es)|extract(?:ed|s)?|refactor(?:ed|s)?|implement(?:ed|s)?|rewrote|simplif(?:ied|ies|y)|validates?|verifies|line|lines|step)\b/i;
const CAUSE_STEMS = /cause|due to|happens? |issue|problem|culprit|bug|error|reason|failure|fail|result|stem|why/i;

export function readBelief(text: string): 'cause' | 'fact' | null {
  if (NOT_ASSERTED.test(text)) return null;
  if (CAUSE_STEMS.test(text) && CAUSE.some((pattern) => pattern.test(text)) && !PLANS.test(text)) return 'cause';
  if (text.length > LONGEST_FACT || !STATES.test(text) || !NAMES_CODE.test(text)) return null;
  if (text.endsWith(':') || NARRATES.test(text) || PLANS.test(text) || SPEAKS_OF_SELF.test(text)) return null;
  return 'fact';
}

const LONGEST_FACT = 300;
const SPEAKS_OF_SELF = /^(?:i|we|you)\b(?!.{0,40}\b(?:found|see|confirmed|verified|checked)\b)/i;
