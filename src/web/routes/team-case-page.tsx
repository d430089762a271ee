import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { CaseView as SharedCase } from '../../model/api/team/case-views.ts';
import { teamCaseQuery } from '../api/team/queries.ts';
import { usePlace } from '../api/use-place.ts';
import { CaseView } from '../features/case/case-view.tsx';
import { OutputsView } from '../features/comparison/outputs-view.tsx';
import { HunksView } from '../features/deconstruction/hunks-view.tsx';
import { useNameOf } from '../features/people/use-name-of.ts';
import { OfferToCohort } from '../features/grand-round/offer-to-cohort.tsx';
import { CallRound } from '../features/team-case/call-round.tsx';
import { CaseReview } from '../features/sign-off/case-review.tsx';
import { OwnCase } from '../features/team-case/own-case.tsx';
import { formatWhen } from '../text/format-when.ts';
import { toVisibleText } from '../text/to-visible-text.ts';
import { Page } from '../ui/page.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { Line } from '../ui/text.tsx';
import { useNow } from '../ui/use-now.ts';
import { usePageTitle } from '../ui/use-page-title.ts';
import { DataFailurePage } from './problem-pages.tsx';

export function TeamCasePage() {
  const { id } = useParams({ strict: false }) as { id: string };
  const { me } = usePlace();
  const shared = useQuery(teamCaseQuery(id));
  if (shared.isError) return <DataFailurePage noun="case" thrown={shared.error} onRetry={() => void shared.refetch()} />;
  if (!shared.data || me === null)
    return (
      <div className="mx-auto max-w-[70rem] px-4 py-8 sm:px-7">
        <Skeleton label="Opening the case" heights={[90, 120, 260]} />
      </div>
    );
  return shared.data.forgottenAt !== null ? <Forgotten shared={shared.data} /> : <Shared shared={shared.data} me={me.id} />;
}

function Forgotten({ shared }: { shared: SharedCase }) {
  const nameOf = useNameOf();
  const now = useNow();
  return (
    <Page title="This case was forgotten" narrow>
      <p className="mt-2 text-ink-2">
        {nameOf(shared.owner)} took it back {formatWhen(shared.forgottenAt, now)}. Its content is gone everywhere, backups included. What you wrote about it is
        still yours, in its rounds.
      </p>
    </Page>
  );
}

function Shared({ shared, me }: { shared: SharedCase; me: string }) {
  const { content, comparison, deconstruction } = shared;
  const question = content?.question ?? comparison?.task ?? deconstruction?.task ?? 'Case';
  usePageTitle(toVisibleText(question));
  return (
    <div className="mx-auto grid w-full max-w-[76rem] gap-x-10 gap-y-6 px-4 py-6 sm:px-7 sm:py-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <h1 className="title lg:col-span-2">
        <Line>{question}</Line>
      </h1>
      <aside aria-label="What you can do" className="lg:order-1">
        <div className="grid gap-4 lg:sticky lg:top-20">
          <CaseReview id={shared.id} me={me} />
          <CallRound shared={shared} me={me} />
          {shared.owner === me && content && <OfferToCohort shared={shared} />}
          {shared.owner === me && <OwnCase shared={shared} />}
        </div>
      </aside>
      {content && <CaseView framed={content} isMine={shared.owner === me} askIn={shared.id} />}
      {comparison && <OutputsView outputs={comparison.outputs} />}
      {deconstruction && <HunksView hunks={deconstruction.hunks} />}
    </div>
  );
}
