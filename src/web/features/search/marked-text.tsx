import type { TextMarks } from '../../../model/api/search.ts';
import { Plain } from '../../ui/text.tsx';

/** A text with the words that were looked for marked; each piece stays text. */
export function MarkedText({ text, marks }: { text: string; marks: TextMarks }) {
  return (
    <>
      {marks.map(({ from, to }, index) => (
        <span key={from}>
          <Plain>{text.slice(marks[index - 1]?.to ?? 0, from)}</Plain>
          <mark className="rounded-[3px] bg-accent-wash font-medium text-ink shadow-[inset_0_-2px_var(--accent-line)]">
            <Plain>{text.slice(from, to)}</Plain>
          </mark>
        </span>
      ))}
      <Plain>{text.slice(marks.at(-1)?.to ?? 0)}</Plain>
    </>
  );
}
