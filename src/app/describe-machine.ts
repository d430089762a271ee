import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Journal } from '../journal/open-journal.ts';
import { AGENT_LABELS, type AgentName } from '../model/agent-names.ts';
import type { Machine } from '../model/api/machine.ts';
import type { Problem } from '../model/problem.ts';
import type { Result } from '../model/result.ts';
import { findTranscripts } from '../sources/find-transcripts.ts';
import { listAgentPlaces, type AgentPlaces } from './agent-places.ts';
import type { App } from './app.ts';

type MachineAgent = Machine['agents'][number];

/** What Rounds reads on this machine, where it keeps it, and what it could not read. */
export function describeMachine({ journal, environment }: App): Result<Machine, Problem> {
  return journal.attempt(() => ({
    home: journal.home,
    journal: describeJournal(journal),
    runtime: { node: process.versions.node, rounds: environment.version },
    agents: listAgentPlaces(environment).map(describeAgent),
    lastImport: toLastImport(journal),
    demo: journal.sessions.count(true) > 0,
  }));
}

function describeJournal(journal: Journal): Machine['journal'] {
  return {
    path: journal.path,
    bytes: journal.readBytes(),
    sessions: journal.sessions.count(false) + journal.sessions.count(true),
    events: journal.events.countOfAllSessions(),
    moments: journal.moments.count(),
  };
}

function toLastImport(journal: Journal): Machine['lastImport'] {
  const last = journal.imports.getLast();
  return last ? { ...last, problems: [...last.problems] } : null;
}

/** An editor keeps everything in that folder; counting it would take longer than reading the sessions. */
const NOT_COUNTED: ReadonlySet<AgentName> = new Set(['vscode-chat']);

function describeAgent({ agent, reads, paths }: AgentPlaces): MachineAgent {
  const described = { agent, label: AGENT_LABELS[agent], places: [...paths] };
  if (paths.length === 0) return { ...described, state: 'absent', files: 0, bytes: 0 };
  const { files, problems } = NOT_COUNTED.has(agent) ? { files: [], problems: [] } : findTranscripts(paths);
  const sessions = reads ? files.filter(({ path }) => path.endsWith('.jsonl')) : files;
  const [first] = problems;
  return {
    ...described,
    state: first && sessions.length === 0 ? 'unreadable' : reads ? 'read' : 'not-yet-read',
    files: sessions.length,
    bytes: sessions.reduce((sum, { bytes }) => sum + bytes, 0),
    ...(first ? { problem: `${first.path}: ${first.why}` } : {}),
    ...(agent === 'claude-code' ? { warning: `Claude Code deletes sessions after ${readRetentionDays(paths)} days; what Rounds has read it keeps.` } : {}),
  };
}

/** Claude Code's own default where its settings do not say. */
const DEFAULT_RETENTION_DAYS = 30;

function readRetentionDays(projects: readonly string[]): number {
  for (const folder of projects) {
    try {
      const settings = JSON.parse(readFileSync(join(dirname(folder), 'settings.json'), 'utf8')) as { cleanupPeriodDays?: unknown };
      if (typeof settings.cleanupPeriodDays === 'number') return settings.cleanupPeriodDays;
    } catch (error) {
      // No settings, or none that can be read: the default holds.
      if (!(error instanceof SyntaxError) && (error as NodeJS.ErrnoException).code === undefined) throw error;
    }
  }
  return DEFAULT_RETENTION_DAYS;
}
