import { useState } from 'react';
import type { BlindDrill, NewDrillAnswer } from '../../../model/api/drills.ts';
import { formatCount } from '../../text/format-amount.ts';
import { toVisibleText } from '../../text/to-visible-text.ts';
import { Button, Key } from '../../ui/button.tsx';
import { TextArea } from '../../ui/field.tsx';
import { FailureNotice } from '../../ui/notice.tsx';
import { ProbabilityField } from '../round/probability-field.tsx';
import { sealKeyName, useSealKey } from '../round/use-seal-key.ts';
import type { DrillDraft } from './drill-draft.ts';
import { MOST_MARKS, toLines } from './marks.ts';
import { isUntouched, OwnTestField } from './own-test.tsx';

interface AnswerFormProps {
  readonly drill: BlindDrill;
  readonly draft: DrillDraft;
  readonly isRunning: boolean;
  readonly failure: unknown;
  readonly onChange: (part: Partial<DrillDraft>) => void;
  readonly onAnswer: (answer: Omit<NewDrillAnswer, 'folder'>) => void;
}

/** What is wrong, where, and how sure: then the hidden test runs. */
export function AnswerForm({ drill, draft, isRunning, failure, onChange, onAnswer }: AnswerFormProps) {
  const { marks, claim, test, sure } = draft;
  const [asked, setAsked] = useState(false);
  const path = drill.files[0]?.path ?? '';
  const written = test === null || isUntouched(path, test) ? null : test;
  const missing = [...(marks.length === 0 ? ['mark a line in the code'] : []), ...(sure === null ? ['say how sure you are'] : [])];
  const answer = (): void => {
    if (missing.length > 0 || sure === null) return setAsked(true);
    if (!isRunning) onAnswer({ lines: toLines(marks), claim, test: written, sure: sure / 100 });
  };
  useSealKey(answer);
  return (
    <div className="grid gap-6">
      <div className="grid gap-1">
        <p className="font-medium">Lines</p>
        <output className="block text-ink-2 [overflow-wrap:anywhere]">
          {marks.length === 0 ? `Mark up to ${MOST_MARKS} in the code: press their numbers.` : describeLines(drill, draft)}
        </output>
        {marks.length >= MOST_MARKS && <p className="meta">More lines would name no place.</p>}
      </div>
      <TextArea
        id="claim"
        label="What is wrong, and which input shows it?"
        hint="Kept for you; nobody judges your words."
        maxLength={4000}
        value={claim}
        onText={(text) => onChange({ claim: text })}
      />
      <OwnTestField path={path} test={test} onTest={(next) => onChange({ test: next })} />
      <ProbabilityField
        label="How sure are you to be right, in percent?"
        value={sure ?? undefined}
        problem={undefined}
        onChange={(percent) => onChange({ sure: percent ?? null })}
      />
      <div className="grid gap-2 border-t border-line pt-4">
        <div className="flex flex-wrap items-center gap-3">
          <Button look="go" disabled={isRunning} aria-keyshortcuts="Control+Enter Meta+Enter" onClick={answer}>
            {isRunning ? 'Running the hidden test…' : 'Answer'} {!isRunning && <Key>{sealKeyName()}</Key>}
          </Button>
        </div>
        <p className="meta">The first answer stays. Then the hidden test runs once more, and the fix is shown.</p>
        {asked && missing.length > 0 && (
          <p role="alert" className="text-bad">
            Before it can be answered: {missing.join(', and ')}.
          </p>
        )}
        {failure ? <FailureNotice thrown={failure} /> : null}
      </div>
    </div>
  );
}

function describeLines({ files }: BlindDrill, { marks }: DrillDraft): string {
  const named = toLines(marks).map(
    ({ path, start, end }) => `${files.length > 1 ? `${toVisibleText(path)}:` : ''}${start === end ? start : `${start}–${end}`}`,
  );
  return `${formatCount(marks.length, 'line')}: ${named.join(', ')}`;
}
