import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import type { CaseId, LessonId } from '../../../model/team/ids.ts';
import type { ThreadAnchor } from '../../../model/team/thread.ts';
import { threadsQuery } from '../../api/team/lesson-queries.ts';
import { FailureNotice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { describeAnchor, listThreadsAt } from './describe-anchor.ts';
import { ThreadCard } from './thread-card.tsx';
import { useAsk } from './use-thread-actions.ts';
import { WriteForm } from './write-form.tsx';

interface ThreadsProps {
  readonly case?: CaseId;
  readonly lesson?: LessonId;
  /** Only questions on these lines, and a new one hangs on them. */
  readonly anchor?: ThreadAnchor;
}

/** Questions on a case, on lines of it, or on a lesson: either way round, answered when there is time. */
export function Threads({ case: caseId, lesson, anchor }: ThreadsProps) {
  const id = useId();
  const subject = { ...(caseId === undefined ? {} : { case: caseId }), ...(lesson === undefined ? {} : { lesson }) };
  const found = useQuery(threadsQuery(subject));
  const ask = useAsk();
  const threads = listThreadsAt(found.data?.threads ?? [], anchor);
  const place = anchor === undefined ? null : describeAnchor(anchor);
  return (
    <section aria-labelledby={id} className="grid gap-3.5">
      <h2 id={id} className="heading">
        Questions{place === null ? '' : ` on ${place}`}
      </h2>
      {found.isPending && <Skeleton label="Looking for questions" heights={[70]} />}
      {found.isError && <FailureNotice thrown={found.error} onRetry={() => void found.refetch()} />}
      {found.data && threads.length === 0 && <p className="text-ink-2">None yet. Either of you may ask; it waits until there is time.</p>}
      {found.data && threads.map((thread) => <ThreadCard key={thread.id} thread={thread} people={found.data.people} me={found.data.me} />)}
      {found.data && (
        <WriteForm
          label={place === null ? 'Ask something' : `Ask about ${place}`}
          submit="Ask"
          isPending={ask.isPending}
          failure={ask.error}
          onSubmit={(body, done) => ask.mutate({ ...subject, anchor: anchor ?? null, body }, { onSuccess: done })}
        />
      )}
    </section>
  );
}
