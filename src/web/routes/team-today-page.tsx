import { useQuery } from '@tanstack/react-query';
import { ButtonLink } from '../ui/button.tsx';
import { ownWeeksQuery } from '../api/team/pair-queries.ts';
import { pairsQuery, teamCasesQuery, teamRoundsQuery, waitingRunsQuery } from '../api/team/queries.ts';
import { usePlace } from '../api/use-place.ts';
import { CaseRow } from '../features/team-case/case-row.tsx';
import { listFreshCases, listOffered } from '../features/team-case/list-fresh-cases.ts';
import { sortCards } from '../features/team-round/describe-card.ts';
import { WaitingInProgramme, useWaitingInProgramme } from '../features/today/waiting-in-programme.tsx';
import { WAITING_ACTS } from '../features/pair/describe-week.ts';
import { WeekFocus } from '../features/pair/week-focus.tsx';
import { WaitingRuns } from '../features/prove/waiting-runs.tsx';
import { WaitingForTwo } from '../features/team-round/waiting-for-two.tsx';
import { formatWeekday } from '../text/format-when.ts';
import { EmptyNotice, FailureNotice } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { useNow } from '../ui/use-now.ts';

/** Today on the team's server: what waits for me among what is shared. */
export function TeamTodayPage() {
  const { me } = usePlace();
  const rounds = useQuery(teamRoundsQuery());
  const cases = useQuery(teamCasesQuery());
  const pairs = useQuery(pairsQuery());
  const runs = useQuery(waitingRunsQuery());
  const weeks = useQuery(ownWeeksQuery());
  const cohort = useWaitingInProgramme();
  const now = useNow();
  if (me === null) return null;
  const fresh = listFreshCases(cases.data?.cases ?? [], me.id);
  const offered = listOffered(fresh, pairs.data?.pairs ?? []);
  const isQuiet =
    rounds.data &&
    cases.data &&
    sortCards(rounds.data.rounds).mine.length === 0 &&
    pairs.data &&
    offered.length === 0 &&
    runs.data?.probes.length === 0 &&
    cohort.isKnown &&
    cohort.grandRounds.length === 0 &&
    !cohort.hasSurvey &&
    weeks.data?.programmes.every(({ act }) => !WAITING_ACTS.has(act));
  return (
    <Page title={formatWeekday(now)} tab="Today" lead={<p>{me.organisation.name}. Your own sessions are in the Rounds on your machine.</p>} narrow>
      <div className="mt-7 grid gap-7.5">
        {(rounds.isPending || cases.isPending) && <Skeleton label="Looking for what waits for you" heights={[92, 92]} />}
        {rounds.isError && <FailureNotice thrown={rounds.error} onRetry={() => void rounds.refetch()} />}
        {cases.isError && !rounds.isError && <FailureNotice thrown={cases.error} onRetry={() => void cases.refetch()} />}
        <WeekFocus />
        <WaitingForTwo me={me.id} />
        <WaitingInProgramme />
        <WaitingRuns />
        {offered.length > 0 && (
          <section aria-labelledby="fresh">
            <h2 id="fresh" className="heading mb-2.5">
              Shared with you, and in no round yet
            </h2>
            <div className="grid gap-3.5">
              {offered.map((shared) => (
                <CaseRow key={shared.id} shared={shared} me={me.id} now={now} />
              ))}
            </div>
            {fresh.length > offered.length && (
              <div className="mt-3.5">
                <ButtonLink to="/team/cases">All shared cases</ButtonLink>
              </div>
            )}
          </section>
        )}
        {isQuiet && (
          <EmptyNotice title="Nothing waits for you here.">
            <p className="text-ink-2">When somebody shares a case with you or calls you to a round, it is here.</p>
            <p className="text-ink-2">
              To share a moment of yours, let the Rounds on your machine in:{' '}
              <code className="code [overflow-wrap:anywhere]">rounds login {location.origin}</code>
            </p>
            <ButtonLink to="/rounds">See all your rounds</ButtonLink>
          </EmptyNotice>
        )}
      </div>
    </Page>
  );
}
