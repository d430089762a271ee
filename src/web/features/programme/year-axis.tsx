import type { ReactNode } from 'react';
import { listMonths, placeOnYear, type YearSpan } from './place-on-year.ts';

/** Months above the lanes of `children`. The months are for the eye: every date stands in words too. */
export function YearAxis({ span, children }: { span: YearSpan; children: ReactNode }) {
  return (
    <div className="px-1.5">
      <div aria-hidden="true" className="relative h-5">
        {listMonths(span).map(({ at, label }, index) => (
          <span
            key={at}
            className={`meta absolute -translate-x-1/2 ${index % 2 === 1 ? 'hidden sm:inline' : ''}`}
            style={{ left: `${Math.min(97, placeOnYear(at, span))}%` }}
          >
            {label}
          </span>
        ))}
      </div>
      {children}
    </div>
  );
}
