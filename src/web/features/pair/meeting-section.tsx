import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { OwnWeek } from '../../../model/api/team/weekly.ts';
import type { Meeting } from '../../../model/team/meeting.ts';
import { meetingsQuery, usePairAct } from '../../api/team/pair-queries.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useNow } from '../../ui/use-now.ts';
import { DueMilestones } from './due-milestones.tsx';
import { MeetingCard } from './meeting-card.tsx';
import { MeetingForm } from './meeting-form.tsx';
import { sortMeetings } from './sort-meetings.ts';

/** The next meeting, those of which nobody has said whether they were held, and the others. */
export function MeetingSection({ own }: { own: OwnWeek }) {
  const listed = useQuery(meetingsQuery(own.programme));
  const make = usePairAct('meetings');
  const now = useNow();
  const [isMaking, setMaking] = useState(false);
  const { unsaid, next, later, past } = sortMeetings(listed.data?.meetings ?? [], now);
  return (
    <section aria-labelledby="meetings" className="grid gap-3.5">
      <h2 id="meetings" className="heading">
        Meetings
      </h2>
      {listed.isPending && <Skeleton label="Looking for your meetings" heights={[80]} />}
      {listed.isError && <FailureNotice thrown={listed.error} onRetry={() => void listed.refetch()} />}
      <DueMilestones own={own} />
      {unsaid.map((meeting) => (
        <MeetingCard key={meeting.id} meeting={meeting} isUnsaid />
      ))}
      {next && <MeetingCard meeting={next} isNext />}
      {listed.data && !next && !isMaking && <p className="text-ink-2">No meeting is planned.</p>}
      {isMaking ? (
        <MeetingForm
          submit="Plan it"
          isPending={make.isPending}
          failure={make.error}
          onSave={(when) => make.mutate({ path: '', body: { ...when, programme: own.programme } }, { onSuccess: () => setMaking(false) })}
          onCancel={() => setMaking(false)}
        />
      ) : (
        listed.data &&
        own.state !== 'completed' &&
        own.state !== 'ended' && (
          <Button className="justify-self-start" onClick={() => setMaking(true)}>
            Plan a meeting
          </Button>
        )
      )}
      <Folded title="Later" meetings={later} />
      <Folded title="Held and cancelled" meetings={past} />
    </section>
  );
}

function Folded({ title, meetings }: { title: string; meetings: readonly Meeting[] }) {
  if (meetings.length === 0) return null;
  return (
    <details className="grid gap-2.5">
      <summary className="text-ink-2">
        {title} ({meetings.length})
      </summary>
      <div className="mt-2.5 grid gap-2.5">
        {meetings.map((meeting) => (
          <MeetingCard key={meeting.id} meeting={meeting} />
        ))}
      </div>
    </details>
  );
}
