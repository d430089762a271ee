/** Builds the facts of one session in one pass over its events. Each concern has its own collector; this file only deals them their events. */
import type { AgentName } from '../../model/agent.ts';
import { MAIN_THREAD, type EventOf, type SessionEvent } from '../../model/event.ts';
import type { Session } from '../../model/session.ts';
import { createCallCollector } from './calls/collect-calls.ts';
import { createEditCollector } from './edits/collect-edits.ts';
import type { CommitFact, EventMark, Place, ReadCode, SessionFacts } from './facts.ts';
import { answersFreely, createTurnCollector, saysSomething } from './human/collect-turns.ts';
import { createReadCollector } from './reads/collect-reads.ts';
import { createRunCollector } from './runs/collect-runs.ts';
import { readCommit } from './runs/read-commit.ts';
import { readRestores } from './runs/read-restores.ts';
import { createSpeechCollector } from './speech/collect-speech.ts';

export interface FactsBuilder {
  readonly add: (event: SessionEvent) => void;
  readonly finish: (session: Session) => SessionFacts;
}

export function createFactsBuilder({ agent, file, readCode }: { agent: AgentName; file: string; readCode?: ReadCode }): FactsBuilder {
  const marks: EventMark[] = [];
  const commits: CommitFact[] = [];
  const compactions: Place[] = [];
  const interruptions: Place[] = [];
  let turn = 0;

  const human = createTurnCollector();
  const speech = createSpeechCollector();
  const reads = createReadCollector();
  const edits = createEditCollector(readCode);
  const calls = createCallCollector();
  const runs = createRunCollector((finished) => {
    const commit = readCommit(finished);
    if (commit !== null) {
      commits.push(commit);
      edits.commit();
    }
    for (const restored of readRestores(finished)) edits.restore(restored, finished.run);
  });

  const agentActed = (event: SessionEvent, at: number | null): void => {
    if (event.thread === MAIN_THREAD) human.agentActed(at);
  };
  const personSpeaks = (): number => {
    speech.endTurn();
    return ++turn;
  };

  const addCall = (call: EventOf<'call'>, at: number | null): void => {
    agentActed(call, at);
    if (call.action.type === 'run') reads.readByCommands(call, runs.begin(call, turn, at), call.action.cwd);
    else if (!runs.resume(call)) {
      if (call.action.type === 'read') reads.read(call, call.action.path);
      calls.begin(call, at);
    }
  };

  const addResult = (result: EventOf<'result'>, at: number | null): void => {
    const call = calls.take(result.callId);
    if (!runs.settle(result)) calls.settle(result, at);
    const onMain = result.thread === MAIN_THREAD;
    if (onMain && result.outcome === 'refused') {
      const type = call?.action.type;
      const refused = { seq: (call ?? result).seq, line: (call ?? result).line, isWork: type === 'run' || type === 'edit' || type === 'other' };
      human.refuse(result, refused, saysSomething(result) ? personSpeaks() : turn, at);
    } else if (onMain && call?.action.type === 'ask' && answersFreely(result)) human.answer(result, personSpeaks(), at);
    else agentActed(result, at);
  };

  return {
    add(event) {
      const at = toInstant(event.at);
      if (event.kind === 'prompt' && event.origin === 'human' && event.thread === MAIN_THREAD) {
        human.say(event, personSpeaks(), at);
        reads.mentioned(event);
      } else if (event.kind === 'reply') {
        agentActed(event, at);
        if (event.thread === MAIN_THREAD) human.agentSaid(event.text);
        speech.reply(event, turn, at);
      } else if (event.kind === 'reasoning') {
        agentActed(event, at);
        speech.reason(event, turn, at);
      } else if (event.kind === 'call') {
        calls.note(event);
        addCall(event, at);
      } else if (event.kind === 'result') addResult(event, at);
      else if (event.kind === 'edit') edits.add(event, turn, at, reads);
      else if (event.kind === 'interruption') {
        interruptions.push({ seq: event.seq, line: event.line });
        if (event.thread === MAIN_THREAD) human.interrupt();
      } else if (event.kind === 'compaction') compactions.push({ seq: event.seq, line: event.line });
      marks.push({ seq: event.seq, line: event.line, id: event.id, kind: event.kind, at, thread: event.thread, turn, replayed: event.replayed === true });
    },
    finish(session) {
      speech.endTurn();
      const finishedRuns = runs.finish();
      return {
        agent,
        file,
        session,
        marks,
        humanTurns: human.turns,
        ...speech.finish(),
        runs: finishedRuns,
        edits: edits.finish(session.cwd),
        reads: reads.reads,
        commits: commits.sort((one, other) => one.seq - other.seq),
        plans: calls.plans(),
        otherCalls: calls.others(),
        compactions,
        interruptions,
      };
    },
  };
}

function toInstant(at: string | null): number | null {
  if (at === null) return null;
  const instant = Date.parse(at);
  return Number.isNaN(instant) ? null : instant;
}
