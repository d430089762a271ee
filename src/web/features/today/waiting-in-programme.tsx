import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { grandRoundsQuery } from '../../api/team/grand-round-queries.ts';
import { surveysQuery } from '../../api/team/survey-queries.ts';
import { InlineText } from '../../ui/text.tsx';
import { useNow } from '../../ui/use-now.ts';
import { describeGrandRound } from '../grand-round/describe-grand-round.ts';

/** So long a survey that was not answered is brought up; afterwards it is only where surveys are. */
const SURVEY_MS = 30 * 86_400_000;

/** Grand rounds that wait for my answer or word while their day is still to come, and a survey that is due. Whoever lets them pass is not asked for ever. */
export function useWaitingInProgramme() {
  const now = useNow();
  const grandRounds = useQuery(grandRoundsQuery());
  const surveys = useQuery(surveysQuery());
  return {
    isKnown: grandRounds.data !== undefined && surveys.data !== undefined,
    grandRounds: (grandRounds.data?.grandRounds ?? []).filter(
      (card) => describeGrandRound(card, now).waitsForMe && (card.closesAt === null || Date.parse(card.closesAt) > now.getTime()),
    ),
    hasSurvey:
      surveys.data?.surveys.some(({ isOpen, answered, dueAt }) => isOpen && answered === null && now.getTime() < Date.parse(dueAt) + SURVEY_MS) ?? false,
  };
}

/** On Today: what the cohort asks of me. Silent while there is nothing, and where the team's server is away. */
export function WaitingInProgramme() {
  const now = useNow();
  const { grandRounds, hasSurvey } = useWaitingInProgramme();
  if (grandRounds.length === 0 && !hasSurvey) return null;
  return (
    <section aria-labelledby="waiting-in-programme" className="grid gap-2.5">
      <h2 id="waiting-in-programme" className="heading">
        From your cohort
      </h2>
      <ul className="card divide-y divide-line px-5">
        {grandRounds.map((card) => (
          <li key={card.id} className="py-2.5">
            <Link to="/grand-rounds/$id" params={{ id: card.id }}>
              <InlineText>{card.question ?? 'A case'}</InlineText>
            </Link>
            <span className="meta block">Grand round. {describeGrandRound(card, now).stands}</span>
          </li>
        ))}
        {hasSurvey && (
          <li className="py-2.5">
            <Link to="/surveys">What you think of the programme</Link>
            <span className="meta block">A survey is open. What you answer is read by nobody singly.</span>
          </li>
        )}
      </ul>
    </section>
  );
}
