import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { SessionDetail } from '../../../model/api/sessions.ts';
import { FailureNotice } from '../../ui/notice.tsx';
import { useKeys } from '../../ui/use-keys.ts';
import { TranscriptRow } from './transcript-row.tsx';
import { useEventPages } from './use-event-pages.ts';

interface TranscriptProps {
  readonly detail: SessionDetail;
  readonly cursor: number | null;
  readonly onMove: (seq: number) => void;
  /** Height of what covers the top of the window while scrolling. */
  readonly covered: number;
}

const GUESSED_ROW_PX = 64;
/** Time in which rows that were just drawn are measured. */
const SETTLE_MS = 150;

/** All events of a session, only those near the window in the page. */
export function Transcript({ detail, cursor: pointed, onMove, covered }: TranscriptProps) {
  const total = detail.eventsTotal;
  const list = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const [openRows, setOpenRows] = useState<ReadonlySet<number>>(new Set());
  const [range, setRange] = useState({ first: pointed ?? 0, last: (pointed ?? 0) + 40 });
  const { loaded, failure, retry } = useEventPages(detail.session.id, total, range.first, range.last);
  const { absorbed, eventBySeq, factBySeq, resultByCall } = loaded;
  const cursor = pointed === null ? null : (absorbed.get(pointed) ?? pointed);
  // Whoever comes by an event's address came for what it says: it is not folded.
  const [arrivedAt] = useState(pointed);
  const unfolded = arrivedAt === null ? null : (absorbed.get(arrivedAt) ?? arrivedAt);
  const pinBySeq = useMemo(() => new Map(detail.pins.map((pin) => [absorbed.get(pin.seq) ?? pin.seq, pin])), [detail.pins, absorbed]);

  // What stands above may change its height: the timeline, a notice, a narrower window.
  useLayoutEffect(() => {
    const measure = (): void => setTop((list.current?.getBoundingClientRect().top ?? 0) + window.scrollY);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, []);

  // oxlint-disable-next-line react/incompatible-library -- the React Compiler is not used
  const virtualizer = useWindowVirtualizer({
    count: total,
    estimateSize: (seq) => (absorbed.has(seq) ? 0 : GUESSED_ROW_PX),
    overscan: 8,
    scrollMargin: top,
    scrollPaddingStart: covered,
  });
  const items = virtualizer.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => setRange((now) => (now.first === first && now.last === last ? now : { first, last })), [first, last]);

  const seen = useRef({ from: 0, to: 0 });
  seen.current = { from: (virtualizer.scrollOffset ?? 0) + covered, to: (virtualizer.scrollOffset ?? 0) + (virtualizer.scrollRect?.height ?? 0) };
  // Where to scroll to, until it is there: rows above it get their true height only once they are loaded and drawn.
  const target = useRef<number | null>(null);
  useEffect(() => {
    if (cursor === null || cursor >= total) return;
    const item = virtualizer.getVirtualItems().find(({ index }) => index === cursor);
    const isSeen = item !== undefined && item.size > 0 && item.start >= seen.current.from && item.start + 40 <= seen.current.to;
    target.current = isSeen ? null : cursor;
  }, [cursor, total, virtualizer]);
  useEffect(() => {
    const seq = target.current;
    if (seq === null || top === 0) return;
    virtualizer.scrollToIndex(seq, { align: 'start' });
    if (!eventBySeq.has(seq)) return;
    const timer = setTimeout(() => {
      if (target.current !== seq) return;
      virtualizer.scrollToIndex(seq, { align: 'start' });
      target.current = null;
    }, SETTLE_MS);
    return () => clearTimeout(timer);
  }, [cursor, eventBySeq, top, virtualizer, covered]);
  useEffect(() => {
    // A person who scrolls has the last word.
    const letGo = (): void => {
      target.current = null;
    };
    window.addEventListener('wheel', letGo, { passive: true });
    window.addEventListener('touchmove', letGo, { passive: true });
    return () => {
      window.removeEventListener('wheel', letGo);
      window.removeEventListener('touchmove', letGo);
    };
  }, []);

  const step = (by: 1 | -1): void => {
    let seq = (cursor ?? -1) + by;
    while (absorbed.has(seq)) seq += by;
    if (seq >= 0 && seq < total) onMove(seq);
  };
  useKeys({ j: () => step(1), k: () => step(-1) });

  const onToggle = useCallback((seq: number) => {
    setOpenRows((now) => {
      const next = new Set(now);
      if (!next.delete(seq)) next.add(seq);
      return next;
    });
  }, []);

  return (
    <section aria-label="Transcript" className="min-w-0">
      {failure && (
        <div className="mb-4">
          <FailureNotice thrown={failure} onRetry={retry} />
        </div>
      )}
      <div ref={list} className="relative border-b border-line" style={{ height: `${virtualizer.getTotalSize()}px` }}>
        {items.map(({ index, key, start }) => {
          const event = eventBySeq.get(index);
          return (
            // For the pointer only: the time in the row is a link that does the same.
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
            <div
              key={key}
              ref={virtualizer.measureElement}
              data-index={index}
              className="absolute inset-x-0 top-0"
              style={{ transform: `translateY(${start - top}px)` }}
              onClick={(click) => {
                // A press on something of its own, or a selection being made, does not move the cursor.
                if ((click.target as Element).closest('a, button, summary') || !window.getSelection()?.isCollapsed || index === cursor) return;
                onMove(index);
              }}
            >
              {event === undefined ? (
                <div aria-hidden="true" className="grid h-16 content-center border-t border-line pl-17">
                  <div className="skeleton h-3.5 w-2/3" />
                </div>
              ) : absorbed.has(index) ? null : (
                <TranscriptRow
                  event={event}
                  fact={factBySeq.get(index)}
                  result={event.kind === 'call' ? resultByCall.get(event.callId) : undefined}
                  pin={pinBySeq.get(index)}
                  isCursor={index === cursor}
                  isOpen={openRows.has(index) !== (index === unfolded)}
                  cwd={detail.session.cwd}
                  onToggle={onToggle}
                />
              )}
            </div>
          );
        })}
      </div>
    </section>
  );
}
