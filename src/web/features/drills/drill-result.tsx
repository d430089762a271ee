import type { AnsweredDrillView } from '../../../model/api/drills.ts';
import { toVisibleText } from '../../text/to-visible-text.ts';
import { Plain } from '../../ui/text.tsx';
import { LineBlock } from '../event/line-block.tsx';
import { hunksToLines } from '../event/to-display-lines.ts';
import { describeHidden, describeOrigin, describeOwnTest } from './describe-drills.ts';

/** What was wrong, what minds it, and how the answer did. */
export function DrillResult({ answered }: { answered: AnsweredDrillView }) {
  const { drill, answer } = answered;
  const own = describeOwnTest(answered);
  const isRight = answer.testHit ?? answer.linesHit;
  return (
    <div className="grid gap-5">
      <div className="card grid gap-2 border-l-3 border-l-accent px-5 py-4">
        <p className="question">{isRight ? 'You found it.' : answer.linesHit ? 'You named the place; your test did not show it.' : 'It is elsewhere.'}</p>
        <p>{toVisibleText(describeOrigin(drill))}</p>
        <p className="text-ink-2 [overflow-wrap:anywhere]">{toVisibleText(describeHidden(answered))}</p>
        {own !== null && <p className="text-ink-2">{own}</p>}
        <p className="meta">
          You were {Math.round(answer.sure * 100)} % sure. {answer.unaided ? 'Counted as unaided.' : 'Not counted as unaided: it says nothing of growth.'}
        </p>
      </div>
      <section aria-labelledby="fix" className="grid gap-2.5">
        <h2 id="fix" className="heading">
          The fix
        </h2>
        {drill.files.map(({ path, hunks }) => (
          <div key={path} className="grid gap-1.5">
            <p className="font-medium [overflow-wrap:anywhere]">
              <Plain>{path}</Plain>
            </p>
            <div className="card overflow-hidden">
              <LineBlock lines={hunksToLines(hunks)} />
            </div>
          </div>
        ))}
      </section>
      {answer.claim !== '' && (
        <section aria-labelledby="said" className="grid gap-1">
          <h2 id="said" className="heading">
            What you said
          </h2>
          <p className="whitespace-pre-wrap [overflow-wrap:anywhere]">
            <Plain>{answer.claim}</Plain>
          </p>
        </section>
      )}
    </div>
  );
}
