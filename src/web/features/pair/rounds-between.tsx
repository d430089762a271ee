import { useQuery } from '@tanstack/react-query';
import type { OwnWeek } from '../../../model/api/team/weekly.ts';
import { teamRoundsQuery } from '../../api/team/queries.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useNow } from '../../ui/use-now.ts';
import { sortCards } from '../team-round/describe-card.ts';
import { TeamRoundRow } from '../team-round/team-round-row.tsx';
import { partnerOf } from './describe-week.ts';

/** Rounds of the two that go on, what waits for me first. */
export function RoundsBetween({ own, me }: { own: OwnWeek; me: string }) {
  const rounds = useQuery(teamRoundsQuery());
  const now = useNow();
  const between = rounds.data?.rounds.filter(({ people }) => people.some(({ person }) => person === partnerOf(own).id)) ?? [];
  const { mine, open } = sortCards(between);
  return (
    <section aria-labelledby="rounds" className="grid gap-3.5">
      <h2 id="rounds" className="heading">
        Rounds between you
      </h2>
      {rounds.isPending && <Skeleton label="Looking for your rounds" heights={[80]} />}
      {rounds.isError && <FailureNotice thrown={rounds.error} onRetry={() => void rounds.refetch()} />}
      {[...mine, ...open].map((card) => (
        <TeamRoundRow key={card.id} card={card} me={me} now={now} />
      ))}
      {rounds.data && mine.length + open.length === 0 && (
        <>
          <p className="text-ink-2">None is open. Call one on a case that one of you shared.</p>
          <div>
            <ButtonLink to="/team/cases">See the shared cases</ButtonLink>
          </div>
        </>
      )}
    </section>
  );
}
