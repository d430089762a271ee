import { SECOND_READER } from './prompts/prompts.generated.ts';
import type { Candidate } from './second-reader.ts';

export interface Prompt {
  readonly system: string;
  readonly user: string;
}

/** The words sent with a candidate. The session is JSON inside the message, so that no text in it can end it. */
export function writePrompt({ kind, what, question, decision, visible, later }: Candidate): Prompt {
  return { system: SECOND_READER, user: JSON.stringify({ candidate: { kind, what, question, decision }, visible, later }, null, 1) };
}
