import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Today } from '../../model/api/today.ts';
import { importQuery, todayQuery } from '../api/queries.ts';
import { usePlace } from '../api/use-place.ts';
import { WeekFocus } from '../features/pair/week-focus.tsx';
import { WaitingRuns } from '../features/prove/waiting-runs.tsx';
import { WaitingForTwo } from '../features/team-round/waiting-for-two.tsx';
import { ImportProgress } from '../features/machine/import-progress.tsx';
import { RoundRow } from '../features/round/round-row.tsx';
import { RecallDue } from '../features/growth/recall-due.tsx';
import { describeReading, describeToday } from '../features/today/describe-today.ts';
import { DoneForToday } from '../features/today/done-for-today.tsx';
import { FirstStart } from '../features/today/first-start.tsx';
import { WaitingInProgramme } from '../features/today/waiting-in-programme.tsx';
import { MomentList } from '../features/today/moment-list.tsx';
import { formatCount } from '../text/format-amount.ts';
import { useNow } from '../ui/use-now.ts';
import { FailureNotice } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { Skeleton } from '../ui/skeleton.tsx';

export function TodayPage() {
  const today = useQuery(todayQuery());
  const now = useNow();
  const { me } = usePlace();

  if (today.data === undefined)
    return (
      <Page title="Today">
        <div className="mt-8 max-w-[45rem]">
          {today.isError ? (
            <FailureNotice thrown={today.error} onRetry={() => void today.refetch()} />
          ) : (
            <Skeleton label="Looking at your recent sessions" heights={[150, 92, 92]} />
          )}
        </div>
      </Page>
    );
  return (
    <Page title={describeToday(today.data, now)} tab="Today" lead={<p>{describeReading(today.data)}</p>}>
      <div className="mt-7 grid gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,1fr)_18.75rem]">
        <div className="grid min-w-0 content-start gap-7.5">
          {me && <WeekFocus />}
          {me && <WaitingForTwo me={me.id} />}
          {me && <WaitingInProgramme />}
          {me && <WaitingRuns />}
          <Offer today={today.data} now={now} />
          <RecallDue due={today.data.recallDue} />
          {today.data.waiting.length > 0 && (
            <section aria-labelledby="waiting">
              <h2 id="waiting" className="heading mb-2.5">
                Waiting in rounds
              </h2>
              <div className="grid gap-3.5">
                {today.data.waiting.map((card) => (
                  <RoundRow key={card.id} card={card} now={now} />
                ))}
              </div>
            </section>
          )}
        </div>
        <aside aria-label="On this machine" className="grid content-start gap-3.5">
          <h2 className="heading -mb-1">On this machine</h2>
          <ImportProgress />
          <Known today={today.data} />
          {today.data.demo && (
            <p className="meta">The demo is loaded: its sessions were recorded by real agents in a small repository. Remove it in Settings.</p>
          )}
        </aside>
      </div>
    </Page>
  );
}

function Offer({ today, now }: { today: Today; now: Date }) {
  const importing = useQuery(importQuery()).data?.running ?? false;
  if (today.moments.length > 0)
    return (
      <section aria-labelledby="offer">
        <h2 id="offer" className="heading mb-2.5">
          Worth stopping for
        </h2>
        <MomentList moments={today.moments} now={now} />
      </section>
    );
  if (today.sessionsKnown === 0 && importing) return <Skeleton label="Reading your sessions for the first time" heights={[150, 92]} />;
  return today.sessionsKnown === 0 ? <FirstStart /> : <DoneForToday today={today} now={now} />;
}

/** In sentences, not in a tally: nothing here is to be driven up. */
function Known({ today }: { today: Today }) {
  const { sessionsKnown, waitingInSessions, roundsClosedToday } = today;
  if (sessionsKnown === 0) return null;
  return (
    <p className="text-ink-2">
      Rounds knows{' '}
      <Link to="/sessions" className="text-ink underline decoration-line underline-offset-4 hover:decoration-current">
        {formatCount(sessionsKnown, 'session')}
      </Link>{' '}
      here.{waitingInSessions > 0 && ` ${formatCount(waitingInSessions, 'moment waits', 'moments wait')} in them, without hurry.`}
      {roundsClosedToday > 0 && (
        <>
          {' '}
          What you kept today is in{' '}
          <Link to="/rounds" className="text-ink underline decoration-line underline-offset-4 hover:decoration-current">
            Rounds
          </Link>
          .
        </>
      )}
    </p>
  );
}
