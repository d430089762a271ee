import type { ReactNode } from 'react';

export function Section({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="grid gap-2.5">
      <h2 id={id} className="heading">
        {title}
      </h2>
      {children}
    </section>
  );
}
