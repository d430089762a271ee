import type { MomentId } from '../../model/moment.ts';
import type { Problem } from '../../model/problem.ts';
import { failed, ok, type Result } from '../../model/result.ts';
import { composeRequest } from '../../tutor/apis/compose-request.ts';
import { writePrompt } from '../../tutor/write-prompt.ts';
import type { App } from '../app.ts';
import { noSuchMoment } from '../show-moment.ts';
import { findTutor } from './open-tutor.ts';
import { prepareCandidate } from './prepare-candidate.ts';

export interface Preview {
  readonly url: string;
  /** Exactly the bytes that asking would send. */
  readonly body: string;
}

/** What asking about a moment would send, and where. Sends nothing, and works while the second reader is off. */
export async function previewReading(app: Pick<App, 'journal' | 'environment'>, id: MomentId): Promise<Result<Preview, Problem>> {
  const tutor = findTutor(app);
  if (!tutor.ok) return tutor;
  const prepared = await prepareCandidate(app.journal, id);
  if (!prepared) return failed(noSuchMoment(id));
  const { settings, url } = tutor.value;
  const { body, url: address } = composeRequest(settings.api, url, settings.model, writePrompt(prepared.candidate));
  return ok({ url: address, body });
}
