import type { SharedHunk } from '../../../model/team/shared-deconstruction.ts';
import { toVisibleText } from '../../text/to-visible-text.ts';
import { Plain } from '../../ui/text.tsx';
import { LineBlock } from '../event/line-block.tsx';
import { hunksToLines } from '../event/to-display-lines.ts';

/** Hunks of a change, the riskiest first, each with its number. */
export function HunksView({ hunks }: { hunks: readonly SharedHunk[] }) {
  return (
    <ol className="grid gap-7">
      {hunks.map(({ id, path, hunk, reasons }, index) => (
        <li key={id} id={`hunk-${id}`} className="grid gap-1.5">
          <p className="font-medium [overflow-wrap:anywhere]">
            {index + 1}. <Plain>{path}</Plain>
          </p>
          {reasons.length > 0 && <p className="meta">{reasons.map(toVisibleText).join('; ')}</p>}
          <div className="card overflow-hidden">
            <LineBlock lines={hunksToLines([hunk])} />
          </div>
        </li>
      ))}
    </ol>
  );
}
