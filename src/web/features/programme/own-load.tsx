import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { OwnLoad } from '../../../model/team/preceptor-load.ts';
import { ownLoadQuery } from '../../api/team/programme-queries.ts';
import { request } from '../../api/request.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/notice.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { formatHours, LoadBars, LoadTable } from './load-view.tsx';

/** My hours as a preceptor, counted from what Rounds sees anyway, and the cap I set. */
export function OwnLoadCard() {
  const { data } = useQuery(ownLoadQuery());
  const queryClient = useQueryClient();
  const [written, setWritten] = useState<string | null>(null);
  const setCap = useMutation({
    mutationFn: (hoursAWeek: number) => request<OwnLoad>('/api/team/preceptor-load/cap', { method: 'PUT', body: { hoursAWeek } }),
    onSuccess: (load) => {
      queryClient.setQueryData(ownLoadQuery().queryKey, load);
      setWritten(null);
    },
  });
  if (!data) return null;
  return (
    <div className="card grid max-w-[46rem] gap-3 px-5 py-4">
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-2">
        <p>
          {formatHours(data.thisWeek)} this week so far. {data.isOwnCap ? 'Your cap' : 'The cap, until you set your own,'} is {formatHours(data.cap)} a week.
        </p>
        <LoadBars weeks={data.weeks} cap={data.cap} />
      </div>
      {data.advice && <p className="text-warn">{data.advice}</p>}
      <p className="text-ink-2">
        Counted from rounds, weekly pages, meetings held and time the two of you confirmed; each minute once, and no timer runs. Your lead sees whole weeks,
        never this one.
      </p>
      <div className="flex flex-wrap items-end gap-3">
        <TextInput
          id="own-cap"
          label="Your cap, hours a week"
          type="number"
          min={0}
          max={40}
          step={0.5}
          className="max-w-28"
          value={written ?? String(data.cap)}
          onText={setWritten}
        />
        <Button disabled={written === null || written.trim() === '' || setCap.isPending} onClick={() => setCap.mutate(Number(written))}>
          Set it
        </Button>
      </div>
      {setCap.isError && <FailureNotice thrown={setCap.error} />}
      <LoadTable weeks={data.weeks} />
    </div>
  );
}
