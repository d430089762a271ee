import { useQuery } from '@tanstack/react-query';
import { contentVersionsQuery } from '../../api/team/content-queries.ts';
import { Button } from '../../ui/button.tsx';
import { Plain } from '../../ui/text.tsx';

/** Somebody saved another version while this one was written: nothing of either is lost. */
export function BehindNotice({ cohort, version, onMove }: { cohort: string; version: number; onMove: () => void }) {
  const { data } = useQuery(contentVersionsQuery(cohort));
  const by = data?.versions.find((saved) => saved.version === version)?.by.name;
  return (
    <div className="card grid gap-2 border-l-3 border-l-warn px-5 py-4">
      <output className="grid gap-2">
        <span className="font-medium">
          <Plain>{`Version ${version} was saved meanwhile${by === undefined ? '' : ` by ${by}`}.`}</Plain>
        </span>
        <span className="text-ink-2">What you changed stays. Where both of you changed a place, what it says in version {version} stands below your text.</span>
      </output>
      <div>
        <Button onClick={onMove}>Go on from version {version}</Button>
      </div>
    </div>
  );
}
