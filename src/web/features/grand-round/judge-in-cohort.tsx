import { useCallback, type ReactNode } from 'react';
import type { Judgement } from '../../../model/judgement.ts';
import type { GrandRound, StrippedCase } from '../../../model/team/grand-round.ts';
import { useGrandAct } from '../../api/team/grand-round-queries.ts';
import type { ChangeMarks } from '../case/case-event.tsx';
import { CaseView } from '../case/case-view.tsx';
import { DraftStatus } from '../team-round/draft-status.tsx';
import { JudgeStep } from '../round/judge-step.tsx';
import { SureButton } from '../team-round/sure-button.tsx';
import { useLocalDraft } from '../team-round/use-local-draft.ts';

interface JudgeInCohortProps {
  readonly grand: GrandRound;
  readonly framed: StrippedCase;
  readonly me: string;
  readonly arrange: (left: ReactNode, right: ReactNode) => ReactNode;
}

/** Judging a case of somebody in the cohort; whose answer it was nobody learns, not even at the reveal. */
export function JudgeInCohort({ grand, framed, me, arrange }: JudgeInCohortProps) {
  const { draft, change, changeWith, isKept, forget } = useLocalDraft(me, grand.id);
  const seal = useGrandAct<Judgement>(grand.id, 'seal');
  const pass = useGrandAct(grand.id, 'pass');
  const onChangeMarks = useCallback<ChangeMarks>((make) => changeWith((now) => ({ lines: [...make(now.lines ?? [])] })), [changeWith]);
  return arrange(
    <CaseView framed={framed} isMine={false} marks={draft.lines ?? []} onChangeMarks={onChangeMarks} />,
    <JudgeStep
      propositions={framed.propositions}
      mayWriteOwn
      draft={draft}
      isSealing={seal.isPending}
      failure={seal.error ?? pass.error}
      note="Sealed, it cannot be changed. At the reveal everybody reads it, without your name: leave out what would give you away."
      leave={
        <SureButton
          label="Pass"
          question="Pass for good? It counts as an answer without a judgement."
          yes="Pass"
          isBusy={pass.isPending}
          onSure={() => pass.mutate(undefined, { onSuccess: forget })}
        />
      }
      status={<DraftStatus isKept={isKept} />}
      onChange={change}
      onSeal={(judgement) => seal.mutate(judgement, { onSuccess: forget })}
    />,
  );
}
