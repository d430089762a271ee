import type { GrandRoundCard, NamelessAnswer } from '../../../model/team/grand-round.ts';
import type { Verdict } from '../../../model/judgement.ts';
import { formatCount } from '../../text/format-amount.ts';
import { formatWhen } from '../../text/format-when.ts';
import { toVerdictLabel } from '../round/check-judgement.ts';

export interface GrandCardWords {
  readonly stands: string;
  readonly act: string;
  readonly waitsForMe: boolean;
}

/** Where a grand round stands for who reads it, and the one thing to do. */
export function describeGrandRound(card: GrandRoundCard, now: Date): GrandCardWords {
  const look = { act: 'Look', waitsForMe: false };
  switch (card.state) {
    case 'offered':
      return card.offeredByMe
        ? { ...look, stands: 'Offered by you. Your partner has to agree before anybody else sees it.' }
        : { stands: 'Your partner would offer this to the cohort. It takes your word, too.', act: 'Decide', waitsForMe: true };
    case 'open': {
      const isOver = card.closesAt !== null && Date.parse(card.closesAt) <= now.getTime();
      if (isOver) return { ...look, stands: 'Its day has come.' };
      const until = `Open until ${formatWhen(card.closesAt, now)}.`;
      if (card.isOurs) return { ...look, stands: `Yours, without your names. ${until}` };
      return card.iAnswered ? { ...look, stands: `You answered. ${until}` } : { stands: until, act: 'Judge', waitsForMe: true };
    }
    case 'revealed':
      return { ...look, stands: `Revealed ${formatWhen(card.revealedAt, now)}.` };
    case 'ended':
      return { ...look, stands: `Ended ${formatWhen(card.revealedAt, now)}; too few answered to show what they said.` };
    case 'withdrawn':
      return { ...look, stands: 'Taken back before the reveal.' };
  }
}

const VERDICTS: readonly Verdict[] = ['accept', 'change', 'reject', 'unsure'];

/** How many gave each verdict, those that nobody gave left out: "3 Accept, 2 Reject." */
export function countVerdicts(answers: readonly NamelessAnswer[]): { readonly label: string; readonly people: number }[] {
  return VERDICTS.map((verdict) => ({
    label: toVerdictLabel(verdict),
    people: answers.filter(({ judgement }) => judgement?.verdict === verdict).length,
  })).filter(({ people }) => people > 0);
}

/** Empty where nothing settled it. */
export const describeSoundness = (sound: boolean | null): string => (sound === null ? '' : sound ? 'The decision was sound.' : 'The decision did not hold.');

/** The sentence over the reveal. */
export function describeVerdicts(answers: readonly NamelessAnswer[], sound: boolean | null): string {
  const passed = answers.filter(({ judgement }) => judgement === null).length;
  const said = [
    `${formatCount(answers.length, 'answer')}: ${[...countVerdicts(answers).map(({ label, people }) => `${people} “${label}”`), ...(passed > 0 ? [`${passed} passed`] : [])].join(', ')}.`,
    describeSoundness(sound),
  ];
  return said.filter(Boolean).join(' ');
}
