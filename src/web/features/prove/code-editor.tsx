import { useRef, type KeyboardEvent } from 'react';
import { describedBy, Field } from '../../ui/field.tsx';
import { indentLines } from './indent-lines.ts';

interface CodeEditorProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly problem?: string | undefined;
  readonly onText: (text: string) => void;
}

/** A plain field for code: numbered lines, Tab indents. Escape lets Tab leave, so that nobody is caught in it. */
export function CodeEditor({ id, label, value, problem, onText }: CodeEditorProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const lets = useRef(false);
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (event.key === 'Escape') {
      lets.current = true;
      return;
    }
    if (event.key !== 'Tab' || lets.current || event.ctrlKey || event.metaKey || event.altKey) {
      if (event.key !== 'Shift') lets.current = false;
      return;
    }
    event.preventDefault();
    const { value: text, selectionStart: start, selectionEnd: end } = event.currentTarget;
    const next = indentLines({ text, start, end }, event.shiftKey);
    onText(next.text);
    requestAnimationFrame(() => area.current?.setSelectionRange(next.start, next.end));
  };
  const lines = value.split('\n').length;
  const hint = 'Tab indents; Escape, then Tab leaves the field.';
  return (
    <Field id={id} label={label} hint={hint} problem={problem}>
      <div className="card grid max-h-[28rem] grid-cols-[auto_minmax(0,1fr)] overflow-auto">
        <pre aria-hidden="true" className="code sticky left-0 border-r border-line bg-sunk px-2 py-2 text-right text-ink-3 select-none">
          {Array.from({ length: lines }, (_, index) => index + 1).join('\n')}
        </pre>
        <textarea
          ref={area}
          id={id}
          className="code block w-full resize-none overflow-x-auto overflow-y-hidden bg-transparent px-3 py-2 whitespace-pre"
          style={{ tabSize: 4 }}
          rows={Math.max(8, lines)}
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          wrap="off"
          maxLength={64 * 1024}
          value={value}
          aria-invalid={problem ? true : undefined}
          aria-describedby={describedBy(id, hint, problem)}
          onKeyDown={onKeyDown}
          onChange={(event) => onText(event.target.value)}
        />
      </div>
    </Field>
  );
}
