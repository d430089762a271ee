import { useState } from 'react';
import type { Meeting } from '../../../model/team/meeting.ts';
import { usePairAct } from '../../api/team/pair-queries.ts';
import { formatWhen } from '../../text/format-when.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/notice.tsx';
import { Plain } from '../../ui/text.tsx';
import { useNow } from '../../ui/use-now.ts';
import { MeetingForm } from './meeting-form.tsx';
import { MeetingNote } from './meeting-note.tsx';

interface MeetingCardProps {
  readonly meeting: Meeting;
  readonly isNext?: boolean;
  /** It has begun, and nobody has said whether it was held. */
  readonly isUnsaid?: boolean;
}

type Doing = 'move' | 'note' | null;

export function MeetingCard({ meeting, isNext = false, isUnsaid = false }: MeetingCardProps) {
  const now = useNow();
  const act = usePairAct('meetings');
  const [doing, setDoing] = useState<Doing>(null);
  const { id, kind, startsAt, minutes, heldAt, cancelledAt, note } = meeting;
  const isOpen = heldAt === null && cancelledAt === null;
  const name = kind[0]?.toUpperCase() + kind.slice(1);
  const when = formatWhen(startsAt, now);
  const perform = (what: 'hold' | 'cancel' | 'undo') => (): void => act.mutate({ path: `/${id}/${what}` });
  if (doing === 'move')
    return (
      <MeetingForm
        initial={meeting}
        submit="Move it"
        isPending={act.isPending}
        failure={act.error}
        onSave={({ startsAt: to, minutes: long }) =>
          act.mutate({ path: `/${id}`, method: 'PUT', body: { startsAt: to, minutes: long } }, { onSuccess: () => setDoing(null) })
        }
        onCancel={() => setDoing(null)}
      />
    );
  return (
    <article aria-labelledby={id} className="card grid gap-3 px-5 py-4">
      <div>
        <h3 id={id} className={isNext ? 'question' : 'font-medium'}>
          {name}, {when}
        </h3>
        <p className="meta [overflow-wrap:anywhere]">
          {minutes} minutes{heldAt !== null && ', held'}
          {cancelledAt !== null && ', cancelled'}.
          {note?.place && (
            <>
              {' '}
              <Plain>{note.place}</Plain>
            </>
          )}
        </p>
      </div>
      {isUnsaid && <p className="text-ink-2">Did you meet?</p>}
      {doing !== 'note' && note?.words && (
        <p className="whitespace-pre-wrap [overflow-wrap:anywhere]">
          <Plain>{note.words}</Plain>
        </p>
      )}
      {doing === 'note' && <MeetingNote meeting={meeting} onDone={() => setDoing(null)} />}
      {doing === null && (
        <div className="flex flex-wrap gap-x-3 gap-y-1">
          {isUnsaid && (
            <Button disabled={act.isPending} aria-label={`It was held: ${name}, ${when}`} onClick={perform('hold')}>
              It was held
            </Button>
          )}
          {isOpen && (
            <Button look="quiet" aria-label={`Move: ${name}, ${when}`} onClick={() => setDoing('move')}>
              Move
            </Button>
          )}
          {isOpen && (
            <Button look="quiet" disabled={act.isPending} aria-label={`Cancel: ${name}, ${when}`} onClick={perform('cancel')}>
              Cancel
            </Button>
          )}
          {!isOpen && (
            <Button
              look="quiet"
              disabled={act.isPending}
              aria-label={`Undo that it was ${heldAt === null ? 'cancelled' : 'held'}: ${name}, ${when}`}
              onClick={perform('undo')}
            >
              Undo
            </Button>
          )}
          <Button look="quiet" aria-label={`Note between you: ${name}, ${when}`} onClick={() => setDoing('note')}>
            Note
          </Button>
        </div>
      )}
      {act.isError && <FailureNotice thrown={act.error} />}
    </article>
  );
}
