import { useRef, useState } from 'react';
import type { Case } from '../../../model/case.ts';
import type { Judgement, JudgementDraft } from '../../../model/judgement.ts';
import { formatCount } from '../../text/format-amount.ts';
import { Button, Key } from '../../ui/button.tsx';
import { describedBy, Problem, TextArea } from '../../ui/field.tsx';
import { FailureNotice } from '../../ui/notice.tsx';
import { InlineText } from '../../ui/text.tsx';
import { findGaps, toJudgement, VERDICTS, type JudgementField } from './check-judgement.ts';
import { DraftStatus } from './draft-status.tsx';
import { LeaveRound } from './leave-round.tsx';
import { ProbabilityField } from './probability-field.tsx';
import { useSealKey } from './use-seal-key.ts';
import type { DraftState } from './use-draft.ts';

interface JudgeStepProps {
  readonly round: string;
  readonly framed: Case;
  readonly draft: JudgementDraft;
  readonly state: DraftState;
  readonly isSealing: boolean;
  readonly failure: unknown;
  readonly onChange: (part: Partial<JudgementDraft>) => void;
  readonly onSeal: (judgement: Judgement) => void;
}

const capitalised = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

export function JudgeStep({ round, framed, draft, state, isSealing, failure, onChange, onSeal }: JudgeStepProps) {
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
      <Verdict draft={draft} problem={problemOf('verdict')} onChange={onChange} />
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
      <Proposition framed={framed} draft={draft} problem={problemOf('proposition')} onChange={onChange} />
      <ProbabilityField value={draft.probability} problem={problemOf('probability')} onChange={(probability) => onChange({ probability })} />
      <TextArea
        id="change-my-mind"
        label="What would change my mind"
        hint="May stay empty."
        maxLength={2000}
        value={draft.changeMyMind ?? ''}
        onText={(changeMyMind) => onChange({ changeMyMind })}
      />
      <label className="flex gap-2.5">
        <input
          type="checkbox"
          className="mt-0.5 size-4 shrink-0 accent-accent"
          checked={draft.knewOutcome ?? false}
          onChange={(event) => onChange({ knewOutcome: event.target.checked })}
        />
        <span>
          I remember how this ended
          <span className="meta block">It then says nothing about how well you can tell, and is not scored.</span>
        </span>
      </label>
      <div className="grid gap-2 border-t border-line pt-4">
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <Button look="go" disabled={isSealing} onClick={seal} aria-keyshortcuts="Control+Enter Meta+Enter">
            {isSealing ? 'Sealing…' : 'Seal'} <Key>{sealKeyName()}</Key>
          </Button>
          <LeaveRound round={round} />
        </div>
        <p className="meta">Sealed, it cannot be changed, and what happened next opens at once.</p>
        {asked && gaps.length > 0 && (
          <p role="alert" className="text-bad">
            Before it can be sealed: {gaps.map(({ ask }) => ask).join(', ')}.
          </p>
        )}
        {failure ? <FailureNotice thrown={failure} /> : null}
        <DraftStatus state={state} />
      </div>
    </div>
  );
}

const sealKeyName = (): string => (/Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘ Enter' : 'Ctrl Enter');

interface PartProps {
  readonly draft: JudgementDraft;
  readonly problem: string | undefined;
  readonly onChange: (part: Partial<JudgementDraft>) => void;
}

const CHOICE =
  'card cursor-pointer has-checked:border-accent has-checked:bg-accent-wash hover:border-edge has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent';

function Verdict({ draft, problem, onChange }: PartProps) {
  return (
    <fieldset aria-describedby={describedBy('verdict', false, problem)}>
      <legend className="mb-2 font-medium">What would you do?</legend>
      <div className="grid grid-cols-2 gap-2 xl:grid-cols-4">
        {VERDICTS.map(({ value, label, meaning }, index) => (
          <label key={value} className={`${CHOICE} px-3 py-2`}>
            <input
              type="radio"
              name="verdict"
              className="sr-only"
              data-field={index === 0 ? 'verdict' : undefined}
              checked={draft.verdict === value}
              onChange={() => onChange({ verdict: value })}
            />
            <span className="flex items-center gap-2 font-medium">
              <Dot isOn={draft.verdict === value} />
              {label}
            </span>
            <span className="meta block leading-snug">{meaning}</span>
          </label>
        ))}
      </div>
      <Problem id="verdict" problem={problem} />
    </fieldset>
  );
}

const Dot = ({ isOn }: { isOn: boolean }) => (
  <span aria-hidden="true" className={`block size-3 shrink-0 rounded-full border ${isOn ? 'border-4 border-accent' : 'border-edge'}`} />
);

function Proposition({ framed, draft, problem, onChange }: PartProps & { framed: Case }) {
  const hint = 'Something that will turn out true or not, whatever anyone thinks.';
  if (framed.propositions.length === 0)
    return (
      <TextArea
        id="proposition"
        data-field="proposition"
        label="One statement about what comes next"
        hint={`${hint} This case offers none, so write one; it is kept, but nothing settles it by itself.`}
        maxLength={500}
        value={draft.proposition ?? ''}
        problem={problem}
        onText={(proposition) => onChange({ proposition })}
      />
    );
  return (
    <fieldset aria-describedby={describedBy('proposition', true, problem)}>
      <legend className="font-medium">Choose one statement about what comes next</legend>
      <p id="proposition-hint" className="meta mb-2">
        {hint} Below, say how likely it is.
      </p>
      <div className="grid gap-2">
        {framed.propositions.map(({ id, text }, index) => (
          <label key={id} className={`${CHOICE} flex items-start gap-2.5 px-3.5 py-2.5`}>
            <input
              type="radio"
              name="proposition"
              className="sr-only"
              data-field={index === 0 ? 'proposition' : undefined}
              checked={draft.proposition === text}
              onChange={() => onChange({ proposition: text })}
            />
            <span className="mt-1.5">
              <Dot isOn={draft.proposition === text} />
            </span>
            <span>
              <InlineText>{text}</InlineText>
            </span>
          </label>
        ))}
      </div>
      <Problem id="proposition" problem={problem} />
    </fieldset>
  );
}
