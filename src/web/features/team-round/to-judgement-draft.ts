import type { JudgementDraft, MarkedLines } from '../../../model/judgement.ts';
import { VERDICTS } from '../round/check-judgement.ts';

const isLines = (value: unknown): value is MarkedLines => {
  const { start, end } = (value ?? {}) as Partial<MarkedLines>;
  return Number.isInteger(start) && Number.isInteger(end);
};

/** What a browser kept of a judgement, field by field as far as it fits. The schemas of the model would bring their whole library into the page. */
export function toJudgementDraft(kept: unknown): JudgementDraft {
  if (typeof kept !== 'object' || kept === null) return {};
  const { verdict, lines, reason, proposition, probability, changeMyMind, knewOutcome } = kept as Readonly<Record<string, unknown>>;
  const known = VERDICTS.find(({ value }) => value === verdict)?.value;
  return {
    ...(known ? { verdict: known } : {}),
    ...(Array.isArray(lines) && lines.every(isLines) ? { lines } : {}),
    ...(typeof reason === 'string' ? { reason } : {}),
    ...(typeof proposition === 'string' ? { proposition } : {}),
    ...(Number.isInteger(probability) ? { probability: Number(probability) } : {}),
    ...(typeof changeMyMind === 'string' ? { changeMyMind } : {}),
    ...(typeof knewOutcome === 'boolean' ? { knewOutcome } : {}),
  };
}
