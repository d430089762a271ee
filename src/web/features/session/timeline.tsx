import { useEffect, useMemo, useRef, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import type { SessionDetail } from '../../../model/api/sessions.ts';
import { formatCount, formatDuration } from '../../text/format-amount.ts';
import { formatClock } from '../../text/format-when.ts';
import { toVisibleText } from '../../text/to-visible-text.ts';
import { nearestMark, placeMarks } from './lane-bars.ts';
import { Lane, type LaneName } from './lane.tsx';
import { createTimeScale } from './time-scale.ts';
import { isWhole, revealInView } from './time-view.ts';
import { useElementWidth } from './use-element-width.ts';
import { useTimeView } from './use-time-view.ts';

const LANES: readonly { readonly name: LaneName; readonly label: string; readonly one: string }[] = [
  { name: 'you', label: 'You', one: 'prompt' },
  { name: 'agent', label: 'Agent', one: 'agent at work' },
  { name: 'edits', label: 'Edits', one: 'edit' },
  { name: 'runs', label: 'Runs', one: 'run' },
  { name: 'commits', label: 'Commits', one: 'commit' },
];

interface TimelineProps {
  readonly detail: SessionDetail;
  /** `seq` of the event the cursor stands on; null before it was placed. */
  readonly cursor: number | null;
  readonly onMove: (seq: number) => void;
}

/** Every mark of every lane with its lane, by time, and places on a time where pauses are folded. */
function usePlaced(detail: SessionDetail) {
  return useMemo(() => {
    const all = LANES.flatMap(({ name }) => detail.lanes[name]);
    const scale = createTimeScale([...all, ...detail.pins.map(({ at }) => ({ from: at, to: at }))], detail.durationMs);
    const lanes = LANES.map((lane) => ({ ...lane, marks: placeMarks(detail.lanes[lane.name], scale) }));
    const stops = lanes
      .filter(({ name }) => name !== 'agent')
      .flatMap(({ one, marks }) => marks.map((mark) => ({ ...mark, one })))
      .sort((a, b) => a.seq - b.seq);
    const pins = detail.pins.map((pin) => ({ ...pin, shown: scale.toShown(pin.at) }));
    return { scale, lanes, stops, pins };
  }, [detail]);
}

export function Timeline({ detail, cursor, onMove }: TimelineProps) {
  const { scale, lanes, stops, pins } = usePlaced(detail);
  const area = useRef<HTMLDivElement>(null);
  const width = useElementWidth(area);
  const current = stops.findLast(({ seq }) => cursor !== null && seq <= cursor) ?? stops[0];
  const at = current?.at ?? 0;
  const { view, setView, zoomIn, zoomOut, pan, reset } = useTimeView(area, scale.length, at);
  const share = (shown: number): number => ((shown - view.from) / (view.to - view.from)) * 100;
  const clockAt = (shown: number): string =>
    detail.session.startedAt === null ? '' : formatClock(new Date(Date.parse(detail.session.startedAt) + scale.toReal(shown)).toISOString());

  useEffect(() => setView((now) => revealInView(now, at, scale.length)), [at, scale.length, setView]);

  const index = current ? stops.indexOf(current) : 0;
  const goTo = (to: number): void => {
    const stop = stops[Math.max(0, Math.min(stops.length - 1, to))];
    if (stop) onMove(stop.seq);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const actions: Readonly<Record<string, () => void>> = {
      ArrowLeft: () => goTo(index - 1),
      ArrowRight: () => goTo(index + 1),
      ArrowDown: () => goTo(index - 1),
      ArrowUp: () => goTo(index + 1),
      PageDown: () => goTo(index - 10),
      PageUp: () => goTo(index + 10),
      Home: () => goTo(0),
      End: () => goTo(stops.length - 1),
      '+': zoomIn,
      '=': zoomIn,
      '-': zoomOut,
      '0': reset,
    };
    const action = actions[event.key];
    if (!action || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    action();
  };
  const scrub = (event: PointerEvent<HTMLDivElement>): void => {
    const box = event.currentTarget.getBoundingClientRect();
    const stop = nearestMark(stops, view.from + ((event.clientX - box.left) / box.width) * (view.to - view.from));
    if (stop && stop.seq !== current?.seq) onMove(stop.seq);
  };

  return (
    <section aria-label="Timeline" className="card px-4 pt-3.5 pb-2.5 sm:px-5">
      <div className="grid grid-cols-[4rem_minmax(0,1fr)] items-start sm:grid-cols-[4.5rem_minmax(0,1fr)]">
        <div aria-hidden="true" className="meta grid gap-y-[0.4375rem] leading-[1.125rem]">
          {lanes.map(({ name, label }) => (
            <span key={name}>{label}</span>
          ))}
          {pins.length > 0 && <span>Moments</span>}
        </div>
        <div ref={area} className="relative overflow-hidden">
          <div
            // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a native range cannot hold the lanes, nor step from mark to mark
            role="slider"
            tabIndex={0}
            aria-label="Place in the session"
            aria-valuemin={0}
            aria-valuemax={Math.max(0, stops.length - 1)}
            aria-valuenow={index}
            aria-valuetext={current ? `${clockAt(current.at)} ${current.one}: ${toVisibleText(current.label)}`.trim() : 'Nothing happened'}
            className="grid cursor-crosshair touch-pan-y gap-y-[0.4375rem] outline-offset-[-2px]"
            onKeyDown={onKeyDown}
            onPointerDown={(event) => {
              if (event.button !== 0) return;
              event.currentTarget.setPointerCapture(event.pointerId);
              scrub(event);
            }}
            onPointerMove={(event) => event.currentTarget.hasPointerCapture(event.pointerId) && scrub(event)}
          >
            {lanes.map(({ name, marks }) => (
              <Lane key={name} name={name} marks={marks} view={view} width={width} />
            ))}
          </div>
          {scale.pauses.map((pause) => (
            <Pause key={pause.at} from={share(pause.at)} to={share(pause.to)} title={`${formatDuration(pause.ms)} without anything`} />
          ))}
          {pins.length > 0 && (
            <div className="relative mt-[5px] h-6">
              {pins
                .filter(({ shown }) => shown >= view.from && shown <= view.to)
                .map(({ moment, seq, shown, question, judged }) => (
                  <button
                    key={moment}
                    type="button"
                    title={toVisibleText(question)}
                    aria-label={`Moment${judged ? ', judged' : ''}: ${toVisibleText(question)}`}
                    className="absolute top-0 grid size-6 -translate-x-1/2 place-items-center rounded-full"
                    style={{ left: `clamp(12px, ${share(shown)}%, calc(100% - 12px))` }}
                    onClick={() => onMove(seq)}
                  >
                    <span className={`size-[11px] rounded-full ring-3 ring-warn-wash ${judged ? 'border-2 border-warn bg-surface' : 'bg-warn'}`} />
                  </button>
                ))}
            </div>
          )}
          {cursor !== null && at >= view.from && at <= view.to && (
            <div
              aria-hidden="true"
              className="pointer-events-none absolute top-0 bottom-0 w-[1.5px] -translate-x-1/2 bg-accent"
              style={{ left: `clamp(1px, ${share(at)}%, calc(100% - 1px))` }}
            />
          )}
        </div>
      </div>
      <Controls isWhole={isWhole(view, scale.length)} from={clockAt(view.from)} to={clockAt(view.to)} onIn={zoomIn} onOut={zoomOut} onPan={pan} onReset={reset}>
        {formatCount(stops.length, 'mark')}
      </Controls>
    </section>
  );
}

/** A folded pause: hatching, and how long it was on hover. */
function Pause({ from, to, title }: { from: number; to: number; title: string }) {
  if (to < 0 || from > 100) return null;
  return (
    <div
      title={title}
      className="absolute top-0 h-[7.375rem] bg-[repeating-linear-gradient(135deg,var(--line)_0_1px,transparent_1px_4px)] bg-surface"
      style={{ left: `${from}%`, width: `max(4px, ${to - from}%)` }}
    />
  );
}

interface ControlsProps {
  readonly isWhole: boolean;
  readonly from: string;
  readonly to: string;
  readonly onIn: () => void;
  readonly onOut: () => void;
  readonly onPan: (share: number) => void;
  readonly onReset: () => void;
  readonly children: ReactNode;
}

const CONTROL = 'grid size-7 place-items-center rounded-md border border-line hover:border-edge disabled:border-transparent disabled:text-ink-3';

function Controls({ isWhole: whole, from, to, onIn, onOut, onPan, onReset, children }: ControlsProps) {
  return (
    <div className="meta mt-2 flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
      <span>
        {from && `${from} to ${to}, `}
        {children}
      </span>
      <fieldset aria-label="Zoom" className="flex items-center gap-1.5">
        <span className="mr-1 hidden lg:inline">Ctrl and wheel, or + and −</span>
        <button type="button" className={CONTROL} aria-label="Earlier" disabled={whole} onClick={() => onPan(-0.5)}>
          ←
        </button>
        <button type="button" className={CONTROL} aria-label="Later" disabled={whole} onClick={() => onPan(0.5)}>
          →
        </button>
        <button type="button" className={CONTROL} aria-label="Zoom out" disabled={whole} onClick={onOut}>
          −
        </button>
        <button type="button" className={CONTROL} aria-label="Zoom in" onClick={onIn}>
          +
        </button>
        <button type="button" className={`${CONTROL} w-auto px-2`} disabled={whole} onClick={onReset}>
          Whole
        </button>
      </fieldset>
    </div>
  );
}
