import type { ShownRefusal } from '../../../model/api/team/sign-offs.ts';
import { Plain } from '../../ui/text.tsx';

/** Every reason against it at once. */
export function RefusalList({ id, refusals, title }: { id: string; refusals: readonly ShownRefusal[]; title: string }) {
  if (refusals.length === 0) return null;
  return (
    <section aria-labelledby={id} className="grid gap-1.5 rounded-card bg-warn-wash px-4 py-3">
      <p id={id} className="font-medium text-warn">
        {title}
      </p>
      <ul className="grid list-disc gap-1 pl-5">
        {refusals.map(({ code, words }) => (
          <li key={code} className="[overflow-wrap:anywhere]">
            <Plain>{words}</Plain>
          </li>
        ))}
      </ul>
    </section>
  );
}
