import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { LessonSearch } from '../../api/team/lesson-queries.ts';
import { Button, Key } from '../../ui/button.tsx';
import { Plain } from '../../ui/text.tsx';
import { useKeys } from '../../ui/use-keys.ts';

interface LessonFiltersProps {
  readonly search: LessonSearch;
  /** Those of the lessons on screen. */
  readonly tags: readonly string[];
  readonly onChange: (search: LessonSearch) => void;
  readonly onLeaveField: () => void;
}

/** How long typing rests before it is looked for. */
const REST_MS = 180;

export function LessonFilters({ search, tags, onChange, onLeaveField }: LessonFiltersProps) {
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(search.q ?? '');
  useKeys({ '/': () => field.current?.focus() });
  useEffect(() => {
    const q = typed.trim() || undefined;
    if (q === search.q) return;
    const timer = setTimeout(() => onChange({ ...search, q }), REST_MS);
    return () => clearTimeout(timer);
  }, [typed, search, onChange]);
  const shown = search.tag !== undefined && !tags.includes(search.tag) ? [search.tag, ...tags] : tags;

  return (
    <search className="grid gap-3">
      <label className="grid gap-1">
        <span className="meta">Search rules, reasons, tags, files</span>
        <span className="relative">
          <input
            ref={field}
            type="search"
            className="field pr-9"
            maxLength={200}
            value={typed}
            aria-keyshortcuts="/"
            onChange={(event) => setTyped(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Escape') event.currentTarget.blur();
              if (event.key !== 'ArrowDown') return;
              event.preventDefault();
              onLeaveField();
            }}
          />
          {typed === '' && (
            <span className="pointer-events-none absolute top-2 right-2.5">
              <Key>/</Key>
            </span>
          )}
        </span>
      </label>
      <div className="flex flex-wrap items-center gap-2">
        <Choice isOn={search.stale === 'true'} onToggle={(on) => onChange({ ...search, stale: on ? 'true' : undefined })}>
          Code has changed
        </Choice>
        {shown.map((tag) => (
          <Choice key={tag} isOn={search.tag === tag} onToggle={(on) => onChange({ ...search, tag: on ? tag : undefined })}>
            <Plain>{tag}</Plain>
          </Choice>
        ))}
      </div>
    </search>
  );
}

function Choice({ isOn, onToggle, children }: { isOn: boolean; onToggle: (on: boolean) => void; children: ReactNode }) {
  return (
    <Button aria-pressed={isOn} className={`min-h-8 px-2.5 py-1 ${isOn ? 'border-accent bg-accent-wash' : ''}`} onClick={() => onToggle(!isOn)}>
      {isOn && <span aria-hidden="true">✓</span>}
      {children}
    </Button>
  );
}
