import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ACTIVITY_NAMES } from '../../../model/activity-names.ts';
import { LEVEL_NAMES } from '../../../model/entrustment-levels.ts';
import type { ChooseHandOverLevels, HandOverLevel, HandOverLevels as Levels } from '../../../model/team/hand-over-level.ts';
import type { HandOverFact } from '../../../model/team/programme.ts';
import { request } from '../../api/request.ts';
import { handOverLevelsPath, handOverLevelsQuery } from '../../api/team/programme-queries.ts';
import { toVisibleText } from '../../text/to-visible-text.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/notice.tsx';
import { formatDay } from '../sign-off/describe-sign-off.ts';

const keyOf = ({ activity, basis }: Pick<HandOverLevel, 'activity' | 'basis'>): string => `${activity} ${basis}`;

function describeLevel({ activity, basis, level, at, until }: HandOverLevel, leaves: string): string {
  const what = `${activity} ${ACTIVITY_NAMES[activity]}, level ${level} ${LEVEL_NAMES[level]}`;
  return basis === 'signed'
    ? `${what}: signed, until ${until === null ? '' : formatDay(until)}`
    : `${what}: what ${leaves} said on ${formatDay(at)} of the next case`;
}

/** As who comes reads it. */
export function ShownLevels({ levels, leaves }: { levels: readonly HandOverLevel[]; leaves: string }) {
  if (levels.length === 0) return null;
  return (
    <div className="grid gap-1">
      <h3 className="heading">Levels shown with it</h3>
      <ul className="grid gap-1">
        {levels.map((one) => (
          <li key={keyOf(one)}>{describeLevel(one, toVisibleText(leaves))}</li>
        ))}
      </ul>
    </div>
  );
}

/** The preceptee's choice: none unless ticked, and each line is what will be read. */
export function ChooseLevels({ programme, handOver }: { programme: string; handOver: HandOverFact }) {
  const queryClient = useQueryClient();
  const query = handOverLevelsQuery(programme, handOver.n);
  const levels = useQuery(query);
  const [ticked, setTicked] = useState<ReadonlySet<string> | null>(null);
  const show = useMutation({
    mutationFn: (body: ChooseHandOverLevels) => request<Levels>(handOverLevelsPath(programme, handOver.n), { method: 'PUT', body }),
    onSuccess: (now) => {
      queryClient.setQueryData(query.queryKey, now);
      setTicked(null);
    },
  });
  const comes = toVisibleText(handOver.to.name);
  if (levels.isError) return <FailureNotice thrown={levels.error} onRetry={() => void levels.refetch()} />;
  if (!levels.data || (levels.data.offered.length === 0 && levels.data.shown.length === 0)) return null;
  const { offered, shown } = levels.data;
  const chosen = ticked ?? new Set(shown.map(keyOf));
  const toggle = (key: string): void => {
    const after = new Set(chosen);
    if (!after.delete(key)) after.add(key);
    setTicked(after);
  };
  const toShow = offered.filter((one) => chosen.has(keyOf(one)));
  return (
    <fieldset className="grid gap-2" disabled={show.isPending}>
      <legend className="mb-1 font-medium">Levels to show {comes}, if you like</legend>
      {offered.map((one) => (
        <label key={keyOf(one)} className="flex items-baseline gap-2">
          <input type="checkbox" checked={chosen.has(keyOf(one))} onChange={() => toggle(keyOf(one))} />
          <span>{describeLevel(one, toVisibleText(handOver.from.name))}</span>
        </label>
      ))}
      <p className="text-ink-2">
        {toShow.length === 0 ? `${comes} reads none of them.` : `${comes} reads the ticked lines as they stand here.`} Nobody else does, and you can change it
        later.
      </p>
      <div>
        <Button disabled={ticked === null} onClick={() => show.mutate({ levels: toShow.map(({ activity, basis }) => ({ activity, basis })) })}>
          {toShow.length === 0 ? 'Show none' : 'Show these'}
        </Button>
      </div>
      {show.isError && <FailureNotice thrown={show.error} />}
    </fieldset>
  );
}
