import type { Problem } from '../model/problem.ts';
import { ok, type Result } from '../model/result.ts';
import { composeRequest, type ComposedRequest } from './apis/compose-request.ts';
import { readReply } from './apis/read-reply.ts';
import { toHeaders } from './apis/to-headers.ts';
import { checkAnswer, refused } from './checks/check-answer.ts';
import type { QuestionBounds } from './checks/question-bounds.ts';
import { parseAnswer } from './parse-answer.ts';
import type { Candidate, Reading } from './second-reader.ts';
import { sendRequest, type SendDeps } from './send-request.ts';
import type { TutorSettings } from './tutor-settings.ts';
import { writePrompt } from './write-prompt.ts';

export interface SecondReader {
  /** The bytes that asking would send. */
  readonly compose: (candidate: Candidate) => ComposedRequest;
  /** Asks, and checks the answer against the session. Made-up and telling answers are readings that were refused. */
  readonly read: (candidate: Candidate, bounds: QuestionBounds, signal: AbortSignal) => Promise<Result<Reading, Problem>>;
}

export interface SecondReaderInput {
  readonly settings: Pick<TutorSettings, 'api' | 'model' | 'timeoutSeconds'>;
  /** Checked by checkAddress. */
  readonly url: URL;
  readonly key: string | null;
}

export function createSecondReader({ settings, url, key }: SecondReaderInput, deps: SendDeps): SecondReader {
  const { api, model, timeoutSeconds } = settings;
  const compose = (candidate: Candidate): ComposedRequest => composeRequest(api, url, model, writePrompt(candidate));
  return {
    compose,
    read: async (candidate, bounds, signal) => {
      const sent = await sendRequest({ ...compose(candidate), headers: toHeaders(api, key), timeoutMs: timeoutSeconds * 1000, signal }, deps);
      if (!sent.ok) return sent;
      const words = readReply(api, sent.value);
      const answer = words === null ? null : parseAnswer(words);
      return ok(answer ? checkAnswer(answer, candidate, bounds) : refused('it is not in the form that was asked for'));
    },
  };
}
