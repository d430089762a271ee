import { useQuery } from '@tanstack/react-query';
import { sharedQuery } from '../api/share-queries.ts';
import { SharedRow } from '../features/share/shared-row.tsx';
import { ButtonLink } from '../ui/button.tsx';
import { EmptyNotice, FailureNotice } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { useNow } from '../ui/use-now.ts';

/** Everything that ever left this machine through Rounds. */
export function SharedPage() {
  const shared = useQuery(sharedQuery());
  const now = useNow();
  const items = shared.data?.items ?? [];
  return (
    <Page
      title="What left this machine"
      lead={<p>Every case you shared, what you showed of your growth, and every request to a second reader; and how to take it back.</p>}
      narrow
    >
      <div className="mt-7 grid gap-5">
        {shared.isPending && <Skeleton label="Reading the log" heights={[80, 80]} />}
        {shared.isError && <FailureNotice thrown={shared.error} onRetry={() => void shared.refetch()} />}
        {shared.data && items.length === 0 && (
          <EmptyNotice title="Nothing ever left this machine.">
            <p className="text-ink-2">A moment can be shared with your pair from its own page. You see every byte before it goes.</p>
            <ButtonLink look="go" to="/">
              Go to Today
            </ButtonLink>
          </EmptyNotice>
        )}
        {items.length > 0 && (
          <ul className="card divide-y divide-line px-5">
            {items.map((item) => (
              <SharedRow key={item.id} item={item} now={now} />
            ))}
          </ul>
        )}
      </div>
    </Page>
  );
}
