import type { ReactNode } from 'react';

/** A term and its figures, in a list of such. */
export function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt className="meta">{term}</dt>
      <dd className="tabular-nums">{children}</dd>
    </div>
  );
}
