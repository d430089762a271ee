import type { ReactNode } from 'react';
import { usePageTitle } from './use-page-title.ts';

interface PageProps {
  readonly title: string;
  /** What the tab says, where it is not the heading. */
  readonly tab?: string;
  readonly lead?: ReactNode;
  readonly narrow?: boolean;
  readonly children: ReactNode;
}

/** A page with its heading in the human voice. */
export function Page({ title, tab, lead, narrow = false, children }: PageProps) {
  usePageTitle(tab ?? title);
  return (
    <div className={`mx-auto w-full px-4 py-6 sm:px-7 sm:py-8 ${narrow ? 'max-w-[46rem]' : 'max-w-[70rem]'}`}>
      <h1 className="title">{title}</h1>
      {lead && <div className="meta mt-1">{lead}</div>}
      {children}
    </div>
  );
}
