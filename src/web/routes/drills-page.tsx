import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { drillListQuery, drillPlacesQuery } from '../api/drill-queries.ts';
import { AnsweredSection } from '../features/drills/answered-section.tsx';
import { FormsSection } from '../features/drills/forms-section.tsx';
import { MiningSection } from '../features/drills/mining-section.tsx';
import { PractiseSection } from '../features/drills/practise-section.tsx';
import { RepositoryForm } from '../features/drills/repository-form.tsx';
import { EmptyNotice, FailureNotice } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import type { DrillPlaces } from '../../model/api/drills.ts';

/** Drills of one repository: draw, go on, and look for more. */
export function DrillsPage() {
  const places = useQuery(drillPlacesQuery());
  const { folder: asked } = useSearch({ from: '/drills' });
  const navigate = useNavigate();
  const folder = asked ?? places.data?.repositories[0] ?? '';
  return (
    <Page title="Drills" lead="Find bugs that were, or could be, in your own repository. Only you see what you answer." narrow>
      <div className="mt-7 grid gap-8">
        {places.isPending && <Skeleton label="Looking for repositories" heights={[72, 120]} />}
        {places.isError && <FailureNotice thrown={places.error} onRetry={() => void places.refetch()} />}
        {places.data && (
          <>
            <RepositoryForm
              key={folder}
              known={places.data.repositories}
              folder={folder}
              onFolder={(next) => void navigate({ to: '/drills', search: { folder: next } })}
            />
            {folder === '' ? <NoRepository /> : <Repository folder={folder} places={places.data} />}
          </>
        )}
      </div>
    </Page>
  );
}

function NoRepository() {
  return (
    <EmptyNotice title="Name a repository to begin.">
      <p className="text-ink-2">One that is on this machine, with tests that run. Nothing of it leaves the machine.</p>
    </EmptyNotice>
  );
}

function Repository({ folder, places: { mining, cannotSee } }: { folder: string; places: DrillPlaces }) {
  const list = useQuery(drillListQuery(folder));
  if (list.isPending) return <Skeleton label="Looking for drills" heights={[90, 120]} />;
  if (list.isError) return <FailureNotice thrown={list.error} onRetry={() => void list.refetch()} />;
  const { repository, drills, forms } = list.data;
  return (
    <>
      {drills.length === 0 ? (
        <EmptyNotice title="This repository has no drills yet.">
          <p className="text-ink-2">Rounds makes them from its history and its tests: look for some below.</p>
        </EmptyNotice>
      ) : (
        <PractiseSection list={list.data} cannotSee={cannotSee} />
      )}
      {drills.length > 0 && <FormsSection key={forms.yearStart} forms={forms} repository={repository} cannotSee={cannotSee} />}
      <MiningSection repository={repository} mining={mining} />
      <AnsweredSection list={list.data} />
    </>
  );
}
