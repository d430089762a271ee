import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { TeamRoundCard } from '../../../model/api/team/rounds.ts';
import { teamRoundsQuery } from '../../api/team/queries.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { CardGroup } from '../../ui/card-group.tsx';
import { EmptyNotice, FailureNotice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useNow } from '../../ui/use-now.ts';
import { sortCards } from './describe-card.ts';
import { TeamRoundRow } from './team-round-row.tsx';

/** All my rounds for two, what waits for me first. */
export function TeamRounds({ me }: { me: string }) {
  const rounds = useQuery(teamRoundsQuery());
  const now = useNow();
  if (rounds.isPending) return <Skeleton label="Looking for your rounds for two" heights={[80, 80]} />;
  if (rounds.isError) return <FailureNotice thrown={rounds.error} onRetry={() => void rounds.refetch()} />;
  const { mine, open, closed } = sortCards(rounds.data.rounds);
  if (mine.length + open.length + closed.length === 0)
    return (
      <EmptyNotice title="A round for two begins with a case that one of you shares.">
        <p className="text-ink-2">
          Share a moment from your own Rounds, or open a case that was shared with you. Both judge it without seeing the other’s judgement; then both appear at
          once.
        </p>
        <ButtonLink look="go" to="/team/cases">
          See the shared cases
        </ButtonLink>
      </EmptyNotice>
    );
  const toRows = (cards: readonly TeamRoundCard[]): ReactElement[] => cards.map((card) => <TeamRoundRow key={card.id} card={card} me={me} now={now} />);
  return (
    <div className="grid gap-7.5">
      <CardGroup id="mine" title="Waiting for you" cards={toRows(mine)} />
      <CardGroup id="others" title="Waiting for others" cards={toRows(open)} />
      <CardGroup id="closed-two" title="Closed" cards={toRows(closed)} />
    </div>
  );
}
