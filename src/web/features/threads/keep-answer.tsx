import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { LessonOffer } from '../../../model/api/team/lessons.ts';
import type { ThreadId } from '../../../model/team/ids.ts';
import { request, toPath } from '../../api/request.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/notice.tsx';
import { LessonForm } from '../library/lesson-form.tsx';
import { useKeepLesson } from '../library/use-lesson-actions.ts';

/** Makes a lesson of an answer; its first sentence is where the rule begins. */
export function KeepAnswer({ thread, n }: { thread: ThreadId; n: number }) {
  const [isOpen, setOpen] = useState(false);
  const keep = useKeepLesson();
  const offer = useQuery({
    queryKey: ['team', 'lesson', 'of', thread, n],
    queryFn: ({ signal }) => request<LessonOffer>(toPath(`/api/team/threads/${encodeURIComponent(thread)}/lesson`, { n }), { signal }),
    enabled: isOpen,
  });
  if (keep.data)
    return (
      <output className="flex flex-wrap items-center gap-3">
        <span>Kept as a lesson.</span>
        <ButtonLink to="/lessons/$id" params={{ id: keep.data.id }}>
          Open the lesson
        </ButtonLink>
      </output>
    );
  if (!isOpen)
    return (
      <Button look="quiet" className="justify-self-start" onClick={() => setOpen(true)}>
        Keep as a lesson
      </Button>
    );
  if (offer.isError) return <FailureNotice thrown={offer.error} onRetry={() => void offer.refetch()} />;
  if (!offer.data) return <output className="meta">Preparing it…</output>;
  return (
    <LessonForm
      draft={offer.data.lesson}
      submit="Keep the lesson"
      isPending={keep.isPending}
      failure={keep.error}
      onSubmit={(lesson) => keep.mutate({ lesson, round: null, pair: offer.data.pair, answer: { thread, n } })}
      onCancel={() => setOpen(false)}
    />
  );
}
