import { useEffect, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { toChosenText } from './split-marks.ts';

/** A text that its owner wants gone: selected on the page, or written down. It goes wherever it stands. */
export function TakeOut({ onChoose }: { onChoose: (text: string) => void }) {
  const [text, setText] = useState('');
  const selected = useSelectedText();
  const problem = text.trim() !== '' && toChosenText(text) === null ? 'At least three characters, and nothing that is out already.' : undefined;
  const submit = (): void => {
    const chosen = toChosenText(text);
    if (chosen === null) return;
    onChoose(chosen);
    setText('');
  };
  return (
    <div className="grid gap-2.5">
      {selected !== null && (
        <Button
          // Pressing it must not first undo the selection it is about.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => {
            onChoose(selected);
            document.getSelection()?.removeAllRanges();
          }}
        >
          <span className="[overflow-wrap:anywhere]">Take out “{selected.length > 40 ? `${selected.slice(0, 40)}…` : selected}”</span>
        </Button>
      )}
      <form
        className="grid gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Field id="take-out" label="Take out something else" hint="Select it on this page, or write it here as it stands." problem={problem}>
          <input
            id="take-out"
            className="field"
            value={text}
            autoComplete="off"
            aria-invalid={problem ? true : undefined}
            aria-describedby={problem ? 'take-out-hint take-out-problem' : 'take-out-hint'}
            onChange={(event) => setText(event.target.value)}
          />
        </Field>
        <div>
          <Button type="submit" disabled={toChosenText(text) === null}>
            Take it out
          </Button>
        </div>
      </form>
    </div>
  );
}

/** What is selected within something that would leave; null where it is elsewhere, or cannot be taken out. */
function useSelectedText(): string | null {
  const [selected, setSelected] = useState<string | null>(null);
  useEffect(() => {
    const look = (): void => {
      const selection = document.getSelection();
      const within = [selection?.anchorNode, selection?.focusNode].every((node) =>
        (node instanceof Element ? node : node?.parentElement)?.closest('[data-leaving]'),
      );
      setSelected(selection && !selection.isCollapsed && within ? toChosenText(selection.toString()) : null);
    };
    document.addEventListener('selectionchange', look);
    return () => document.removeEventListener('selectionchange', look);
  }, []);
  return selected;
}
