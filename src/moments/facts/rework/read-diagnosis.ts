/** Sentences in which somebody says what is wrong with code that is there, and not with its form. */
import { splitSentences } from '../speech/split-sentences.ts';
import { rememberByText } from '../remember-by-text.ts';

const CODE = String.raw`(?:condition|check|guard|effect|regex|pattern|query|filter|logic|loop|comment|code|handler|function|method|call|branch|cache|lookup|\x60[^\x60]+\x60)`;
const DIAGNOSES: readonly RegExp[] = [
  /\bI (?:can )?(?:now )?see (?:the|an?|now|what)\b[^.]*\b(?:issue|problem|bug|wrong)\b/i,
  /\bthe (?:real |actual |root )?(?:issue|problem|bug|cause|culprit) (?:is|was|here|with)\b/i,
  /\bthere(?:'s| is) an? (?:\w+ )?(?:bug|problem|gap|issue|edge case|race|flaw)\b/i,
  new RegExp(
    String.raw`\b${CODE} (?:\w+ )?(?:hides|skips|misses|drops|fails|breaks|swallows|wraps|overwrites|prematurely|doesn't|does not|never|ignores|closes|loses)\b`,
    'i',
  ),
  /\b(?:this|that|it) (?:would|will) (?:be fragile|fail|break|hide|miss|crash|lose|leak)\b/i,
];
/** Tools that judge the form: what they complain about teaches nothing about the code's cases. */
const FORM =
  /\b(?:lint\w*|biome|eslint|ruff|clippy|prettier|rustfmt|format\w*|gofmt|unused|imports?|typescript|tsc|mypy|compil\w*|build error|type (?:error|check)|typecheck|nolint|diagnostics?|rename\w*|typed|wording|spelling|accidental\w*)\b/i;

/** The first diagnosis of a text, or undefined; a text about form holds none. */
export const readDiagnosis = rememberByText((text): string | undefined => {
  if (FORM.test(text)) return undefined;
  return splitSentences(text).find((sentence) => DIAGNOSES.some((pattern) => pattern.test(sentence.text)))?.text;
});
