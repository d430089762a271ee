import { useState } from 'react';
import { describedBy, Problem, TextArea } from '../../ui/field.tsx';
import { InlineText } from '../../ui/text.tsx';
import { CHOICE, Dot } from './choice.tsx';

interface PropositionFieldProps {
  readonly propositions: readonly { readonly id: string; readonly text: string }[];
  readonly mayWriteOwn: boolean;
  readonly value: string | undefined;
  readonly problem: string | undefined;
  readonly onChange: (proposition: string) => void;
}

const HINT = 'Something that will turn out true or not, whatever anyone thinks.';

/** One statement that the world will settle: chosen, or written. */
export function PropositionField(props: PropositionFieldProps) {
  const { propositions, mayWriteOwn, value, problem, onChange } = props;
  const isOffered = propositions.some(({ text }) => text === value);
  const [wantsOwn, setWantsOwn] = useState(false);
  const isOwn = wantsOwn || (value !== undefined && value !== '' && !isOffered);
  if (propositions.length === 0)
    return <Written {...props} hint={`${HINT} This case offers none, so write one; it is kept, but nothing settles it by itself.`} />;
  return (
    <fieldset aria-describedby={describedBy('proposition', true, problem)}>
      <legend className="font-medium">Choose one statement about what comes next</legend>
      <p id="proposition-hint" className="meta mb-2">
        {HINT} Below, say how likely it is.
      </p>
      <div className="grid gap-2">
        {propositions.map(({ id, text }, index) => (
          <Choice
            key={id}
            isFirst={index === 0}
            isOn={!isOwn && value === text}
            onChoose={() => {
              setWantsOwn(false);
              onChange(text);
            }}
          >
            {text}
          </Choice>
        ))}
        {mayWriteOwn && (
          <Choice
            isFirst={false}
            isOn={isOwn}
            onChoose={() => {
              setWantsOwn(true);
              onChange('');
            }}
          >
            One of my own
          </Choice>
        )}
        {isOwn && <Written {...props} hint="Say what would show it, so that both can tell afterwards." problem={undefined} />}
      </div>
      <Problem id="proposition" problem={problem} />
    </fieldset>
  );
}

function Written({ value, problem, hint, onChange }: Pick<PropositionFieldProps, 'value' | 'problem' | 'onChange'> & { hint: string }) {
  return (
    <TextArea
      id="own-proposition"
      data-field="proposition"
      label="One statement about what comes next"
      hint={hint}
      maxLength={500}
      value={value ?? ''}
      problem={problem}
      onText={onChange}
    />
  );
}

function Choice({ isFirst, isOn, onChoose, children }: { isFirst: boolean; isOn: boolean; onChoose: () => void; children: string }) {
  return (
    <label className={`${CHOICE} flex items-start gap-2.5 px-3.5 py-2.5`}>
      <input type="radio" name="proposition" className="sr-only" data-field={isFirst ? 'proposition' : undefined} checked={isOn} onChange={onChoose} />
      <span className="mt-1.5">
        <Dot isOn={isOn} />
      </span>
      <span>
        <InlineText>{children}</InlineText>
      </span>
    </label>
  );
}
