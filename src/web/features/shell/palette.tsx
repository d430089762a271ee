import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { teamRoundsQuery } from '../../api/team/queries.ts';
import type { Place } from '../../api/where.ts';
import { setScheme } from '../../ui/settings-store.ts';
import { toVisibleText } from '../../text/to-visible-text.ts';
import { sortCards } from '../team-round/describe-card.ts';
import { findCommands, type PaletteCommand } from './find-commands.ts';
import { listPlaces } from './list-places.ts';

/** Goes anywhere by a few letters: places, what waits for me, colours. */
export function Palette({ place, onClose }: { place: Place; onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [query, setQuery] = useState('');
  const [pointed, setPointed] = useState(0);
  const found = findCommands(useCommands(place), query);
  const at = Math.min(pointed, found.length - 1);
  useEffect(() => dialog.current?.showModal(), []);

  const choose = (command: PaletteCommand | undefined): void => {
    if (!command) return;
    dialog.current?.close();
    command.run();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) setPointed(Math.max(0, Math.min(found.length - 1, at + step)));
    else if (event.key === 'Enter') choose(found[at]);
    else return;
    event.preventDefault();
  };
  return (
    <dialog
      ref={dialog}
      aria-label="Go to"
      className="card mx-auto mt-[12svh] w-[min(34rem,calc(100vw-2rem))] bg-surface p-0 text-ink backdrop:bg-[color-mix(in_oklch,var(--ink)_28%,transparent)]"
      onClose={onClose}
    >
      <input
        type="text"
        aria-label="Where to, or what to do"
        className="w-full bg-transparent px-5 py-3.5 text-base outline-none"
        placeholder="Where to, or what to do"
        autoComplete="off"
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setPointed(0);
        }}
        onKeyDown={onKeyDown}
      />
      <output className="sr-only">{found[at]?.label}</output>
      <ul className="max-h-[50svh] overflow-y-auto border-t border-line py-1.5">
        {found.map((command, index) => (
          <li key={command.id}>
            <button
              type="button"
              className={`w-full px-5 py-2 text-left [overflow-wrap:anywhere] ${index === at ? 'bg-accent-wash' : ''}`}
              onPointerMove={() => setPointed(index)}
              onFocus={() => setPointed(index)}
              onClick={() => choose(command)}
            >
              {command.label}
            </button>
          </li>
        ))}
      </ul>
      {found.length === 0 && <p className="px-5 py-3 text-ink-2">Nothing fits.</p>}
    </dialog>
  );
}

/** Pages that no navigation names. */
const FOR_TEAM = [
  { to: '/team/cases', label: 'Shared cases' },
  { to: '/grand-rounds', label: 'Grand rounds' },
  { to: '/surveys', label: 'What you think of the programme' },
] as const;

function useCommands(place: Place): readonly PaletteCommand[] {
  const navigate = useNavigate();
  const rounds = useQuery({ ...teamRoundsQuery(), enabled: place.me !== null });
  const { mine } = sortCards(rounds.data?.rounds ?? []);
  return [
    ...listPlaces(place).map(({ to, label }) => ({ id: to, label, run: () => void navigate({ to }) })),
    ...(place.me === null ? [] : FOR_TEAM.map(({ to, label }) => ({ id: to, label, run: () => void navigate({ to }) }))),
    ...(place.isMine ? [{ id: 'drills', label: 'Drills', run: () => void navigate({ to: '/drills' }) }] : []),
    ...(place.isMine ? [{ id: 'shared', label: 'What left this machine', run: () => void navigate({ to: '/shared' }) }] : []),
    ...mine.map(({ id, question }) => ({
      id,
      label: `Waiting for you: ${toVisibleText(question ?? 'a round')}`,
      run: () => void navigate({ to: '/team/rounds/$id', params: { id } }),
    })),
    { id: 'light', label: 'Colours: light', run: () => setScheme('light') },
    { id: 'dark', label: 'Colours: dark', run: () => setScheme('dark') },
    { id: 'system', label: 'Colours: as the system has it', run: () => setScheme('system') },
  ];
}
