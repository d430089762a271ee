import { useRef, useState, type ReactNode } from 'react';
import type { Judgement, JudgementDraft } from '../../../model/judgement.ts';
import { formatCount } from '../../text/format-amount.ts';
import { TextArea } from '../../ui/field.tsx';
import { findGaps, toJudgement, type JudgementField } from './check-judgement.ts';
import { ProbabilityField } from './probability-field.tsx';
import { PropositionField } from './proposition-field.tsx';
import { SealBar } from './seal-bar.tsx';
import { useSealKey } from './use-seal-key.ts';
import { VerdictField } from './verdict-field.tsx';

interface JudgeStepProps {
  /** Statements to choose from. */
  readonly propositions: readonly { readonly id: string; readonly text: string }[];
  /** Whether a statement of one's own may be written where there are some to choose from. */
  readonly mayWriteOwn?: boolean;
  readonly draft: JudgementDraft;
  /** In place of the question whether they remember how it ended, for who is known to have been there. */
  readonly lived?: ReactNode;
  /** What sealing does. */
  readonly note: ReactNode;
  /** Ways out without sealing. */
  readonly leave: ReactNode;
  /** Whether what was written is kept. */
  readonly status: ReactNode;
  readonly isSealing: boolean;
  readonly failure: unknown;
  readonly onChange: (part: Partial<JudgementDraft>) => void;
  readonly onSeal: (judgement: Judgement) => void;
}

const capitalised = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

export function JudgeStep({ propositions, mayWriteOwn = false, draft, lived, note, leave, status, isSealing, failure, onChange, onSeal }: JudgeStepProps) {
  const form = useRef<HTMLDivElement>(null);
  const [asked, setAsked] = useState(false);
  const gaps = findGaps(draft);
  const problemOf = (field: JudgementField): string | undefined => {
    const gap = asked ? gaps.find((candidate) => candidate.field === field) : undefined;
    return gap && capitalised(gap.ask);
  };

  const seal = (): void => {
    const judgement = toJudgement(draft);
    if (judgement && !isSealing) return onSeal(judgement);
    setAsked(true);
    form.current?.querySelector<HTMLElement>(`[data-field="${gaps[0]?.field}"]`)?.focus();
  };
  useSealKey(seal);

  return (
    <div ref={form} className="grid gap-6">
      <VerdictField value={draft.verdict} problem={problemOf('verdict')} onChange={(verdict) => onChange({ verdict })} />
      <div className="grid gap-1">
        <p className="font-medium">The lines that decided it</p>
        <p className="meta">
          {draft.lines?.length ? `${formatCount(draft.lines.length, 'place')} marked in the case. ` : 'None marked yet. '}
          Click a line number in the case, or drag over several. With the keyboard: Tab to a block, arrows, Space.
          {draft.lines?.length ? (
            <button type="button" className="ml-1 underline underline-offset-3 hover:text-ink" onClick={() => onChange({ lines: [] })}>
              Clear the marks
            </button>
          ) : null}
        </p>
      </div>
      <TextArea
        id="reason"
        data-field="reason"
        label="Why"
        hint="The reason you would give a colleague."
        maxLength={4000}
        value={draft.reason ?? ''}
        problem={problemOf('reason')}
        onText={(reason) => onChange({ reason })}
      />
      <PropositionField
        propositions={propositions}
        mayWriteOwn={mayWriteOwn}
        value={draft.proposition}
        problem={problemOf('proposition')}
        onChange={(proposition) => onChange({ proposition })}
      />
      <ProbabilityField value={draft.probability} problem={problemOf('probability')} onChange={(probability) => onChange({ probability })} />
      <TextArea
        id="change-my-mind"
        label="What would change my mind"
        hint="May stay empty."
        maxLength={2000}
        value={draft.changeMyMind ?? ''}
        onText={(changeMyMind) => onChange({ changeMyMind })}
      />
      {lived ?? <Remembers isChecked={draft.knewOutcome ?? false} onCheck={(knewOutcome) => onChange({ knewOutcome })} />}
      <SealBar
        showsKey
        isSealing={isSealing}
        failure={failure}
        note={note}
        leave={leave}
        status={status}
        missing={asked && gaps.length > 0 ? gaps.map(({ ask }) => ask).join(', ') : null}
        onSeal={seal}
      />
    </div>
  );
}

function Remembers({ isChecked, onCheck }: { isChecked: boolean; onCheck: (isChecked: boolean) => void }) {
  return (
    <label className="flex gap-2.5">
      <input type="checkbox" className="mt-0.5 size-4 shrink-0 accent-accent" checked={isChecked} onChange={(event) => onCheck(event.target.checked)} />
      <span>
        I remember how this ended
        <span className="meta block">It then says nothing about how well you can tell, and is not scored.</span>
      </span>
    </label>
  );
}
