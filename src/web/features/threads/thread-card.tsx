import { useState } from 'react';
import type { Person } from '../../../model/team/pair.ts';
import type { Message, Thread } from '../../../model/team/thread.ts';
import { formatWhen } from '../../text/format-when.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/notice.tsx';
import { Plain, RichText } from '../../ui/text.tsx';
import { useNow } from '../../ui/use-now.ts';
import { describeAnchor } from './describe-anchor.ts';
import { KeepAnswer } from './keep-answer.tsx';
import { useAnswer, useCloseThread } from './use-thread-actions.ts';
import { WriteForm } from './write-form.tsx';

interface ThreadCardProps {
  readonly thread: Thread;
  readonly people: readonly Person[];
  readonly me: string;
}

/** A question with its answers. What is closed is folded, and answering opens it again. */
export function ThreadCard({ thread, people, me }: ThreadCardProps) {
  const [isOpen, setOpen] = useState(thread.closedAt === null);
  const [question, ...answers] = thread.messages;
  const answer = useAnswer(thread.id);
  const close = useCloseThread(thread.id);
  const place = describeAnchor(thread.anchor);
  const nameOf = (id: string): string => people.find((person) => person.id === id)?.name ?? 'someone';
  if (!question) return null;
  return (
    <article className="card grid gap-3 px-5 py-4">
      {place !== null && (
        <p className="meta [overflow-wrap:anywhere]">
          On <Plain>{place}</Plain>
        </p>
      )}
      <Said message={question} name={nameOf(question.author)} isMine={question.author === me} />
      {isOpen &&
        answers.map((message) => (
          <div key={message.n} className="grid gap-2">
            <Said message={message} name={nameOf(message.author)} isMine={message.author === me} />
            <KeepAnswer thread={thread.id} n={message.n} />
          </div>
        ))}
      {thread.closedAt !== null && (
        <p className="meta">
          Closed
          {thread.closedBy !== null && (
            <>
              {' '}
              by <Plain>{nameOf(thread.closedBy)}</Plain>
            </>
          )}
          .
        </p>
      )}
      {!isOpen && (
        <Button look="quiet" className="justify-self-start" aria-expanded={false} onClick={() => setOpen(true)}>
          Show {answers.length === 1 ? '1 answer' : `${answers.length} answers`}
        </Button>
      )}
      {isOpen && (
        <WriteForm
          label={thread.closedAt === null ? 'Answer' : 'Answer, and open it again'}
          submit="Answer"
          isPending={answer.isPending}
          failure={answer.error}
          onSubmit={(body, done) => answer.mutate(body, { onSuccess: done })}
        />
      )}
      {thread.closedAt === null && (
        <Button look="quiet" className="justify-self-start" disabled={close.isPending} onClick={() => close.mutate()}>
          It is answered
        </Button>
      )}
      {close.isError && <FailureNotice thrown={close.error} />}
    </article>
  );
}

/** Teal is the reader's own voice, amber the other's; the name says it as well. */
function Said({ message, name, isMine }: { message: Message; name: string; isMine: boolean }) {
  const now = useNow();
  return (
    <div className={`grid gap-1 border-l-2 pl-3 ${isMine ? 'border-accent' : 'border-warn'}`}>
      <p className="meta">
        <Plain>{isMine ? 'You' : name}</Plain>, {formatWhen(message.at, now)}
      </p>
      <RichText text={message.body} />
    </div>
  );
}
