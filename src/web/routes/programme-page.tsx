import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Cohort } from '../../model/team/cohort.ts';
import type { TeamProgramme } from '../../model/team/programme.ts';
import { cohortsQuery, programmesQuery } from '../api/team/programme-queries.ts';
import { usePlace } from '../api/use-place.ts';
import { describeState, namePair } from '../features/programme/describe-year.ts';
import { IncomingCard } from '../features/programme/hand-overs.tsx';
import { findOfferTo } from '../features/programme/describe-lead.ts';
import { CohortsWithoutLead, LeadOfferCard } from '../features/programme/lead-hand-over.tsx';
import { LeadSection } from '../features/programme/lead-section.tsx';
import { MakeCohort } from '../features/programme/make-cohort.tsx';
import { OwnLoadCard } from '../features/programme/own-load.tsx';
import { ProfileForm } from '../features/programme/profile-form.tsx';
import { SelectField } from '../features/programme/select-field.tsx';
import { SignOffsWaiting } from '../features/programme/sign-offs-waiting.tsx';
import { YearView } from '../features/programme/year-view.tsx';
import { Section } from '../features/settings/section.tsx';
import { EmptyNotice, FailureNotice } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { Plain } from '../ui/text.tsx';
import { useNow } from '../ui/use-now.ts';

const isGoing = ({ state }: TeamProgramme): boolean => state === 'planned' || state === 'running' || state === 'paused';
const isOfTwo = ({ parts }: TeamProgramme): boolean => parts.includes('preceptee') || parts.includes('preceptor');

export function ProgrammePage() {
  const { me } = usePlace();
  const now = useNow();
  const programmes = useQuery({ ...programmesQuery(), enabled: me !== null });
  const cohorts = useQuery({ ...cohortsQuery(), enabled: me !== null });
  if (me === null) return null;
  const failed = [programmes, cohorts].find(({ isError }) => isError);
  if (failed)
    return (
      <Page title="Programme">
        <div className="mt-6">
          <FailureNotice thrown={failed.error} onRetry={() => void failed.refetch()} />
        </div>
      </Page>
    );
  if (!programmes.data || !cohorts.data)
    return (
      <Page title="Programme">
        <div className="mt-6">
          <Skeleton label="Looking for your programme" heights={[160, 220]} />
        </div>
      </Page>
    );
  const all = programmes.data.programmes;
  const mine = all.filter(isOfTwo);
  const open = cohorts.data.cohorts.filter(({ endedAt }) => endedAt === null);
  const led = cohorts.data.cohorts.filter(({ id, lead, endedAt }) => lead.id === me.id && (endedAt === null || all.some(({ cohort }) => cohort.id === id)));
  const mayLead = me.role !== 'member';
  const leaderless = me.role === 'owner' ? cohorts.data.cohorts.filter(({ hasLead }) => !hasLead) : [];
  return (
    <Page title="Programme" lead={<p>A year of two people as equals, through small projects. How it goes, never a score of anybody.</p>}>
      <div className="mt-7 grid grid-cols-1 gap-10">
        {programmes.data.incoming.map((handOver) => (
          <IncomingCard key={`${handOver.programme} ${handOver.n}`} handOver={handOver} />
        ))}
        {cohorts.data.cohorts.map((cohort) => {
          const offer = findOfferTo(cohort, me.id);
          return offer && <LeadOfferCard key={cohort.id} cohort={cohort} offer={offer} />;
        })}
        {mine.filter(isGoing).map((year) => (
          <section key={year.id} aria-labelledby={year.id} className="grid max-w-[46rem] grid-cols-1 gap-3">
            <h2 id={year.id} className="question">
              <Plain>{`${namePair(year)}${year.area === '' ? '' : `: ${year.area}`}`}</Plain>
            </h2>
            <YearView year={year} me={me.id} now={now} />
          </section>
        ))}
        {mine.some(({ state }) => state !== 'planned') && (
          <p className="-mt-4 text-ink-2">
            <Link to="/surveys">What you think of the programme</Link>: surveys at months 0, 6 and 12, and preceptees of their preceptors.
          </p>
        )}
        {mine.some(({ parts, state }) => parts.includes('preceptor') && state !== 'ended') && (
          <Section id="own-load" title="Your hours as a preceptor">
            <OwnLoadCard />
          </Section>
        )}
        <SignOffsWaiting />
        {led.map((cohort) => (
          <LeadSection
            key={cohort.id}
            cohort={cohort}
            years={all.filter((year) => year.cohort.id === cohort.id && year.parts.includes('lead'))}
            me={me.id}
            now={now}
          />
        ))}
        <TakePart cohorts={open} me={me.id} hasYear={mine.some(isGoing) || programmes.data.incoming.length > 0} hadYear={mine.length > 0} mayLead={mayLead} />
        {leaderless.length > 0 && (
          <Section id="without-lead" title="Cohorts without a lead">
            <CohortsWithoutLead cohorts={leaderless} me={me.id} />
          </Section>
        )}
        {mayLead && (
          <Section id="make-cohort" title="Make a cohort">
            <MakeCohort />
          </Section>
        )}
        <Past years={mine.filter((year) => !isGoing(year))} />
      </div>
    </Page>
  );
}

interface TakePartProps {
  readonly cohorts: readonly Cohort[];
  readonly me: string;
  readonly hasYear: boolean;
  readonly hadYear: boolean;
  readonly mayLead: boolean;
}

function TakePart({ cohorts, me, hasYear, hadYear, mayLead }: TakePartProps) {
  const [chosen, setChosen] = useState('');
  const cohort = cohorts.find(({ id }) => id === chosen) ?? cohorts[0];
  if (!cohort)
    return (
      <EmptyNotice title={mayLead ? 'No cohort yet. Make the first one.' : 'There is no cohort to take part in yet.'}>
        <p className="text-ink-2">
          {mayLead
            ? 'A cohort holds the years you run together: name it below, then prepare its pairs.'
            : 'A lead of your organisation makes one; then you can say here how you would take part.'}
        </p>
      </EmptyNotice>
    );
  const form = (
    <div className="grid max-w-[46rem] grid-cols-1 gap-4">
      {cohorts.length > 1 && <SelectField id="take-part-cohort" label="Cohort" value={cohort.id} options={cohorts} onText={setChosen} />}
      {cohort.goal !== '' && (
        <p className="text-ink-2">
          <Plain>{cohort.goal}</Plain>
        </p>
      )}
      <ProfileForm cohort={cohort} me={me} />
    </div>
  );
  if (hasYear || cohort.lead.id === me)
    return (
      <details>
        <summary className="heading">Take part {hasYear ? 'in another year' : 'yourself'}</summary>
        <div className="mt-3">{form}</div>
      </details>
    );
  return (
    <section aria-labelledby="take-part" className="grid gap-3">
      <h2 id="take-part" className="question">
        {hadYear ? 'Your year is over. Say if you would take part in another.' : 'You are in no programme yet. Say how you would take part.'}
      </h2>
      <p className="text-ink-2">
        <Plain>{`${cohort.lead.name} leads ${cohort.name} and prepares pairs from what people say here.`}</Plain>
      </p>
      {form}
    </section>
  );
}

function Past({ years }: { years: readonly TeamProgramme[] }) {
  if (years.length === 0) return null;
  return (
    <Section id="past-years" title="Years that are over">
      <ul className="card divide-y divide-line px-5">
        {years.map((year) => (
          <li key={year.id} className="flex flex-wrap items-baseline justify-between gap-x-4 py-2.5">
            <Link to="/programme/$id" params={{ id: year.id }}>
              <Plain>{namePair(year)}</Plain>
            </Link>
            <span className="meta">{describeState(year)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
