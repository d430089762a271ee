import { useQuery } from '@tanstack/react-query';
import type { Cohort } from '../../../model/team/cohort.ts';
import type { TeamProgramme } from '../../../model/team/programme.ts';
import { cohortLoadQuery } from '../../api/team/programme-queries.ts';
import { FailureNotice } from '../../ui/notice.tsx';
import { Plain } from '../../ui/text.tsx';
import { CohortSettings } from './cohort-settings.tsx';
import { DueList } from './due-list.tsx';
import { LeadHandOverForm } from './lead-hand-over.tsx';
import { LoadList } from './load-view.tsx';
import { PreparePair } from './prepare-pair.tsx';
import { YearLanes } from './year-lanes.tsx';

/** A cohort as its lead runs it: pairs over the year, what is due, load of preceptors, new pairs. */
export function LeadSection({ cohort, years, me, now }: { cohort: Cohort; years: readonly TeamProgramme[]; me: string; now: Date }) {
  const load = useQuery(cohortLoadQuery(cohort.id));
  const isOver = cohort.endedAt !== null;
  return (
    <section aria-labelledby={`cohort-${cohort.id}`} className="grid grid-cols-1 gap-6">
      <div>
        <h2 id={`cohort-${cohort.id}`} className="question">
          <Plain>{cohort.name}</Plain>
        </h2>
        <p className="meta">
          {isOver
            ? 'This cohort has ended; its years go on.'
            : 'You lead it. You see pairs, dates, meetings and hours of preceptors; nothing of what people judge or write.'}
        </p>
      </div>
      {years.length > 0 ? <YearLanes years={years} now={now} /> : <p className="text-ink-2">No pair yet. Prepare the first one below.</p>}
      {years.length > 0 && (
        <>
          <Part id={`due-${cohort.id}`} title="What is due">
            <DueList years={years} me={me} />
          </Part>
          <Part id={`load-${cohort.id}`} title="Hours of preceptors">
            {load.isError && <FailureNotice thrown={load.error} onRetry={() => void load.refetch()} />}
            {load.data && <LoadList preceptors={load.data.preceptors} />}
          </Part>
        </>
      )}
      {!isOver && (
        <>
          <Part id={`prepare-${cohort.id}`} title="Prepare a pair">
            <PreparePair cohort={cohort.id} />
          </Part>
          <details>
            <summary className="heading">Settings of this cohort</summary>
            <div className="mt-3">
              <CohortSettings key={cohort.id} cohort={cohort} me={me} />
            </div>
          </details>
        </>
      )}
      {isOver && (
        <details>
          <summary className="heading">Hand the cohort over</summary>
          <div className="card mt-3 px-5 py-4">
            <LeadHandOverForm cohort={cohort} me={me} />
          </div>
        </details>
      )}
    </section>
  );
}

function Part({ id, title, children }: { id: string; title: string; children: React.ReactNode }) {
  return (
    <section aria-labelledby={id} className="grid grid-cols-1 gap-2.5">
      <h3 id={id} className="heading">
        {title}
      </h3>
      {children}
    </section>
  );
}
