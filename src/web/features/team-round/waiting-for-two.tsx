import { useQuery } from '@tanstack/react-query';
import { teamRoundsQuery } from '../../api/team/queries.ts';
import { useNow } from '../../ui/use-now.ts';
import { sortCards } from './describe-card.ts';
import { TeamRoundRow } from './team-round-row.tsx';

/** On Today: what others wait for. Silent while there is nothing, and where the team's server is away. */
export function WaitingForTwo({ me }: { me: string }) {
  const rounds = useQuery(teamRoundsQuery());
  const now = useNow();
  const { mine } = sortCards(rounds.data?.rounds ?? []);
  if (mine.length === 0) return null;
  return (
    <section aria-labelledby="waiting-for-two">
      <h2 id="waiting-for-two" className="heading mb-2.5">
        Waiting for you in rounds for two
      </h2>
      <div className="grid gap-3.5">
        {mine.map((card) => (
          <TeamRoundRow key={card.id} card={card} me={me} now={now} />
        ))}
      </div>
    </section>
  );
}
