import { useEffect, useRef, useState, type ReactNode } from 'react';
import { AGENT_LABELS, type AgentName } from '../../../model/agent-names.ts';
import { SEARCH_KINDS, type SearchKind } from '../../../model/search-kinds.ts';
import type { SessionSearch } from '../../api/queries.ts';
import { Button } from '../../ui/button.tsx';
import { SearchField } from '../../ui/search-field.tsx';

interface SessionFiltersProps {
  readonly search: SessionSearch;
  readonly agents: readonly AgentName[];
  readonly repositories: readonly string[];
  readonly onChange: (search: SessionSearch) => void;
  /** Arrow down, out of the search field. */
  readonly onLeaveField: () => void;
}

const KIND_PLURALS: Readonly<Record<SearchKind, string>> = {
  prompt: 'Prompts',
  reply: 'Replies',
  reasoning: 'Thinking',
  command: 'Commands',
  file: 'Files',
  output: 'Outputs',
};

/** How long typing rests before it is looked for. */
const REST_MS = 180;

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

interface LabelledProps {
  readonly label: string;
  readonly wide?: boolean;
  /** Folded away on small windows. */
  readonly isFolded?: boolean;
  readonly children: ReactNode;
}

function Labelled({ label, wide = false, isFolded = false, children }: LabelledProps) {
  return (
    <label className={`grid min-w-0 gap-1 ${wide ? 'col-span-2 lg:col-span-1' : ''} ${isFolded ? 'max-lg:hidden' : ''}`}>
      <span className="meta">{label}</span>
      {children}
    </label>
  );
}

export function SessionFilters({ search, agents, repositories, onChange, onLeaveField }: SessionFiltersProps) {
  const [typed, setTyped] = useRestingQuery(search.query ?? '', (query) =>
    onChange({ ...search, query: query || undefined, kind: query ? search.kind : undefined }),
  );
  const isFiltered = Object.values(search).some((value) => value !== undefined);
  const isSearching = search.query !== undefined;
  const [isUnfolded, setUnfolded] = useState(false);
  // A filter that is set must be seen: what it leaves out would be missed.
  const isFolded = !isUnfolded && Object.entries(search).every(([name, value]) => name === 'query' || value === undefined);

  return (
    <search
      className={`grid grid-cols-2 gap-3 ${isSearching ? 'lg:grid-cols-[minmax(15rem,2fr)_1fr_1fr_1.2fr_auto_auto]' : 'lg:grid-cols-[minmax(16rem,2fr)_1fr_1.4fr_auto_auto]'}`}
    >
      <SearchField
        label="Search prompts, replies, commands, files"
        className="col-span-2 lg:col-span-1"
        value={typed}
        describedBy={isSearching ? 'search-hint' : undefined}
        onText={setTyped}
        onLeave={onLeaveField}
      />
      {isFolded && (
        <div className="col-span-2 -my-1 lg:hidden">
          <Button look="quiet" aria-expanded={false} onClick={() => setUnfolded(true)}>
            Narrow it down
          </Button>
        </div>
      )}
      {isSearching && (
        <Labelled label="In" wide isFolded={isFolded}>
          <select className="field" value={search.kind ?? ''} onChange={(event) => onChange({ ...search, kind: event.target.value || undefined })}>
            <option value="">Everything</option>
            {SEARCH_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {KIND_PLURALS[kind]}
              </option>
            ))}
          </select>
        </Labelled>
      )}
      <Labelled label="Agent" isFolded={isFolded}>
        <select className="field" value={search.agent ?? ''} onChange={(event) => onChange({ ...search, agent: event.target.value || undefined })}>
          <option value="">All agents</option>
          {agents.map((agent) => (
            <option key={agent} value={agent}>
              {AGENT_LABELS[agent]}
            </option>
          ))}
        </select>
      </Labelled>
      <Labelled label="Repository" isFolded={isFolded}>
        <select className="field" value={search.repository ?? ''} onChange={(event) => onChange({ ...search, repository: event.target.value || undefined })}>
          <option value="">All repositories</option>
          {repositories.map((repository) => (
            <option key={repository}>{repository}</option>
          ))}
        </select>
      </Labelled>
      <Labelled label="From" isFolded={isFolded}>
        <input
          type="date"
          className="field"
          value={search.from ?? ''}
          max={search.to}
          onChange={(event) => onChange({ ...search, from: event.target.value || undefined })}
        />
      </Labelled>
      <Labelled label="To" isFolded={isFolded}>
        <input
          type="date"
          className="field"
          value={search.to ?? ''}
          min={search.from}
          onChange={(event) => onChange({ ...search, to: event.target.value || undefined })}
        />
      </Labelled>
      {isFiltered && (
        <div className="col-span-full flex flex-wrap items-center justify-between gap-x-6 gap-y-1">
          {isSearching ? (
            <p id="search-hint" className="meta">
              <code className="code">"exact words"</code>, <code className="code">-without</code>, <code className="code">this OR that</code>,{' '}
              <code className="code">begin*</code>
            </p>
          ) : (
            <span />
          )}
          <Button look="quiet" onClick={() => onChange({})}>
            Show all sessions
          </Button>
        </div>
      )}
    </search>
  );
}
