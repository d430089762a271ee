import { useQuery } from '@tanstack/react-query';
import { caseReviewQuery } from '../../api/team/sign-off-queries.ts';
import { useActivityWords } from '../../api/use-activity-words.ts';
import { toVisibleText } from '../../text/to-visible-text.ts';
import { describeReview } from './describe-sign-off.ts';

/** What the owner's signed levels change about a case: to themselves, and to a partner they show the activity to. Nothing is not said. */
export function CaseReview({ id, me }: { id: string; me: string }) {
  const { nameOf } = useActivityWords();
  const review = useQuery(caseReviewQuery(id));
  const depths = review.data?.depths ?? [];
  if (depths.length === 0) return null;
  return (
    <ul className="grid gap-1 border-l-2 border-accent pl-3 text-ink-2">
      {depths.map((depth) => (
        <li key={depth.activity}>
          {depth.person === me ? 'You' : toVisibleText(depth.name)}: {describeReview(depth, nameOf(depth.activity))}
        </li>
      ))}
    </ul>
  );
}
