import { useQuery } from '@tanstack/react-query';
import { drillTalliesQuery } from '../../api/drill-queries.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Section } from '../settings/section.tsx';
import { TalliesView } from './tallies-view.tsx';

/** What drills showed, among the rest of one's growth. */
export function GrowthDrills() {
  const { data: tallies } = useQuery(drillTalliesQuery());
  const isEmpty = !tallies || [...tallies.forms, tallies.practice, tallies.other].every(({ answers }) => answers === 0);
  return (
    <Section id="drills" title="Drills">
      {isEmpty ? <p className="text-ink-2">Bugs of your own repository, each proven by its tests. None answered yet.</p> : <TalliesView tallies={tallies} />}
      <div>
        <ButtonLink to="/drills">Drills</ButtonLink>
      </div>
    </Section>
  );
}
