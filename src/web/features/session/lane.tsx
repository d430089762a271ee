import { memo } from 'react';
import { formatCount } from '../../text/format-amount.ts';
import { toVisibleText } from '../../text/to-visible-text.ts';
import { toBars, type PlacedMark } from './lane-bars.ts';
import type { TimeView } from './time-view.ts';

export type LaneName = 'you' | 'agent' | 'edits' | 'runs' | 'commits';

const FILLS: Readonly<Record<LaneName, string>> = { you: 'fill-ink-2', agent: 'fill-edge', edits: 'fill-accent', runs: 'fill-good', commits: 'fill-ink' };

interface LaneProps {
  readonly name: LaneName;
  readonly marks: readonly PlacedMark[];
  readonly view: TimeView;
  readonly width: number;
}

/** One lane as a drawing. Failed runs fill its height and have sharp corners, so that they differ by shape as well as by colour. */
export const Lane = memo(function Lane({ name, marks, view, width }: LaneProps) {
  return (
    <svg aria-hidden="true" width={width} height="1.125rem" className="block rounded-sm bg-sunk">
      {width > 0 &&
        toBars(marks, view, width).map((bar) => (
          <g key={`${bar.seq}-${bar.red}`}>
            <title>{bar.count > 1 ? `${formatCount(bar.count, 'mark')} here, first: ${toVisibleText(bar.label)}` : toVisibleText(bar.label)}</title>
            {bar.red ? (
              <rect x={bar.x} y="0" width={bar.width} height="100%" className="fill-bad" opacity="0.9" />
            ) : (
              <rect
                x={bar.x}
                y="22%"
                width={bar.width}
                height="56%"
                rx={Math.min(3, bar.width / 2)}
                className={FILLS[name]}
                opacity={name === 'agent' ? 0.6 : 0.9}
              />
            )}
          </g>
        ))}
    </svg>
  );
});
