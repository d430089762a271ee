import type { TeamRound } from '../../../model/team/team-round.ts';
import { joinWords } from '../../text/format-amount.ts';
import { toVisibleText } from '../../text/to-visible-text.ts';
import { FailureNotice } from '../../ui/notice.tsx';
import { PersonName } from '../people/person-name.tsx';
import { SureButton } from './sure-button.tsx';
import { useMoveTeamRound } from './use-move-team-round.ts';

/** That others have answered, and nothing else: not how, not when, not how long it took. */
export function WaitingStep({ round }: { round: TeamRound }) {
  const withdraw = useMoveTeamRound(round.id, 'withdraw');
  const waitsFor = round.participants.filter(({ answered }) => !answered).map(({ name }) => toVisibleText(name));
  return (
    <div className="grid gap-5">
      <output className="question block">
        Yours is in. {joinWords(waitsFor)} {waitsFor.length === 1 ? 'has' : 'have'} not answered yet.
      </output>
      <ul aria-label="Who has answered" className="card divide-y divide-line px-5">
        {round.participants.map(({ person, name, answered }) => (
          <li key={person} className="flex flex-wrap items-center justify-between gap-x-4 py-2.5">
            <PersonName name={name} isMe={person === round.me} />
            <span className={answered ? '' : 'text-ink-3'}>{answered ? '✓ answered' : 'not yet'}</span>
          </li>
        ))}
      </ul>
      <p className="text-ink-2">When the last answer is in, all appear here at once. You can close this page: nothing is lost, however long it takes.</p>
      <div>
        <SureButton
          label="Withdraw the round"
          question="Withdraw it for everyone? What was sealed is never shown."
          yes="Withdraw"
          isBusy={withdraw.isPending}
          onSure={() => withdraw.mutate()}
        />
      </div>
      {withdraw.isError && <FailureNotice thrown={withdraw.error} />}
    </div>
  );
}
