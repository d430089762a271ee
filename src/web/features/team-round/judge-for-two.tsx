import { useCallback, type ReactNode } from 'react';
import type { Case } from '../../../model/case.ts';
import type { Judgement } from '../../../model/judgement.ts';
import type { TeamRound } from '../../../model/team/team-round.ts';
import type { ChangeMarks } from '../case/case-event.tsx';
import { CaseView } from '../case/case-view.tsx';
import { JudgeStep } from '../round/judge-step.tsx';
import { toVisibleText } from '../../text/to-visible-text.ts';
import { joinWords } from '../../text/format-amount.ts';
import { DraftStatus } from './draft-status.tsx';
import { listPredictions } from './partner-predictions.ts';
import { SureButton } from './sure-button.tsx';
import { useLocalDraft } from './use-local-draft.ts';
import { useMoveTeamRound } from './use-move-team-round.ts';

interface JudgeForTwoProps {
  readonly round: TeamRound;
  readonly framed: Case;
  /** Puts the case to the left and the judging to the right. */
  readonly arrange: (left: ReactNode, right: ReactNode) => ReactNode;
}

/** Judging, with a draft that nobody else can see: not even the server. */
export function JudgeForTwo({ round, framed, arrange }: JudgeForTwoProps) {
  const { draft, change, changeWith, isKept, forget } = useLocalDraft(round.me, round.id);
  const seal = useMoveTeamRound<Judgement>(round.id, 'seal');
  const pass = useMoveTeamRound(round.id, 'pass');
  const withdraw = useMoveTeamRound(round.id, 'withdraw');
  const onChangeMarks = useCallback<ChangeMarks>((make) => changeWith((now) => ({ lines: [...make(now.lines ?? [])] })), [changeWith]);
  const others = round.participants.filter(({ person }) => person !== round.me).map(({ person, name }) => ({ person, name: toVisibleText(name) }));
  const lived = round.case.owner === round.me || round.participants.some(({ person, knewOutcome }) => person === round.me && knewOutcome);
  const names = joinWords(others.map(({ name }) => name));

  return arrange(
    <CaseView framed={framed} isMine={round.case.owner === round.me} marks={draft.lines ?? []} onChangeMarks={onChangeMarks} />,
    <JudgeStep
      propositions={lived ? listPredictions(others) : framed.propositions}
      mayWriteOwn
      draft={draft}
      lived={lived ? <Lived names={names} /> : undefined}
      isSealing={seal.isPending}
      failure={seal.error ?? pass.error ?? withdraw.error}
      note={`Sealed, it cannot be changed. Nobody reads it before everyone has answered; whoever runs the server is trusted not to use its key.`}
      leave={
        <>
          <SureButton
            label="Pass"
            question={`Pass for good? You give no judgement, and ${names} will not know until the reveal.`}
            yes="Pass"
            isBusy={pass.isPending}
            onSure={() => pass.mutate(undefined, { onSuccess: forget })}
          />
          <SureButton
            label="Withdraw the round"
            question="Withdraw it for everyone? What was sealed is never shown."
            yes="Withdraw"
            isBusy={withdraw.isPending}
            onSure={() => withdraw.mutate(undefined, { onSuccess: forget })}
          />
        </>
      }
      status={<DraftStatus isKept={isKept} />}
      onChange={change}
      onSeal={(judgement) => seal.mutate({ ...judgement, knewOutcome: judgement.knewOutcome || lived }, { onSuccess: forget })}
    />,
  );
}

function Lived({ names }: { names: string }) {
  return (
    <p className="rounded-card bg-accent-wash px-4 py-3">
      You lived through this one, so your judgement says nothing about how well you can tell, and is not scored. Predict instead what {names} will say, or what
      a probe would show.
    </p>
  );
}
