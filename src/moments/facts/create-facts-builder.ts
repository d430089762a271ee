import type { AgentName } from '../../model/agent.ts';
import type { SessionEvent } from '../../model/event.ts';
import type { Session } from '../../model/session.ts';
import type { CodeMatch, SessionFacts } from './facts.ts';
import type { EventOf } from '../../model/event.ts';

/** Finds code patterns in the changed lines of one edit, while its whole file is still at hand. */
export type ReadCode = (edit: EventOf<'edit'>, language: string) => readonly CodeMatch[];

export interface FactsBuilder {
  readonly add: (event: SessionEvent) => void;
  readonly finish: (session: Session) => SessionFacts;
}

export declare function createFactsBuilder(options: { agent: AgentName; file: string; readCode?: ReadCode }): FactsBuilder;
