import { useQuery } from '@tanstack/react-query';
import { Link, useRouterState } from '@tanstack/react-router';
import { importQuery } from '../../api/queries.ts';
import { formatNumber } from '../../text/format-amount.ts';
import type { Place } from '../../api/where.ts';
import { findPlace, listPlaces } from './list-places.ts';
import { SchemeSwitch } from './scheme-switch.tsx';

function ImportState() {
  const { data } = useQuery(importQuery());
  if (!data?.running) return null;
  return (
    <Link to="/settings" className="meta hidden no-underline hover:text-ink xl:inline">
      Reading {formatNumber(data.files)} of {formatNumber(data.filesTotal)} files
    </Link>
  );
}

export function Header({ place }: { place: Place }) {
  const current = useRouterState({ select: ({ location }) => findPlace(location.pathname) });
  return (
    <header className="z-10 flex flex-wrap min-[68rem]:sticky min-[68rem]:top-0 min-[68rem]:h-13 items-center gap-x-6 border-b border-line bg-surface px-4 sm:px-7">
      <Link to="/" aria-label="Rounds, to Today" className="py-3 font-serif text-[1.0625rem] leading-none font-semibold tracking-tight no-underline">
        Rounds<span className="text-accent">.</span>
      </Link>
      <nav
        aria-label="Main"
        className="order-1 -mx-1 flex w-full flex-wrap gap-x-3 min-[68rem]:order-none min-[68rem]:mx-0 min-[68rem]:w-auto min-[68rem]:flex-nowrap min-[68rem]:gap-4"
      >
        {listPlaces(place).map(({ to, label }) => (
          <Link
            key={to}
            to={to}
            aria-current={to === current ? 'page' : undefined}
            activeOptions={{ exact: to === '/', includeSearch: false }}
            className="border-y-2 border-transparent flex items-center px-1 py-2 text-ink-2 no-underline hover:text-ink aria-[current=page]:border-b-accent aria-[current=page]:text-ink min-[68rem]:h-13 min-[68rem]:py-0"
          >
            {label}
          </Link>
        ))}
      </nav>
      <div className="ml-auto flex items-center gap-4">
        {place.isMine && <ImportState />}
        <SchemeSwitch />
      </div>
    </header>
  );
}
