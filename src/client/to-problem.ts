import { problemResponseSchema } from '../model/api/machine.ts';
import { PROBLEM_TAGS, problem, type Problem } from '../model/problem.ts';

const PREFIX = 'urn:rounds:problem:';

/** What a refusal (application/problem+json) says; `cannot-reach` where something else than Rounds answered. */
export async function toProblem(url: string, response: Response): Promise<Problem> {
  if (response.status === 401) {
    return problem('not-allowed', `The team server at ${url} does not know you, or no longer.`, { next: `Run "rounds login ${url}".` });
  }
  const parsed = problemResponseSchema.safeParse(await response.json().catch(() => undefined));
  const tag = PROBLEM_TAGS.find((each) => parsed.success && parsed.data.type === PREFIX + each);
  if (!parsed.success || tag === undefined) {
    return problem('cannot-reach', `${url} answered ${response.status}, and not as Rounds does.`, {
      next: 'Look at the address, and at what stands in front of the server.',
    });
  }
  const { title, detail, next } = parsed.data;
  return problem(tag, title, { why: detail, next });
}
