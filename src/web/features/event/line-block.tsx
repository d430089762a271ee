import { memo, useEffect, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { formatCount } from '../../text/format-amount.ts';
import { parseInlines } from '../../text/parse-rich-text.ts';
import { Button } from '../../ui/button.tsx';
import { Inlines } from '../../ui/text.tsx';
import type { DisplayLine } from './to-display-lines.ts';

/** What a block tells its owner about evidence. `from` and `to` are indices of lines, both included. */
export interface Marking {
  readonly isMarked: (index: number) => boolean;
  /** Marked by somebody else, whose name is `other`. */
  readonly isMarkedByOther?: ((index: number) => boolean) | undefined;
  readonly other?: string | undefined;
  /** Absent once a judgement is sealed: marks are then only shown. */
  readonly mark?: ((from: number, to: number, on: boolean) => void) | undefined;
}

/** Longer blocks are folded: nobody reads 400 lines at a glance, and the page stays light. */
const FOLD_AFTER = 120;

const SIGN_WORDS = { '+': ', added', '-': ', removed', ' ': '' } as const;

/** Prose keeps its lines, because they can be pointed at; only what stands within one is set. */
const Content = ({ line, prose }: { line: DisplayLine; prose: boolean }) => (
  <span className="text">{prose ? <Inlines inlines={parseInlines(line.text)} /> : line.text}</span>
);

type Voice = 'mine' | 'other' | 'both' | undefined;

const toVoice = (isMine: boolean, isOther: boolean): Voice => (isMine ? (isOther ? 'both' : 'mine') : isOther ? 'other' : undefined);
// Two voices are told apart by shape, too.
const VOICE_SIGNS = { mine: '●', other: '○', both: '◉' } as const;
const describeVoice = (voice: NonNullable<Voice>, other: string): string =>
  ({ mine: 'You marked this line', other: `${other} marked this line`, both: `You and ${other} marked this line` })[voice];

function Row({ line, prose, voice, other }: { line: DisplayLine; prose: boolean; voice: Voice; other: string }) {
  return (
    <div className="row" data-sign={line.sign.trim() || undefined} data-gap={line.gap || undefined} data-marked={voice}>
      <span className="number" aria-hidden={!voice}>
        {voice ? <span title={describeVoice(voice, other)}>{VOICE_SIGNS[voice]}</span> : line.number}
      </span>
      <span className="select-none">{line.sign.trim()}</span>
      <Content line={line} prose={prose} />
    </div>
  );
}

/**
 * Lines whose gutter marks evidence: click or drag with a mouse; with a keyboard one tab stop a block, arrows move,
 * Space marks, Shift and an arrow extend.
 */
function MarkableRows({
  lines,
  prose,
  marking,
}: {
  lines: readonly DisplayLine[];
  prose: boolean;
  marking: { isMarked: Marking['isMarked']; mark: NonNullable<Marking['mark']> };
}) {
  const [at, setAt] = useState(0);
  const drag = useRef<{ from: number; on: boolean } | null>(null);
  const rows = useRef<HTMLDivElement>(null);
  const current = Math.min(at, lines.length - 1);

  useEffect(() => {
    const stop = (): void => {
      drag.current = null;
    };
    document.addEventListener('pointerup', stop);
    return () => document.removeEventListener('pointerup', stop);
  }, []);

  const move = (to: number): void => {
    const next = Math.max(0, Math.min(lines.length - 1, to));
    setAt(next);
    rows.current?.querySelectorAll<HTMLButtonElement>('button')[next]?.focus();
  };

  const onKeyDown = (event: KeyboardEvent, index: number): void => {
    const steps: Readonly<Record<string, number>> = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: lines.length - 1 };
    const to = steps[event.key];
    if (to === undefined) return;
    event.preventDefault();
    if (event.shiftKey) marking.mark(Math.min(index, Math.max(0, to)), Math.max(index, Math.min(lines.length - 1, to)), true);
    move(to);
  };

  const onPointerDown = (event: PointerEvent, index: number): void => {
    if (event.button !== 0 || event.pointerType === 'touch') return;
    drag.current = { from: index, on: !marking.isMarked(index) };
  };

  const onPointerEnter = (index: number): void => {
    if (drag.current && index !== drag.current.from) marking.mark(Math.min(drag.current.from, index), Math.max(drag.current.from, index), drag.current.on);
  };

  return (
    <div ref={rows}>
      {lines.map((line, index) => {
        const isMarked = marking.isMarked(index);
        return (
          <div
            key={index}
            className="row group"
            data-sign={line.sign.trim() || undefined}
            data-gap={line.gap || undefined}
            data-marked={isMarked ? 'mine' : undefined}
            onPointerEnter={() => onPointerEnter(index)}
          >
            <button
              type="button"
              className="number"
              tabIndex={index === current ? 0 : -1}
              aria-pressed={isMarked}
              aria-label={`Mark line ${line.number ?? index + 1}${SIGN_WORDS[line.sign]}: ${line.text.trim().slice(0, 120) || 'empty'}`}
              onPointerDown={(event) => onPointerDown(event, index)}
              onClick={() => {
                setAt(index);
                marking.mark(index, index, !isMarked);
              }}
              onKeyDown={(event) => onKeyDown(event, index)}
            >
              {isMarked ? '●' : (line.number ?? '·')}
            </button>
            <span className="select-none">{line.sign.trim()}</span>
            <Content line={line} prose={prose} />
          </div>
        );
      })}
    </div>
  );
}

interface LineBlockProps {
  readonly lines: readonly DisplayLine[];
  readonly marking?: Marking | undefined;
  readonly prose?: boolean;
  readonly foldAfter?: number;
}

/** Lines of code, output or prose, as text. Long blocks are folded until asked for. */
export const LineBlock = memo(function LineBlock({ lines, marking, prose = false, foldAfter = FOLD_AFTER }: LineBlockProps) {
  const [isOpen, setOpen] = useState(false);
  // A fold that hides two lines costs more than it saves.
  const shown = isOpen || lines.length <= foldAfter ? lines : lines.slice(0, Math.ceil(foldAfter * 0.67));
  const hasGutter = marking !== undefined || lines.some(({ number, sign }) => number !== null || sign !== ' ');
  return (
    <div className={`${prose ? 'text-body' : 'code'} ${hasGutter ? '' : 'plain'}`}>
      {marking?.mark ? (
        <MarkableRows lines={shown} prose={prose} marking={{ isMarked: marking.isMarked, mark: marking.mark }} />
      ) : (
        shown.map((line, index) => (
          <Row
            key={index}
            line={line}
            prose={prose}
            voice={toVoice(marking?.isMarked(index) ?? false, marking?.isMarkedByOther?.(index) ?? false)}
            other={marking?.other ?? 'The other'}
          />
        ))
      )}
      {shown.length < lines.length && (
        <div className="border-t border-line px-3 py-1">
          <Button look="quiet" className="font-sans" onClick={() => setOpen(true)}>
            Show {formatCount(lines.length - shown.length, 'more line')}
          </Button>
        </div>
      )}
    </div>
  );
});
