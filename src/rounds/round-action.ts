import type { Debrief, DebriefDraft } from '../model/debrief.ts';
import type { Judgement, JudgementDraft } from '../model/judgement.ts';

/** What a participant asks of a round. */
export type RoundAction =
  | { readonly type: 'call' }
  | { readonly type: 'save-draft'; readonly draft: JudgementDraft }
  | { readonly type: 'seal'; readonly judgement: Judgement }
  | { readonly type: 'answer' }
  | { readonly type: 'pass' }
  | { readonly type: 'reveal' }
  | { readonly type: 'prove' }
  | { readonly type: 'start-debrief' }
  | { readonly type: 'save-debrief'; readonly draft: DebriefDraft }
  | { readonly type: 'close'; readonly debrief: Debrief }
  | { readonly type: 'reopen' }
  | { readonly type: 'withdraw' };

export interface Acting {
  readonly person: string;
  /** ISO instant in UTC. */
  readonly at: string;
  readonly action: RoundAction;
}
