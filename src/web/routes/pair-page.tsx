import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { OwnWeek } from '../../model/api/team/weekly.ts';
import { ownWeeksQuery } from '../api/team/pair-queries.ts';
import { usePlace } from '../api/use-place.ts';
import { formatWeek, isOver, partnerOf } from '../features/pair/describe-week.ts';
import { MeetingSection } from '../features/pair/meeting-section.tsx';
import { NextAct } from '../features/pair/next-act.tsx';
import { OpenQuestions } from '../features/pair/open-questions.tsx';
import { ProjectList } from '../features/pair/project-list.tsx';
import { ProtectedTimeSection } from '../features/pair/protected-time-section.tsx';
import { RoundsBetween } from '../features/pair/rounds-between.tsx';
import { WeeklySection } from '../features/pair/weekly-section.tsx';
import { toVisibleText } from '../text/to-visible-text.ts';
import { ButtonLink } from '../ui/button.tsx';
import { EmptyNotice, FailureNotice } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { Skeleton } from '../ui/skeleton.tsx';

/** What two people do with each other this week. Without an address of its own, the programme that goes on. */
export function PairPage() {
  const { me } = usePlace();
  const { programme } = useParams({ strict: false });
  const weeks = useQuery({ ...ownWeeksQuery(), enabled: me !== null });
  const own = weeks.data?.programmes.find((each) => programme === undefined || each.programme === programme);
  if (me === null) return null;
  if (own) return <PairWeek key={own.programme} own={own} all={weeks.data?.programmes ?? []} me={me.id} />;
  return (
    <Page title="Pair" narrow>
      <div className="mt-7">
        {weeks.isPending && <Skeleton label="Looking for your pair" heights={[70, 220]} />}
        {weeks.isError && <FailureNotice thrown={weeks.error} onRetry={() => void weeks.refetch()} />}
        {weeks.data && (
          <EmptyNotice title={programme === undefined ? 'You are in no programme yet.' : 'There is no such programme of yours.'}>
            <p className="text-ink-2">
              Once a lead has prepared a year for you and somebody else, this page is the two of yours: the week, its focus, projects and meetings. Nobody else
              reads it.
            </p>
            <ButtonLink to="/rounds">Go to your rounds</ButtonLink>
          </EmptyNotice>
        )}
      </div>
    </Page>
  );
}

function PairWeek({ own, all, me }: { own: OwnWeek; all: readonly OwnWeek[]; me: string }) {
  const other = partnerOf(own);
  return (
    <Page
      title={`You and ${toVisibleText(other.name)}`}
      tab="Pair"
      lead={
        <p>
          {own.mine === 'preceptee' ? 'You are the preceptee' : 'You are the preceptor'}
          {own.area && ` in ${toVisibleText(own.area)}`}. What you write here only the two of you read.
        </p>
      }
      narrow
    >
      {all.length > 1 && (
        <nav aria-label="Your programmes" className="mt-4 flex flex-wrap gap-x-4 gap-y-1">
          {all.map((each) => (
            <Link
              key={each.programme}
              to="/pair/$programme"
              params={{ programme: each.programme }}
              aria-current={each.programme === own.programme ? 'page' : undefined}
              className="text-ink-2 underline decoration-line underline-offset-4 hover:text-ink aria-[current=page]:text-ink aria-[current=page]:decoration-accent"
            >
              {toVisibleText(partnerOf(each).name)}
              {each.area && `, ${toVisibleText(each.area)}`}
            </Link>
          ))}
        </nav>
      )}
      <div className="mt-6 grid gap-9">
        {isOver(own) ? <YearIsOver own={own} /> : <NextAct own={own} />}
        {own.act !== 'done' && own.focus && !isOver(own) && <LastFocus focus={own.focus} />}
        <WeeklySection own={own} me={me} />
        <ProjectList own={own} />
        <ProtectedTimeSection own={own} />
        <OpenQuestions own={own} me={me} />
        <MeetingSection own={own} />
        <RoundsBetween own={own} me={me} />
      </div>
    </Page>
  );
}

/** Where to go once nothing is to be done any more: what there was stays below. */
function YearIsOver({ own }: { own: OwnWeek }) {
  return (
    <div className="card flex flex-wrap items-center justify-between gap-x-6 gap-y-3 border-l-3 border-l-accent px-5 py-4">
      <p className="min-w-0 flex-1 basis-60 font-medium">
        {own.state === 'completed'
          ? 'Your year is completed. What you wrote stays here, for the two of you.'
          : 'This year ended early. What you wrote stays here.'}
      </p>
      <ButtonLink to="/programme/$id" params={{ id: own.programme }}>
        {own.state === 'completed' && own.mine === 'preceptee' ? 'The year and its credential' : 'The year'}
      </ButtonLink>
    </div>
  );
}

/** What the two agreed to last, while they have not agreed to the next. */
function LastFocus({ focus }: { focus: NonNullable<OwnWeek['focus']> }) {
  return (
    <section aria-labelledby="focus" className="grid gap-1 border-l-2 border-accent pl-3.5">
      <h2 id="focus" className="heading">
        Your focus, from {formatWeek(focus.week)}
      </h2>
      <p className="question">{toVisibleText(focus.words)}</p>
    </section>
  );
}
