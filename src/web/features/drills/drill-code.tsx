import type { BlindDrill } from '../../../model/api/drills.ts';
import { Plain } from '../../ui/text.tsx';
import { LineBlock } from '../event/line-block.tsx';
import { isMarked, setMarks, toDisplayed, type Mark } from './marks.ts';

interface DrillCodeProps {
  readonly files: BlindDrill['files'];
  readonly marks: readonly Mark[];
  /** Lines where the bug is; only once it is answered. */
  readonly places?: readonly Mark[];
  readonly onMarks?: (marks: Mark[]) => void;
}

/** The code as it is shown, its lines numbered and open to be named. */
export function DrillCode({ files, marks, places, onMarks }: DrillCodeProps) {
  return (
    <div className="grid gap-5">
      {files.map(({ path, shown }) => (
        <section key={path} aria-label={path} className="grid gap-1.5">
          <p className="font-medium [overflow-wrap:anywhere]">
            <Plain>{path}</Plain>
          </p>
          {shown.map((part) => {
            const at = (index: number): Mark => ({ path, line: part.start + index });
            return (
              <div key={part.start} className="card overflow-hidden">
                <LineBlock
                  lines={toDisplayed(part)}
                  foldAfter={Infinity}
                  marking={{
                    isMarked: (index) => isMarked(marks, at(index)),
                    isMarkedByOther: (index) => isMarked(places ?? [], at(index)),
                    other: 'The fix',
                    mark:
                      onMarks &&
                      ((from, to, on) =>
                        onMarks(
                          setMarks(
                            marks,
                            Array.from({ length: to - from + 1 }, (_, step) => at(from + step)),
                            on,
                          ),
                        )),
                  }}
                />
              </div>
            );
          })}
        </section>
      ))}
    </div>
  );
}
