import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { MailView, SaveMail } from '../../../model/api/team/mail.ts';
import { request } from '../../api/request.ts';
import { usePlace } from '../../api/use-place.ts';
import { mailQuery } from '../../api/team/mail-queries.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { FailureNotice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { CalendarAddress } from './calendar-address.tsx';
import { listZones, ownZone } from './own-zone.ts';

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** What one gets by e-mail, and where a calendar program finds one's year. */
export function MailSettings() {
  const { me } = usePlace();
  const mail = useQuery(mailQuery());
  if (mail.isPending) return <Skeleton label="Looking for what you chose" heights={[120]} />;
  if (mail.isError) return <FailureNotice thrown={mail.error} onRetry={() => void mail.refetch()} />;
  return (
    <div className="grid gap-3.5">
      {!mail.data.sendsMail && <p className="text-ink-2">This server sends no e-mail: it has no mail server. What you choose here counts once it has one.</p>}
      <WeeklyLetter view={mail.data} />
      {mail.data.sendsMail && me?.role === 'owner' && <TrialLetter />}
      <CalendarAddress view={mail.data} />
    </div>
  );
}

/** For who runs the organisation: whether e-mail reaches anybody. */
function TrialLetter() {
  const send = useMutation({ mutationFn: () => request<void>('/api/team/mail/trial', { method: 'POST', body: {} }) });
  return (
    <div className="grid gap-2.5">
      <div className="flex flex-wrap items-center gap-3">
        <Button disabled={send.isPending} onClick={() => send.mutate()}>
          {send.isPending ? 'Sending…' : 'Send me a trial letter'}
        </Button>
        <output className="meta">{send.isSuccess && 'The mail server took it.'}</output>
      </div>
      {send.isError && <FailureNotice thrown={send.error} />}
    </div>
  );
}

function WeeklyLetter({ view }: { view: MailView }) {
  const [weekly, setWeekly] = useState(view.weekly);
  const [weekday, setWeekday] = useState(view.weekday);
  const [zone, setZone] = useState(view.zone ?? ownZone());
  const queryClient = useQueryClient();
  const save = useMutation({
    mutationFn: (body: SaveMail) => request<MailView>('/api/team/mail', { method: 'PUT', body }),
    onSuccess: (saved) => queryClient.setQueryData(mailQuery().queryKey, saved),
  });
  return (
    <form
      className="card grid gap-4 px-5 py-4"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ weekly, weekday, zone });
      }}
    >
      <label className="flex items-start gap-2.5">
        <input type="checkbox" className="mt-1" checked={weekly} onChange={(event) => setWeekly(event.target.checked)} />
        <span>
          A letter a week, in the morning, with what waits for me
          <span className="meta block">
            Rounds to judge, the page of the week, meetings, what is due. None in a week without any; nothing of what anybody said.
          </span>
        </span>
      </label>
      <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2">
        <Field id="mail-weekday" label="On">
          <select id="mail-weekday" className="field" value={weekday} onChange={(event) => setWeekday(Number(event.target.value))}>
            {WEEKDAYS.map((name, index) => (
              <option key={name} value={index + 1}>
                {name}
              </option>
            ))}
          </select>
        </Field>
        <Field id="mail-zone" label="Where you are">
          <select id="mail-zone" className="field" value={zone} onChange={(event) => setZone(event.target.value)}>
            {listZones(zone).map((name) => (
              <option key={name} value={name}>
                {name.replaceAll('_', ' ')}
              </option>
            ))}
          </select>
        </Field>
      </div>
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" disabled={save.isPending}>
          {save.isPending ? 'Saving…' : 'Save'}
        </Button>
        <output className="meta">{save.isSuccess && 'Saved.'}</output>
      </div>
      {save.isError && <FailureNotice thrown={save.error} />}
    </form>
  );
}
