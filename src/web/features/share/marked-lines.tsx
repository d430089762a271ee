import { useState } from 'react';
import { toVisibleText } from '../../text/to-visible-text.ts';
import { formatCount } from '../../text/format-amount.ts';
import { Button } from '../../ui/button.tsx';
import { splitMarks } from './split-marks.ts';

const SHOWN_LINES = 24;

/** A text as it would leave, with what was taken out of it standing out: by colour, and by the words of the mark. */
export function MarkedLines({ text }: { text: string }) {
  const [isOpen, setOpen] = useState(false);
  const lines = toVisibleText(text).split('\n');
  const shown = isOpen || lines.length <= SHOWN_LINES + 4 ? lines : lines.slice(0, SHOWN_LINES);
  return (
    <>
      <div className="code whitespace-pre-wrap [overflow-wrap:anywhere]">
        {splitMarks(shown.join('\n')).map(({ text: part, isMark }, index) =>
          isMark ? (
            <mark key={index} className="rounded-sm border border-warn-line bg-warn-wash px-0.5 text-warn">
              {part}
            </mark>
          ) : (
            <span key={index}>{part}</span>
          ),
        )}
      </div>
      {shown.length < lines.length && (
        <div>
          <Button look="quiet" onClick={() => setOpen(true)}>
            Show {formatCount(lines.length - shown.length, 'more line')}
          </Button>
        </div>
      )}
    </>
  );
}
