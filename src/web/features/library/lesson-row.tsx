import { Link } from '@tanstack/react-router';
import type { Lesson } from '../../../model/team/lesson.ts';
import type { Person } from '../../../model/team/pair.ts';
import { formatWhen } from '../../text/format-when.ts';
import { Line, Plain } from '../../ui/text.tsx';
import { describeReach, nameAuthors } from './describe-lesson.ts';
import { LessonTags } from './lesson-tags.tsx';

interface LessonRowProps {
  readonly lesson: Lesson;
  readonly people: readonly Person[];
  readonly isMine: boolean;
  readonly now: Date;
}

export function LessonRow({ lesson, people, isMine, now }: LessonRowProps) {
  const [first] = lesson.anchors;
  return (
    <article className={`card grid gap-2 px-5 py-4 ${lesson.stale ? 'border-l-3 border-l-warn' : ''}`}>
      <h2 className="font-serif text-lg leading-snug [overflow-wrap:anywhere]">
        <Link data-row to="/lessons/$id" params={{ id: lesson.id }} className="no-underline hover:underline">
          <Line>{lesson.rule}</Line>
        </Link>
      </h2>
      {lesson.stale && <p className="text-warn">{isMine ? 'Its code has changed. Does it still hold?' : 'Its code has changed; its authors are asked.'}</p>}
      <p className="meta [overflow-wrap:anywhere]">
        <Plain>{nameAuthors(lesson.authors, people)}</Plain>, {formatWhen(lesson.createdAt, now)}, seen by {describeReach(lesson)}
        {first && (
          <>
            , holds to <Plain>{first.symbol ?? first.path}</Plain>
          </>
        )}
      </p>
      <LessonTags tags={lesson.tags} />
    </article>
  );
}
