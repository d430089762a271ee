import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { toContentFields } from '../../model/team/content-fields.ts';
import { cohortContentQuery, standardContentQuery } from '../api/team/content-queries.ts';
import { cohortsQuery } from '../api/team/programme-queries.ts';
import { usePlace } from '../api/use-place.ts';
import { ContentEditorView } from '../features/content/content-editor-view.tsx';
import { ContentReader } from '../features/content/content-reader.tsx';
import { toVisibleText } from '../text/to-visible-text.ts';
import { ButtonLink } from '../ui/button.tsx';
import { FailureNotice } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { NotFoundPage } from './problem-pages.tsx';

/** What a cohort works with: written by its lead, read by everybody. */
export function ContentPage() {
  const { id = '' } = useParams({ strict: false });
  const { me } = usePlace();
  const cohorts = useQuery({ ...cohortsQuery(), enabled: me !== null });
  const content = useQuery({ ...cohortContentQuery(id), enabled: me !== null });
  const standard = useQuery({ ...standardContentQuery(), enabled: me !== null });
  if (me === null) return null;
  const failed = [cohorts, content, standard].find(({ isError }) => isError);
  const cohort = cohorts.data?.cohorts.find((one) => one.id === id);
  if (cohorts.data && !cohort) return <NotFoundPage />;
  const version = content.data?.content.version;
  return (
    <Page
      title={cohort ? `What ${toVisibleText(cohort.name)} works with` : 'What a cohort works with'}
      lead={
        <p>
          {version === undefined ? <>&nbsp;</> : version === 0 ? 'As it comes with Rounds.' : `Version ${version} of this cohort’s own.`} A considered proposal,
          not validated on engineers.
        </p>
      }
      narrow
    >
      <div className="mt-6 grid grid-cols-1 gap-8">
        {failed ? (
          <FailureNotice thrown={failed.error} onRetry={() => void failed.refetch()} />
        ) : cohort && content.data && standard.data ? (
          cohort.lead.id === me.id && cohort.endedAt === null ? (
            <ContentEditorView key={cohort.id} cohort={cohort.id} latest={content.data} standard={toContentFields(standard.data)} />
          ) : (
            <ContentReader cohort={cohort} content={content.data.content} standard={toContentFields(standard.data)} />
          )
        ) : (
          <Skeleton label="Looking for the content" heights={[60, 280, 280]} />
        )}
        <div>
          <ButtonLink to="/programme" look="quiet">
            All of the programme
          </ButtonLink>
        </div>
      </div>
    </Page>
  );
}
