import type { TeamRound } from '../../../model/team/team-round.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/notice.tsx';
import type { StepForTwo } from './steps-for-two.ts';
import { useMoveTeamRound } from './use-move-team-round.ts';

/** From the reveal to proving or straight to the debrief, from proving to the debrief: anyone in the round may. */
export function MoveOn({ round, onShow }: { round: TeamRound; onShow: (step: StepForTwo) => void }) {
  const prove = useMoveTeamRound(round.id, 'prove');
  const debrief = useMoveTeamRound(round.id, 'start-debrief');
  const isBusy = prove.isPending || debrief.isPending;
  if (round.state !== 'revealed' && round.state !== 'proving') return null;
  return (
    <div className="grid justify-items-start gap-3 border-t border-line pt-4">
      <div className="flex flex-wrap gap-3">
        {round.state === 'revealed' && round.case.content !== null && (
          <Button look="go" disabled={isBusy} onClick={() => prove.mutate(undefined, { onSuccess: () => onShow('prove') })}>
            {prove.isPending ? 'One moment…' : 'Settle it by running'}
          </Button>
        )}
        <Button look={round.state === 'proving' ? 'go' : 'plain'} disabled={isBusy} onClick={() => debrief.mutate()}>
          {debrief.isPending ? 'One moment…' : 'Go on to the debrief'}
        </Button>
      </div>
      {(prove.error ?? debrief.error) !== null && <FailureNotice thrown={prove.error ?? debrief.error} />}
    </div>
  );
}
