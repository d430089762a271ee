import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { programmeQuery } from '../api/team/programme-queries.ts';
import { usePlace } from '../api/use-place.ts';
import { namePair } from '../features/programme/describe-year.ts';
import { YearView } from '../features/programme/year-view.tsx';
import { ButtonLink } from '../ui/button.tsx';
import { FailureNotice } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { useNow } from '../ui/use-now.ts';

export function YearPage() {
  const { id = '' } = useParams({ strict: false });
  const { me } = usePlace();
  const now = useNow();
  const { data: year, isPending, isError, error, refetch } = useQuery({ ...programmeQuery(id), enabled: me !== null });
  if (me === null) return null;
  return (
    <Page title={year ? namePair(year) : 'A year'} lead={year && year.area !== '' ? <p>{year.area}</p> : undefined} narrow>
      <div className="mt-6 grid grid-cols-1 gap-6">
        {isPending && <Skeleton label="Looking for this year" heights={[160, 120]} />}
        {isError && <FailureNotice thrown={error} onRetry={() => void refetch()} />}
        {year && <YearView year={year} me={me.id} now={now} />}
        <div>
          <ButtonLink to="/programme" look="quiet">
            All of the programme
          </ButtonLink>
        </div>
      </div>
    </Page>
  );
}
