import { useQuery } from '@tanstack/react-query';
import type { OwnWeek } from '../../../model/api/team/weekly.ts';
import { openThreadsQuery } from '../../api/team/lesson-queries.ts';
import { teamCasesQuery } from '../../api/team/queries.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ThreadCard } from '../threads/thread-card.tsx';
import { listThreadsOfPair } from './list-threads-of-pair.ts';

/** Questions either of the two asked and nobody closed, on cases of theirs and on lessons. */
export function OpenQuestions({ own, me }: { own: OwnWeek; me: string }) {
  const threads = useQuery(openThreadsQuery());
  const cases = useQuery(teamCasesQuery());
  const open = listThreadsOfPair(threads.data?.threads ?? [], cases.data?.cases ?? [], own);
  return (
    <section aria-labelledby="questions" className="grid gap-3.5">
      <h2 id="questions" className="heading">
        Questions, both ways
      </h2>
      {(threads.isPending || cases.isPending) && <Skeleton label="Looking for open questions" heights={[70]} />}
      {threads.isError && <FailureNotice thrown={threads.error} onRetry={() => void threads.refetch()} />}
      {threads.data && cases.data && open.length === 0 && <p className="text-ink-2">None is open. Either of you asks on a shared case or on a lesson.</p>}
      {threads.data &&
        open.map((thread) => (
          <div key={thread.id} className="grid gap-1.5">
            <ThreadCard thread={thread} people={threads.data.people} me={me} />
            <div>
              {thread.case !== null && (
                <ButtonLink look="quiet" to="/team/cases/$id" params={{ id: thread.case }}>
                  See the case
                </ButtonLink>
              )}
              {thread.lesson !== null && (
                <ButtonLink look="quiet" to="/lessons/$id" params={{ id: thread.lesson }}>
                  See the lesson
                </ButtonLink>
              )}
            </div>
          </div>
        ))}
    </section>
  );
}
