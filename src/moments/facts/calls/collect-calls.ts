/** Calls that are neither commands nor changes that happened: searches, fetches, questions, plans, refused or failed edits. */
import type { Action, CallOutcome, EventOf } from '../../../model/event.ts';
import type { OtherCall, PlanFact, Place } from '../facts.ts';
import { headOf } from '../cut-text.ts';
import { saysNothingFound } from './says-nothing-found.ts';

const LONGEST_TEXT = 2400;
const LONGEST_PLAN = 12_000;

interface OpenCall extends Place {
  readonly tool: string;
  readonly action: Action;
  readonly at: number | null;
  outcome: CallOutcome | null;
  answeredAt: number | null;
  empty: boolean;
  answer: OtherCall['answer'];
}

export interface CallCollector {
  /** Every call, so that a refusal can point to it. */
  readonly note: (call: EventOf<'call'>) => void;
  readonly begin: (call: EventOf<'call'>, at: number | null) => void;
  readonly settle: (result: EventOf<'result'>, at: number | null) => void;
  /** The call a result belongs to. Asked once: it is forgotten then. */
  readonly take: (callId: string) => EventOf<'call'> | undefined;
  readonly plans: () => PlanFact[];
  readonly others: () => OtherCall[];
}

export function createCallCollector(): CallCollector {
  const calls: OpenCall[] = [];
  const callById = new Map<string, OpenCall>();
  /** Every call that has no result yet. */
  const openById = new Map<string, EventOf<'call'>>();
  return {
    note(call) {
      openById.set(call.callId, call);
    },
    begin({ callId, seq, line, tool, action }, at) {
      const call: OpenCall = { seq, line, tool, action, at, outcome: null, answeredAt: null, empty: false, answer: undefined };
      calls.push(call);
      callById.set(callId, call);
    },
    settle(result, at) {
      const call = callById.get(result.callId);
      if (call === undefined) return;
      call.outcome = result.outcome;
      call.empty = call.action.type === 'search' && result.outcome === 'ok' && saysNothingFound(result.text);
      call.answeredAt = at;
      if (call.action.type === 'ask' && result.humanText) call.answer = { seq: result.seq, line: result.line, text: headOf(result.humanText, LONGEST_TEXT) };
    },
    take(callId) {
      const call = openById.get(callId);
      openById.delete(callId);
      return call;
    },
    plans: () => calls.flatMap((call) => (call.action.type === 'plan' ? [toPlan(call, call.action.text)] : [])),
    others: () => calls.filter((call) => call.action.type !== 'plan' && !(call.action.type === 'edit' && call.outcome === 'ok')).map(toOther),
  };
}

function toPlan({ seq, line, outcome, at, answeredAt }: OpenCall, text: string): PlanFact {
  const answer = outcome === 'ok' ? 'approved' : outcome === 'refused' ? 'refused' : null;
  return { seq, line, text: headOf(text, LONGEST_PLAN), answer, answerMs: answer !== null && at !== null && answeredAt !== null ? answeredAt - at : null };
}

const toOther = ({ seq, line, tool, action, outcome, empty, answer }: OpenCall): OtherCall => ({
  seq,
  line,
  tool,
  type: action.type,
  text: headOf(textOf(action), LONGEST_TEXT),
  outcome,
  empty,
  ...(answer ? { answer } : {}),
});

function textOf(action: Action): string {
  switch (action.type) {
    case 'run':
      return action.command;
    case 'continue':
      return action.input ?? '';
    case 'edit':
      return action.paths.join('\n');
    case 'read':
      return action.path;
    case 'search':
      return action.path === undefined ? action.query : `${action.query}\n${action.path}`;
    case 'plan':
      return action.text;
    case 'ask':
      return action.questions.join('\n');
    case 'delegate':
      return action.prompt;
    case 'fetch':
      return action.target;
    case 'track':
      return action.items.join('\n');
    case 'other':
      return action.input;
  }
}
