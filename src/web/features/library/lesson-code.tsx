import { useRef, useState } from 'react';
import type { Lesson } from '../../../model/team/lesson.ts';
import { usePlace } from '../../api/use-place.ts';
import { toVisibleText } from '../../text/to-visible-text.ts';
import { Button, Key } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/notice.tsx';
import { useKeys } from '../../ui/use-keys.ts';
import { toLines } from './describe-lesson.ts';
import { AnchorActs, AnchorText } from './lesson-anchor.tsx';
import { TieForm } from './tie-form.tsx';
import { useUntieLesson } from './use-lesson-actions.ts';

/** Which of its places is being tied anew, one more, or none. */
type Tying = number | 'more' | null;

/** The code a lesson holds to, and whether it still does; its authors tie it and take it away. */
export function LessonCode({ lesson, isMine, now }: { lesson: Lesson; isMine: boolean; now: Date }) {
  const isHere = usePlace().isMine;
  const mayChange = isMine && lesson.retiredAt === null;
  const mayTie = mayChange && isHere;
  const [tying, setTying] = useState<Tying>(null);
  const untie = useUntieLesson(lesson);
  const heading = useRef<HTMLHeadingElement>(null);
  const { anchors } = lesson;
  // Whoever works by keyboard goes on from here: the button they pressed is gone.
  const goBack = (): void => {
    setTying(null);
    heading.current?.focus();
  };
  useKeys(mayTie && tying === null ? { a: () => setTying('more') } : {});
  return (
    <section aria-labelledby="lesson-code">
      <h2 id="lesson-code" ref={heading} tabIndex={-1} className="heading mb-2.5 outline-none">
        The code it holds to
      </h2>
      {anchors.length === 0 ? (
        <p className="text-ink-2">None yet.{mayChange && ' Tie it to the lines it is about: when they change, you are asked whether it still holds.'}</p>
      ) : (
        <ul className="card divide-y divide-line px-5">
          {anchors.map((anchor, n) => (
            <li key={`${n} ${anchor.contentHash} ${anchor.commit}`} className="grid gap-1 py-3">
              <AnchorText anchor={anchor} now={now} />
              {mayChange && tying !== n && (
                <AnchorActs
                  name={`${toVisibleText(anchor.path)}, ${toLines(anchor)}`}
                  isBusy={untie.isPending}
                  onTie={mayTie ? () => setTying(n) : null}
                  onRemove={() => untie.mutate(n, { onSuccess: goBack })}
                />
              )}
              {tying === n && <TieForm lesson={lesson} n={n} onDone={goBack} />}
            </li>
          ))}
        </ul>
      )}
      {untie.isError && <FailureNotice thrown={untie.error} />}
      {tying === 'more' && (
        <div className="card mt-3 px-5">
          <TieForm lesson={lesson} n={null} onDone={goBack} />
        </div>
      )}
      {mayTie && tying === null && (
        <Button className="mt-3" aria-keyshortcuts="a" onClick={() => setTying('more')}>
          {anchors.length === 0 ? 'Tie it to code' : 'Tie it to more code'} <Key>a</Key>
        </Button>
      )}
      {mayChange && !isHere && (anchors.length === 0 || lesson.stale) && (
        <div className="mt-3">
          <p className="mb-1.5 text-ink-2">
            {lesson.stale
              ? 'To tie it to the code as it is now, open it in your own Rounds, or run there:'
              : 'Open it in your own Rounds, or run where the repository is:'}
          </p>
          <code className="code rounded-lg bg-sunk px-3 py-2 [overflow-wrap:anywhere]">rounds lessons --anchor {lesson.id} FILE:FIRST-LAST</code>
        </div>
      )}
    </section>
  );
}
