import { useEffect, useRef, useState, type ReactNode } from 'react';
import { AGENT_LABELS, type AgentName } from '../../../model/agent-names.ts';
import type { SessionSearch } from '../../api/queries.ts';
import { Button, Key } from '../../ui/button.tsx';
import { useKeys } from '../../ui/use-keys.ts';

interface SessionFiltersProps {
  readonly search: SessionSearch;
  readonly agents: readonly AgentName[];
  readonly repositories: readonly string[];
  readonly onChange: (search: SessionSearch) => void;
}

/** How long typing rests before it is looked for. */
const REST_MS = 250;

/** Typed words, looked for when typing rests; follows the address when it changes from outside (Back, a link). */
function useRestingQuery(query: string, onRest: (query: string) => void) {
  const [typed, setTyped] = useState(query);
  const sent = useRef(query);
  useEffect(() => {
    if (query !== sent.current) {
      sent.current = query;
      setTyped(query);
    }
  }, [query]);
  useEffect(() => {
    if (typed === sent.current) return;
    const timer = setTimeout(() => {
      sent.current = typed;
      onRest(typed);
    }, REST_MS);
    return () => clearTimeout(timer);
  });
  return [typed, setTyped] as const;
}

function Labelled({ label, wide = false, children }: { label: string; wide?: boolean; children: ReactNode }) {
  return (
    <label className={`grid min-w-0 gap-1 ${wide ? 'col-span-2 lg:col-span-1' : ''}`}>
      <span className="meta">{label}</span>
      {children}
    </label>
  );
}

export function SessionFilters({ search, agents, repositories, onChange }: SessionFiltersProps) {
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useRestingQuery(search.query ?? '', (query) => onChange({ ...search, query: query || undefined }));
  useKeys({ '/': () => field.current?.focus() });
  const isFiltered = Object.values(search).some((value) => value !== undefined);

  return (
    <search className="grid grid-cols-2 gap-3 lg:grid-cols-[minmax(16rem,2fr)_1fr_1.4fr_auto_auto]">
      <Labelled label="Search titles and prompts" wide>
        <span className="relative">
          <input
            ref={field}
            type="search"
            className="field pr-9"
            maxLength={200}
            value={typed}
            aria-keyshortcuts="/"
            onChange={(event) => setTyped(event.target.value)}
            onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
          />
          {typed === '' && (
            <span className="pointer-events-none absolute top-2 right-2.5">
              <Key>/</Key>
            </span>
          )}
        </span>
      </Labelled>
      <Labelled label="Agent">
        <select className="field" value={search.agent ?? ''} onChange={(event) => onChange({ ...search, agent: event.target.value || undefined })}>
          <option value="">All agents</option>
          {agents.map((agent) => (
            <option key={agent} value={agent}>
              {AGENT_LABELS[agent]}
            </option>
          ))}
        </select>
      </Labelled>
      <Labelled label="Repository">
        <select className="field" value={search.repository ?? ''} onChange={(event) => onChange({ ...search, repository: event.target.value || undefined })}>
          <option value="">All repositories</option>
          {repositories.map((repository) => (
            <option key={repository}>{repository}</option>
          ))}
        </select>
      </Labelled>
      <Labelled label="From">
        <input
          type="date"
          className="field"
          value={search.from ?? ''}
          max={search.to}
          onChange={(event) => onChange({ ...search, from: event.target.value || undefined })}
        />
      </Labelled>
      <Labelled label="To">
        <input
          type="date"
          className="field"
          value={search.to ?? ''}
          min={search.from}
          onChange={(event) => onChange({ ...search, to: event.target.value || undefined })}
        />
      </Labelled>
      {isFiltered && (
        <div>
          <Button look="quiet" onClick={() => onChange({})}>
            Show all sessions
          </Button>
        </div>
      )}
    </search>
  );
}
