import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { MarkQuestion, OwnQuestion, OwnQuestions as Questions } from '../../../model/api/growth.ts';
import type { MisconceptionId } from '../../../model/misconception.ts';
import { toApiFailure } from '../../api/api-failure.ts';
import { ownQuestionsQuery } from '../../api/growth-queries.ts';
import { request } from '../../api/request.ts';
import { formatWhen } from '../../text/format-when.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Plain } from '../../ui/text.tsx';
import { useToast } from '../../ui/toast.tsx';

/** What I wrote in questions of the team. I may say that words of mine show a belief, or that I do not hold it; nobody else can. */
export function OwnQuestions({ now }: { now: Date }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="cursor-pointer text-ink-2">Mark words of yours in questions you asked or answered</summary>
      {isOpen && <QuestionList now={now} />}
    </details>
  );
}

function QuestionList({ now }: { now: Date }) {
  const questions = useQuery(ownQuestionsQuery());
  if (questions.isError) return <FailureNotice thrown={questions.error} onRetry={() => void questions.refetch()} />;
  if (!questions.data) return <Skeleton label="Looking for what you wrote" heights={[80]} />;
  if (questions.data.questions.length === 0) return <p className="mt-2 text-ink-2">You have written nothing in a question yet.</p>;
  return (
    <ul className="mt-2.5 grid gap-2.5">
      {questions.data.questions.map((question) => (
        <li key={`${question.thread} ${question.n}`} className="card grid gap-2 px-5 py-3">
          <QuestionRow question={question} beliefs={questions.data.beliefs} now={now} />
        </li>
      ))}
    </ul>
  );
}

function QuestionRow({ question, beliefs, now }: { question: OwnQuestion; beliefs: Questions['beliefs']; now: Date }) {
  const queryClient = useQueryClient();
  const showToast = useToast();
  const field = useId();
  const [chosen, setChosen] = useState<MisconceptionId | null>(null);
  const mark = useMutation({
    mutationFn: (given: MarkQuestion) => request<void>('/api/growth/questions', { method: 'POST', body: given }),
    onError: (thrown: unknown) => showToast({ text: `It was not kept. ${toApiFailure(thrown).message}` }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['growth'] }),
  });
  const say = (holds: boolean): void => {
    if (chosen) mark.mutate({ thread: question.thread, n: question.n, misconception: chosen, holds });
  };
  const marked = question.shows.flatMap((id) => beliefs.find((one) => one.id === id)?.belief ?? []);
  return (
    <>
      <p className="[overflow-wrap:anywhere]">
        “<Plain>{question.body}</Plain>” <span className="meta">{formatWhen(question.at, now)}</span>
      </p>
      {marked.map((belief) => (
        <p key={belief} className="meta">
          Marked: {belief}
        </p>
      ))}
      <label htmlFor={field} className="meta">
        These words are about the belief
      </label>
      <select
        id={field}
        className="field w-full"
        value={chosen ?? ''}
        onChange={(event) => setChosen(beliefs.find(({ id }) => id === event.target.value)?.id ?? null)}
      >
        <option value="">Choose one</option>
        {beliefs.map(({ id, belief }) => (
          <option key={id} value={id}>
            {belief}
          </option>
        ))}
      </select>
      {chosen && (
        <div className="flex flex-wrap gap-2">
          <Button disabled={mark.isPending} onClick={() => say(true)}>
            They show that I held it
          </Button>
          <Button disabled={mark.isPending} onClick={() => say(false)}>
            They show that I do not
          </Button>
        </div>
      )}
    </>
  );
}
