import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { GrandRoundCard } from '../../model/team/grand-round.ts';
import { grandRoundsQuery } from '../api/team/grand-round-queries.ts';
import { usePlace } from '../api/use-place.ts';
import { describeGrandRound } from '../features/grand-round/describe-grand-round.ts';
import { ButtonLink } from '../ui/button.tsx';
import { CardGroup } from '../ui/card-group.tsx';
import { EmptyNotice, FailureNotice } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { InlineText } from '../ui/text.tsx';
import { useNow } from '../ui/use-now.ts';

export function GrandRoundsPage() {
  const { me } = usePlace();
  const list = useQuery({ ...grandRoundsQuery(), enabled: me !== null });
  const now = useNow();
  if (me === null) return null;
  const all = list.data?.grandRounds ?? [];
  const waiting = all.filter((card) => describeGrandRound(card, now).waitsForMe);
  const toRows = (cards: readonly GrandRoundCard[]): ReactElement[] => cards.map((card) => <GrandRoundRow key={card.id} card={card} now={now} />);
  return (
    <Page title="Grand rounds" lead={<p>A pair offers a case without names; everybody of the cohort judges blind; one reveal, one discussion.</p>} narrow>
      <div className="mt-7 grid gap-7.5">
        {list.isPending && <Skeleton label="Looking for grand rounds" heights={[80, 80]} />}
        {list.isError && <FailureNotice thrown={list.error} onRetry={() => void list.refetch()} />}
        {list.data && all.length === 0 && (
          <EmptyNotice title="No case has been offered yet.">
            <p className="text-ink-2">
              {list.data.cohorts.length === 0
                ? 'Grand rounds are for people of a cohort. Your programme’s lead prepares one.'
                : 'Open a case of your own that taught you something, and choose “Offer it to your cohort”. Your partner has to agree.'}
            </p>
            <ButtonLink to="/team/cases">Shared cases</ButtonLink>
          </EmptyNotice>
        )}
        <CardGroup as="ul" id="waiting" title="Waiting for you" cards={toRows(waiting)} />
        <CardGroup as="ul" id="all" title={waiting.length > 0 ? 'The others' : 'All'} cards={toRows(all.filter((card) => !waiting.includes(card)))} />
      </div>
    </Page>
  );
}

function GrandRoundRow({ card, now }: { card: GrandRoundCard; now: Date }) {
  const { stands, act, waitsForMe } = describeGrandRound(card, now);
  const question = card.question ?? 'A case that is gone';
  return (
    <li className="card flex flex-wrap items-center justify-between gap-x-6 gap-y-3 px-5 py-4">
      <div className="grid min-w-0 flex-1 basis-64 gap-0.5">
        <h3 className="font-medium">
          <InlineText>{question}</InlineText>
        </h3>
        <p className="meta">{stands}</p>
      </div>
      <ButtonLink look={waitsForMe ? 'go' : 'plain'} to="/grand-rounds/$id" params={{ id: card.id }} aria-label={`${act}: ${question}`}>
        {act}
      </ButtonLink>
    </li>
  );
}
