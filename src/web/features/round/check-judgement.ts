import type { Judgement, JudgementDraft, Verdict } from '../../../model/judgement.ts';

export const VERDICTS: readonly { readonly value: Verdict; readonly label: string; readonly meaning: string }[] = [
  { value: 'accept', label: 'Accept', meaning: 'I would take it as it is.' },
  { value: 'change', label: 'Change', meaning: 'I would take it with a change.' },
  { value: 'reject', label: 'Reject', meaning: 'I would not take it.' },
  { value: 'unsure', label: 'Unsure', meaning: 'I cannot tell from this.' },
];

export const toVerdictLabel = (verdict: Verdict): string => VERDICTS.find(({ value }) => value === verdict)?.label ?? verdict;

export type JudgementField = 'verdict' | 'reason' | 'proposition' | 'probability';

export interface Gap {
  readonly field: JudgementField;
  readonly ask: string;
}

/** What a judgement still lacks before it can be sealed, in the order of the form. */
export function findGaps({ verdict, reason, proposition, probability }: JudgementDraft): Gap[] {
  const gaps: (Gap | false)[] = [
    verdict === undefined && { field: 'verdict', ask: 'choose a verdict' },
    !reason?.trim() && { field: 'reason', ask: 'say in a sentence why' },
    !proposition?.trim() && { field: 'proposition', ask: 'choose one statement that the world will settle' },
    probability === undefined && { field: 'probability', ask: 'say how likely it is' },
  ];
  return gaps.filter((gap) => gap !== false);
}

/** The whole judgement of a draft without gaps; null otherwise. */
export function toJudgement(draft: JudgementDraft): Judgement | null {
  const { verdict, reason, proposition, probability } = draft;
  if (findGaps(draft).length > 0 || verdict === undefined || reason === undefined || proposition === undefined || probability === undefined) return null;
  return {
    verdict,
    lines: draft.lines ?? [],
    reason: reason.trim(),
    proposition: proposition.trim(),
    probability,
    changeMyMind: draft.changeMyMind?.trim() ?? '',
    knewOutcome: draft.knewOutcome ?? false,
  };
}

/** "about 7 in 10", and the ends in words. */
export function describeProbability(percent: number): string {
  if (percent <= 2) return 'almost certainly not';
  if (percent >= 98) return 'almost certainly';
  if (percent < 10) return `about ${percent} in 100`;
  if (percent > 90) return `all but about ${100 - percent} in 100`;
  if (percent === 50) return 'as likely as not';
  return `about ${Math.round(percent / 10)} in 10`;
}
