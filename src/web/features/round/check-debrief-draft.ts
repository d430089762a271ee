import type { Debrief, DebriefDraft } from '../../../model/debrief.ts';

export type DebriefField = keyof Debrief;

export const MOST_RULE_CHARACTERS = 280;

/** What a debrief still lacks. The server looks once more, and is the one who tells two rules from one. */
export function findDebriefGaps({ generalRule, whatWasRight, nextTime }: DebriefDraft): { readonly field: DebriefField; readonly ask: string }[] {
  const gaps: ({ readonly field: DebriefField; readonly ask: string } | false)[] = [
    (whatWasRight?.trim().length ?? 0) < 3 && { field: 'whatWasRight', ask: 'name one thing that was right' },
    (nextTime?.trim().length ?? 0) < 3 && { field: 'nextTime', ask: 'say what to do next time' },
    (generalRule?.trim().length ?? 0) < 8 && { field: 'generalRule', ask: 'write one general rule, as a sentence' },
  ];
  return gaps.filter((gap) => gap !== false);
}

export const toDebrief = (draft: DebriefDraft): Debrief => ({
  generalRule: draft.generalRule?.trim() ?? '',
  whatWasRight: draft.whatWasRight?.trim() ?? '',
  nextTime: draft.nextTime?.trim() ?? '',
  uncertainties: draft.uncertainties?.trim() ?? '',
  changedMind: draft.changedMind?.trim() ?? '',
});
