import { Link } from '@tanstack/react-router';
import type { DrillList } from '../../../model/api/drills.ts';
import { toVisibleText } from '../../text/to-visible-text.ts';
import { Section } from '../settings/section.tsx';
import { describeForm } from './describe-drills.ts';
import { TalliesView } from './tallies-view.tsx';

/** What was answered, the newest first. */
export function AnsweredSection({ list: { drills, tallies, repository } }: { list: DrillList }) {
  const answered = drills.flatMap((drill) => (drill.revealed ? [{ ...drill, revealed: drill.revealed }] : []));
  if (answered.length === 0) return null;
  const newest = answered.toSorted((a, b) => (a.revealed.at < b.revealed.at ? 1 : -1));
  return (
    <Section id="answered" title="What you answered">
      <TalliesView tallies={tallies} />
      <ul className="card divide-y divide-line px-5">
        {newest.map(({ id, form, revealed: { about, hit, unaided } }) => (
          <li key={id} className="py-2.5">
            <Link
              to="/drills/$id"
              params={{ id }}
              search={{ folder: repository }}
              className="font-medium underline underline-offset-3 [overflow-wrap:anywhere]"
            >
              {toVisibleText(about)}
            </Link>
            <span className="meta block">
              {hit ? 'Right' : 'Not right'}, {describeForm(form ?? 'practice').toLowerCase()}
              {unaided ? ', unaided' : ''}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
