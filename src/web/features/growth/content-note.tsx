import type { ContentInUse } from '../../../model/api/growth.ts';
import { formatDate } from '../../text/format-when.ts';
import { Plain } from '../../ui/text.tsx';

/** Whose words and numbers these are. */
export function ContentNote({ content }: { content: ContentInUse | null }) {
  if (!content) return null;
  const { cohort, mine } = content;
  return (
    <p className="meta">
      {cohort && <Plain>{`In the words of ${cohort.name}, version ${cohort.version}, as heard on ${formatDate(cohort.takenAt)}. `}</Plain>}
      {mine.length > 0 && <Plain>{`Your own stand over them: ${mine.join('; ')}.`}</Plain>}
    </p>
  );
}
