import type { Journal } from '../journal/open-journal.ts';
import { AGENT_LABELS } from '../model/agent-names.ts';
import type { Machine } from '../model/api/machine.ts';
import type { Problem } from '../model/problem.ts';
import type { Result } from '../model/result.ts';
import { readRetentionDays } from '../sources/claude-code/read-retention-days.ts';
import { findTranscripts } from '../sources/find-transcripts.ts';
import { listAgentPlaces, type AgentPlaces } from './agent-places.ts';
import type { App } from './app.ts';
import { describeHeld } from './held/describe-held.ts';
import { warnOfDeletion } from './warn-of-deletion.ts';

type MachineAgent = Machine['agents'][number];

/** What Rounds reads on this machine, where it keeps it, and what it could not read. */
export async function describeMachine(app: App): Promise<Result<Machine, Problem>> {
  const { journal, environment } = app;
  const held = await describeHeld(environment);
  // Loaded here only: the parser's native part is not needed to start.
  const { listMissingGrammars } = await import('../moments/engine/code/parse-code.ts');
  return journal.attempt(() => ({
    home: journal.home,
    journal: describeJournal(journal),
    runtime: { node: process.versions.node, rounds: environment.version },
    agents: listAgentPlaces(environment).map((places) => (places.agent === 'entire' ? held : describeAgent(places, app))),
    lastImport: toLastImport(journal),
    missingGrammars: listMissingGrammars(),
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

function describeAgent({ agent, paths, isSession }: AgentPlaces, { journal, environment, clock }: App): MachineAgent {
  const described = { agent, label: AGENT_LABELS[agent], places: [...paths] };
  if (paths.length === 0) return { ...described, state: 'absent', files: 0, bytes: 0 };
  const { files, problems } = findTranscripts(paths);
  const sessions = files.filter(({ path }) => isSession(path));
  const [first] = problems;
  return {
    ...described,
    state: first && sessions.length === 0 ? 'unreadable' : 'read',
    files: sessions.length,
    bytes: sessions.reduce((sum, { bytes }) => sum + bytes, 0),
    ...(first ? { problem: `${first.path}: ${first.why}` } : {}),
    ...(agent === 'claude-code'
      ? {
          warning: warnOfDeletion({
            sessions,
            days: readRetentionDays(paths, environment.platform),
            isKept: (path) => journal.transcripts.getCurrent(path) !== null,
            now: clock(),
          }),
        }
      : {}),
  };
}
