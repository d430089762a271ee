import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { teamCasesQuery } from '../api/team/queries.ts';
import { usePlace } from '../api/use-place.ts';
import { CaseRow } from '../features/team-case/case-row.tsx';
import { listFreshCases, type CaseCard } from '../features/team-case/list-fresh-cases.ts';
import { CardGroup } from '../ui/card-group.tsx';
import { EmptyNotice, FailureNotice } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { useNow } from '../ui/use-now.ts';

export function TeamCasesPage() {
  const { me, isMine } = usePlace();
  const cases = useQuery(teamCasesQuery());
  const now = useNow();
  if (me === null) return null;
  const all = cases.data?.cases ?? [];
  const fresh = listFreshCases(all, me.id);
  const toRows = (some: readonly CaseCard[]): ReactElement[] => some.map((shared) => <CaseRow key={shared.id} shared={shared} me={me.id} now={now} />);
  return (
    <Page title="Shared cases" lead={<p>Each was shared on purpose, by its owner, after a look at every byte of it.</p>} narrow>
      <div className="mt-7 grid gap-7.5">
        {cases.isPending && <Skeleton label="Looking for shared cases" heights={[80, 80, 80]} />}
        {cases.isError && <FailureNotice thrown={cases.error} onRetry={() => void cases.refetch()} />}
        {cases.data && all.length === 0 && (
          <EmptyNotice title="Nobody has shared a case with you yet.">
            <p className="text-ink-2">
              {isMine
                ? 'Open a moment and choose “Share it with your pair”. You see exactly what would leave this machine before anything does.'
                : 'Cases are shared from a moment in somebody’s own Rounds, with a pair they are in.'}
            </p>
          </EmptyNotice>
        )}
        <CardGroup id="fresh" title="In no round of yours yet" cards={toRows(fresh)} />
        <CardGroup id="mine" title="Yours" cards={toRows(all.filter(({ owner }) => owner === me.id))} />
        <CardGroup id="known" title="Others’, judged or begun" cards={toRows(all.filter((shared) => shared.owner !== me.id && !fresh.includes(shared)))} />
      </div>
    </Page>
  );
}
