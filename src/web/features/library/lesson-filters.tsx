import { useEffect, useState, type ReactNode } from 'react';
import type { LessonSearch } from '../../api/team/lesson-queries.ts';
import { Button } from '../../ui/button.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { Plain } from '../../ui/text.tsx';

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
  const [typed, setTyped] = useState(search.q ?? '');
  useEffect(() => {
    const q = typed.trim() || undefined;
    if (q === search.q) return;
    const timer = setTimeout(() => onChange({ ...search, q }), REST_MS);
    return () => clearTimeout(timer);
  }, [typed, search, onChange]);
  const shown = search.tag !== undefined && !tags.includes(search.tag) ? [search.tag, ...tags] : tags;

  return (
    <search className="grid gap-3">
      <SearchField label="Search rules, reasons, tags, files" value={typed} onText={setTyped} onLeave={onLeaveField} />
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
