import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { RoundCard } from '../../model/api/today.ts';
import { roundsQuery } from '../api/queries.ts';
import { usePlace } from '../api/use-place.ts';
import { TeamRounds } from '../features/team-round/team-rounds.tsx';
import { RoundRow } from '../features/round/round-row.tsx';
import { stepOf } from '../features/round/step-of-round.ts';
import { formatNumber } from '../text/format-amount.ts';
import { ButtonLink } from '../ui/button.tsx';
import { CardGroup } from '../ui/card-group.tsx';
import { EmptyNotice, FailureNotice } from '../ui/notice.tsx';
import { useNow } from '../ui/use-now.ts';
import { Page } from '../ui/page.tsx';
import { Skeleton } from '../ui/skeleton.tsx';

export function RoundsPage() {
  const { isMine, me } = usePlace();
  if (!isMine) return me && <TeamOnly me={me.id} />;
  return <OwnRounds me={me?.id ?? null} />;
}

function TeamLinks() {
  return (
    <div className="flex flex-wrap gap-3">
      <ButtonLink to="/team/cases">Shared cases</ButtonLink>
      <ButtonLink to="/grand-rounds">Grand rounds</ButtonLink>
    </div>
  );
}

function TeamOnly({ me }: { me: string }) {
  return (
    <Page title="Rounds" lead={<p>For two or more. Rounds alone are in the Rounds on your own machine.</p>} narrow>
      <div className="mt-7 grid gap-7.5">
        <TeamRounds me={me} />
        <TeamLinks />
      </div>
    </Page>
  );
}

/** Rounds alone; with a team, those for two stand first, because somebody waits there. */
function OwnRounds({ me }: { me: string | null }) {
  const rounds = useQuery(roundsQuery());
  const now = useNow();
  const shown = rounds.data?.rounds.filter(({ state }) => stepOf(state) !== 'withdrawn') ?? [];
  const open = shown.filter(({ state }) => stepOf(state) !== 'closed');
  const closed = shown.filter(({ state }) => stepOf(state) === 'closed');
  const toRows = (cards: readonly RoundCard[]): ReactElement[] => cards.map((card) => <RoundRow key={card.id} card={card} now={now} />);

  return (
    <Page
      title="Rounds"
      lead={
        <output className="block">
          {rounds.data ? `${open.length === 0 ? 'None' : formatNumber(open.length)} open, ${formatNumber(closed.length)} closed.` : <>&nbsp;</>}
        </output>
      }
      narrow
    >
      <div className="mt-7 grid gap-7.5">
        {me !== null && (
          <section aria-labelledby="for-two" className="grid gap-3.5 border-b border-line pb-7">
            <h2 id="for-two" className="question">
              For two
            </h2>
            <TeamRounds me={me} />
            <TeamLinks />
          </section>
        )}
        {me !== null && <h2 className="question -mb-4">Alone</h2>}
        {rounds.isPending && <Skeleton label="Looking for your rounds" heights={[80, 80, 80]} />}
        {rounds.isError && <FailureNotice thrown={rounds.error} onRetry={() => void rounds.refetch()} />}
        {rounds.data && shown.length === 0 && (
          <EmptyNotice title="Your first round begins with a moment.">
            <p className="text-ink-2">Open one from Today, say what you would do, and find out what happened next. It takes about five minutes.</p>
            <ButtonLink look="go" to="/">
              Go to Today
            </ButtonLink>
          </EmptyNotice>
        )}
        <CardGroup id="open" title="Open" cards={toRows(open)} />
        <CardGroup id="closed" title="Closed, with the rule you kept" cards={toRows(closed)} />
        <div className="flex flex-wrap gap-3 border-t border-line pt-5">
          <ButtonLink to="/compare">Compare outputs</ButtonLink>
          <ButtonLink to="/deconstruct">Take a change apart</ButtonLink>
        </div>
      </div>
    </Page>
  );
}
