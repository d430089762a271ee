import { useRef, useState, type ReactNode } from 'react';
import type { Debrief, DebriefDraft } from '../../../model/debrief.ts';
import { Button } from '../../ui/button.tsx';
import { TextArea } from '../../ui/field.tsx';
import { FailureNotice } from '../../ui/notice.tsx';
import { findDebriefGaps, MOST_RULE_CHARACTERS, toDebrief, type DebriefField } from './check-debrief-draft.ts';
import { Microskills } from './microskills.tsx';
import { Snapps } from './snapps.tsx';
import { useSealKey } from './use-seal-key.ts';

interface DebriefStepProps {
  readonly draft: DebriefDraft;
  /** Whether what was written is kept. */
  readonly status: ReactNode;
  /** Two or more write it together. */
  readonly isShared?: boolean;
  /** What stands below a field: what somebody else wrote there meanwhile. */
  readonly notes?: Readonly<Partial<Record<DebriefField, ReactNode>>>;
  /** Why it cannot be closed now, whatever is written. */
  readonly hindrance?: string | null;
  readonly isClosing: boolean;
  readonly failure: unknown;
  readonly onChange: (part: Partial<DebriefDraft>) => void;
  readonly onClose: (debrief: Debrief) => void;
}

interface Question {
  readonly field: DebriefField;
  readonly label: string;
  readonly hint: string;
}

/**
 * SNAPPS, turned to code: summarise, narrow, analyse, probe, plan, select. T. M. Wolpaw and others, Acad Med 78 (2003) 893–898.
 * The first three are what the judgement and the reveal already hold; these are the ones that are left to say.
 */
const QUESTIONS: readonly Question[] = [
  { field: 'whatWasRight', label: 'What was right', hint: 'In what the agent did, or in how you looked at it: one thing to repeat.' },
  { field: 'changedMind', label: 'What moved you', hint: 'If you see it differently now: what did it? May stay empty.' },
  { field: 'uncertainties', label: 'What is still unclear', hint: 'What you would ask someone who knows. May stay empty.' },
  { field: 'nextTime', label: 'Next time', hint: 'What you will do when you meet this again.' },
];

const SHARED_QUESTIONS: readonly Question[] = [
  { field: 'whatWasRight', label: 'What was right', hint: 'In what the agent did, or in how one of you looked at it: one thing to repeat.' },
  { field: 'changedMind', label: 'Who moved, and why', hint: 'Who sees it differently now, and what did it? A disagreement may stay one. May stay empty.' },
  { field: 'uncertainties', label: 'What is still unclear', hint: 'What neither of you can tell yet. May stay empty.' },
  { field: 'nextTime', label: 'Next time', hint: 'What each of you will do on meeting this again.' },
];

const toSentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

export function DebriefStep({ draft, status, isShared = false, notes, hindrance, isClosing, failure, onChange, onClose }: DebriefStepProps) {
  const form = useRef<HTMLDivElement>(null);
  const [asked, setAsked] = useState(false);
  const gaps = findDebriefGaps(draft);
  const problemOf = (field: DebriefField): string | undefined => {
    const gap = asked ? gaps.find((candidate) => candidate.field === field) : undefined;
    return gap && toSentence(gap.ask);
  };
  const close = (): void => {
    if (gaps.length === 0) {
      if (!isClosing && !hindrance) onClose(toDebrief(draft));
      return;
    }
    setAsked(true);
    form.current?.querySelector<HTMLElement>(`[data-field="${gaps[0]?.field}"]`)?.focus();
  };
  useSealKey(close);

  return (
    <div ref={form} className="grid gap-6">
      <p className="question">{isShared ? 'What do you both take from it?' : 'What do you take from it?'}</p>
      {(isShared ? SHARED_QUESTIONS : QUESTIONS).map(({ field, label, hint }) => (
        <div key={field} className="grid gap-1.5">
          <TextArea
            id={field}
            data-field={field}
            label={label}
            hint={hint}
            maxLength={2000}
            value={draft[field] ?? ''}
            problem={problemOf(field)}
            onText={(text) => onChange({ [field]: text })}
          />
          {notes?.[field]}
        </div>
      ))}
      <div className="grid gap-1.5">
        <TextArea
          id="generalRule"
          data-field="generalRule"
          label="One general rule"
          hint="Exactly one, as a sentence that holds beyond this case."
          className="font-serif text-[1.0625rem]"
          maxLength={MOST_RULE_CHARACTERS}
          value={draft.generalRule ?? ''}
          problem={problemOf('generalRule')}
          onText={(generalRule) => onChange({ generalRule })}
        />
        <p className="meta text-right">
          {draft.generalRule?.length ?? 0} of {MOST_RULE_CHARACTERS} characters
        </p>
        {notes?.generalRule}
      </div>
      {isShared && <Snapps />}
      <Microskills />
      <div className="grid gap-2 border-t border-line pt-4">
        <div>
          <Button look="go" disabled={isClosing} onClick={close} aria-keyshortcuts="Control+Enter Meta+Enter">
            {isClosing ? 'Closing…' : 'Close the round'}
          </Button>
        </div>
        {asked && gaps.length > 0 && (
          <p role="alert" className="text-bad">
            Before it can be closed: {gaps.map(({ ask }) => ask).join(', ')}.
          </p>
        )}
        {failure ? <FailureNotice thrown={failure} /> : null}
        {hindrance && <p className="text-bad">{hindrance}</p>}
        {status}
      </div>
    </div>
  );
}
