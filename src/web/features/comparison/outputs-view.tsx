import type { ShownOutput } from '../../../model/team/shared-comparison.ts';
import { formatCount } from '../../text/format-amount.ts';
import { Plain } from '../../ui/text.tsx';
import { LineBlock } from '../event/line-block.tsx';
import { hunksToLines } from '../event/to-display-lines.ts';

/** Outputs for one task, by letter and nothing else. */
export function OutputsView({ outputs }: { outputs: readonly ShownOutput[] }) {
  return (
    <div className="grid gap-9">
      {outputs.map(({ letter, files, added, removed }) => (
        <section key={letter} aria-labelledby={`output-${letter}`} className="grid gap-2.5">
          <h2 id={`output-${letter}`} className="question">
            {letter}
          </h2>
          <p className="meta tabular-nums">
            {formatCount(files.length, 'file')}, {added} added, {removed} removed
          </p>
          {files.map(({ path, hunks }) => (
            <div key={path} className="card overflow-hidden">
              <p className="code border-b border-line px-3.5 py-2 [overflow-wrap:anywhere]">
                <Plain>{path}</Plain>
              </p>
              <LineBlock lines={hunksToLines(hunks)} />
            </div>
          ))}
        </section>
      ))}
    </div>
  );
}
