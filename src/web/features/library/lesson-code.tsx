import type { Lesson, LessonAnchor } from '../../../model/team/lesson.ts';
import { formatWhen } from '../../text/format-when.ts';
import { Plain } from '../../ui/text.tsx';
import { toLines } from './describe-lesson.ts';

/** The code a lesson holds to, and whether it still does. */
export function LessonCode({ lesson, isMine, now }: { lesson: Lesson; isMine: boolean; now: Date }) {
  return (
    <section aria-labelledby="lesson-code">
      <h2 id="lesson-code" className="heading mb-2.5">
        The code it holds to
      </h2>
      {lesson.anchors.length === 0 ? (
        <p className="text-ink-2">None yet{isMine ? '. Where the repository is, run:' : '.'}</p>
      ) : (
        <ul className="card divide-y divide-line px-5">
          {lesson.anchors.map((anchor, n) => (
            <li key={n} className="grid gap-1 py-3">
              <Anchor anchor={anchor} now={now} />
            </li>
          ))}
        </ul>
      )}
      {isMine && (lesson.anchors.length === 0 || lesson.stale) && (
        <p className="mt-3">
          {lesson.stale && <span className="mb-1.5 block text-ink-2">To tie it to the code as it is now, where the repository is:</span>}
          <code className="code rounded-lg bg-sunk px-3 py-2 [overflow-wrap:anywhere]">rounds lessons --anchor {lesson.id} FILE:FIRST-LAST</code>
        </p>
      )}
    </section>
  );
}

function Anchor({ anchor, now }: { anchor: LessonAnchor; now: Date }) {
  return (
    <>
      <p className="[overflow-wrap:anywhere]">
        <code className="code">
          <Plain>{anchor.path}</Plain>
        </code>
        {anchor.symbol !== null && (
          <>
            {' '}
            in{' '}
            <code className="code">
              <Plain>{anchor.symbol}</Plain>
            </code>
          </>
        )}
        , {toLines(anchor)}
      </p>
      <p className="meta [overflow-wrap:anywhere]">
        <Plain>{anchor.repository.startsWith('commit:') ? 'A repository without a remote' : anchor.repository}</Plain> at{' '}
        <span className="font-mono">{anchor.commit.slice(0, 10)}</span>
      </p>
      {anchor.staleAt !== null && (
        <p className="text-warn">
          Changed by <span className="font-mono">{anchor.staleCommit?.slice(0, 10) ?? 'a later commit'}</span>, noticed {formatWhen(anchor.staleAt, now)}.
        </p>
      )}
    </>
  );
}
