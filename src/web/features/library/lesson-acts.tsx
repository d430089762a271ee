import { useState } from 'react';
import type { Lesson } from '../../../model/team/lesson.ts';
import { Button, Key } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/notice.tsx';
import { usePublishLesson, useRetireLesson } from './use-lesson-actions.ts';

/** What its authors do with a lesson. */
export function LessonActs({ lesson, onEdit }: { lesson: Lesson; onEdit: () => void }) {
  const [isAsked, setAsked] = useState(false);
  const publish = usePublishLesson(lesson.id);
  const { retire, restore } = useRetireLesson(lesson.id);
  const failure = publish.error ?? retire.error ?? restore.error;
  if (lesson.retiredAt !== null)
    return (
      <div className="flex flex-wrap items-center gap-3">
        <Button disabled={restore.isPending} onClick={() => restore.mutate()}>
          Bring it back
        </Button>
      </div>
    );
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-center gap-3">
        <Button onClick={onEdit} aria-keyshortcuts="e">
          Change it <Key>e</Key>
        </Button>
        {lesson.publishedAt === null && !isAsked && <Button onClick={() => setAsked(true)}>Publish to the team…</Button>}
        <Button look="quiet" disabled={retire.isPending} onClick={() => retire.mutate()}>
          Retire it
        </Button>
      </div>
      {isAsked && lesson.publishedAt === null && (
        <div className="card grid gap-3 px-5 py-4">
          <p>Everyone of your organisation will be able to read it. That cannot be taken back.</p>
          <div className="flex flex-wrap gap-3">
            <Button look="go" disabled={publish.isPending} onClick={() => publish.mutate()}>
              {publish.isPending ? 'Publishing…' : 'Publish it'}
            </Button>
            <Button look="quiet" onClick={() => setAsked(false)}>
              Not now
            </Button>
          </div>
        </div>
      )}
      {failure !== null && <FailureNotice thrown={failure} />}
    </div>
  );
}
