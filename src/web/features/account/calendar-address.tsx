import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { MadeCalendarLink, MailView } from '../../../model/api/team/mail.ts';
import { request } from '../../api/request.ts';
import { mailQuery } from '../../api/team/mail-queries.ts';
import { formatWhen } from '../../text/format-when.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/notice.tsx';
import { useNow } from '../../ui/use-now.ts';
import { CopyButton } from '../people/copy-button.tsx';
import { ownZone } from './own-zone.ts';

/** One's year in one's own calendar: an address that only its owner knows, or a file. */
export function CalendarAddress({ view: { calendar, zone } }: { view: MailView }) {
  const queryClient = useQueryClient();
  const now = useNow();
  const again = (): Promise<void> => queryClient.invalidateQueries({ queryKey: mailQuery().queryKey });
  const make = useMutation({
    mutationFn: () => request<MadeCalendarLink>('/api/team/calendar-link', { method: 'POST', body: { zone: zone ?? ownZone() } }),
    onSuccess: again,
  });
  const end = useMutation({
    mutationFn: () => request<void>('/api/team/calendar-link', { method: 'DELETE' }),
    onSuccess: () => {
      make.reset();
      return again();
    },
  });
  return (
    <div className="card grid gap-3 px-5 py-4">
      <p>
        Your meetings, reviews and what is due in your year, in your own calendar.
        <span className="meta block">
          {calendar === null
            ? 'There is no address yet. Whoever has it can read your calendar of Rounds: with whom you meet and when, and nothing else.'
            : `There is an address, made ${formatWhen(calendar.createdAt, now)}, ${calendar.lastUsedOn === null ? 'never used' : `last used on ${calendar.lastUsedOn}`}.`}
        </span>
      </p>
      <div className="flex flex-wrap items-center gap-3">
        <Button disabled={make.isPending} onClick={() => make.mutate()}>
          {calendar === null ? 'Make an address' : 'Make another, and end this one'}
        </Button>
        {calendar !== null && (
          <Button look="quiet" disabled={end.isPending} onClick={() => end.mutate()}>
            End it
          </Button>
        )}
        <a href="/api/team/calendar" download="rounds.ics" className="meta underline decoration-line underline-offset-4 hover:text-ink">
          Download it as a file
        </a>
      </div>
      {make.data && (
        <output className="grid gap-2.5">
          <span className="font-medium">Copy it now into your calendar program, as a calendar to subscribe to: it is shown this once.</span>
          <input
            id="made-calendar"
            readOnly
            aria-label="Address of your calendar"
            className="field code"
            value={make.data.url}
            onFocus={(event) => event.target.select()}
          />
          <CopyButton text={make.data.url} from="made-calendar" />
        </output>
      )}
      {make.isError && <FailureNotice thrown={make.error} />}
      {end.isError && <FailureNotice thrown={end.error} />}
    </div>
  );
}
