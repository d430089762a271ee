import type { OwnWeek } from '../../../model/api/team/weekly.ts';
import type { WeeklyPage } from '../../../model/team/weekly-page.ts';
import { HalfText } from './half-text.tsx';
import { PRECEPTEE_QUESTIONS, PRECEPTOR_QUESTIONS } from './weekly-questions.ts';

/** What was handed in, the preceptee first; `without` is being written again. */
export function Halves({ page, me, without = null }: { page: WeeklyPage; me: string; without?: OwnWeek['mine'] | null }) {
  return (
    <>
      {page.preceptee && without !== 'preceptee' && (
        <HalfText by={page.preceptee.by} isMine={page.preceptee.by.id === me} half={page.preceptee.half} questions={PRECEPTEE_QUESTIONS} />
      )}
      {page.preceptor && without !== 'preceptor' && (
        <HalfText by={page.preceptor.by} isMine={page.preceptor.by.id === me} half={page.preceptor.half} questions={PRECEPTOR_QUESTIONS} />
      )}
    </>
  );
}
