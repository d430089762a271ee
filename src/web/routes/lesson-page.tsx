import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { LessonView } from '../../model/api/team/lessons.ts';
import { lessonQuery } from '../api/team/lesson-queries.ts';
import { KeepForRecall } from '../features/growth/keep-for-recall.tsx';
import { describeReach, nameAuthors } from '../features/library/describe-lesson.ts';
import { LessonActs } from '../features/library/lesson-acts.tsx';
import { LessonCode } from '../features/library/lesson-code.tsx';
import { LessonForm } from '../features/library/lesson-form.tsx';
import { LessonTags } from '../features/library/lesson-tags.tsx';
import { useChangeLesson } from '../features/library/use-lesson-actions.ts';
import { Threads } from '../features/threads/threads.tsx';
import { formatWhen } from '../text/format-when.ts';
import { FailureNotice } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { Line, Plain, RichText } from '../ui/text.tsx';
import { useKeys } from '../ui/use-keys.ts';
import { useNow } from '../ui/use-now.ts';

export function LessonPage() {
  const { id } = useParams({ strict: false }) as { id: string };
  const view = useQuery(lessonQuery(id));
  if (view.data) return <Shown key={id} view={view.data} />;
  return (
    <Page title="Lesson" narrow>
      <div className="mt-6">
        {view.isPending ? (
          <Skeleton label="Opening the lesson" heights={[150, 92]} />
        ) : (
          <FailureNotice thrown={view.error} onRetry={() => void view.refetch()} />
        )}
      </div>
    </Page>
  );
}

function Shown({ view }: { view: LessonView }) {
  const { lesson, authors, mine } = view;
  const [isEditing, setEditing] = useState(false);
  const change = useChangeLesson(lesson.id);
  const now = useNow();
  useKeys(mine && !isEditing ? { e: () => setEditing(true) } : {});
  return (
    <Page
      title="Lesson"
      tab={lesson.rule}
      lead={
        <p>
          <Plain>
            {nameAuthors(
              authors.map((author) => author.id),
              authors,
            )}
          </Plain>
          , {formatWhen(lesson.createdAt, now)}, seen by {describeReach(lesson)}
          {lesson.retiredAt === null ? '' : ', retired'}
        </p>
      }
      narrow
    >
      <div className="mt-6 grid gap-7">
        {lesson.stale && lesson.retiredAt === null && <StaleNotice isMine={mine} />}
        {isEditing ? (
          <LessonForm
            draft={lesson}
            submit="Keep the change"
            isPending={change.isPending}
            failure={change.error}
            onSubmit={(draft) => change.mutate(draft, { onSuccess: () => setEditing(false) })}
            onCancel={() => setEditing(false)}
          />
        ) : (
          <>
            <p className="border-l-2 border-accent pl-4 font-serif text-2xl leading-snug [overflow-wrap:anywhere]">
              <Line>{lesson.rule}</Line>
            </p>
            {lesson.reasoning !== '' && <RichText text={lesson.reasoning} />}
            <LessonTags tags={lesson.tags} />
            {mine ? <LessonActs lesson={lesson} onEdit={() => setEditing(true)} /> : <KeepForRecall lesson={lesson.id} />}
          </>
        )}
        <LessonCode lesson={lesson} isMine={mine} now={now} />
        <Origin view={view} />
        <Threads lesson={lesson.id} />
      </div>
    </Page>
  );
}

function StaleNotice({ isMine }: { isMine: boolean }) {
  return (
    <div className="card grid gap-1.5 border-l-3 border-l-warn px-5 py-4">
      <p className="font-semibold">The code this holds to has changed.</p>
      <p className="text-ink-2">
        {isMine
          ? 'Does the rule still hold? Change what it says, tie it to the code as it is now, or retire it. Until then no agent is given it.'
          : 'Its authors are asked whether it still holds. Until they have looked, no agent is given it.'}
      </p>
    </div>
  );
}

function Origin({ view: { lesson, opens } }: { view: LessonView }) {
  if (lesson.round === null && lesson.case === null) return null;
  return (
    <section aria-labelledby="lesson-origin">
      <h2 id="lesson-origin" className="heading mb-2.5">
        Where it comes from
      </h2>
      <p className="flex flex-wrap gap-x-5 gap-y-1">
        {opens.round && lesson.round !== null && (
          <Link to="/team/rounds/$id" params={{ id: lesson.round }}>
            The round it was kept from
          </Link>
        )}
        {opens.case && lesson.case !== null && (
          <Link to="/team/cases/$id" params={{ id: lesson.case }}>
            The case
          </Link>
        )}
        {!opens.round && !opens.case && <span className="text-ink-2">A round that is not shared with you, or was forgotten.</span>}
      </p>
    </section>
  );
}
