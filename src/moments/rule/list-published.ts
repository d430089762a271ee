import type { Place, SessionFacts } from '../facts/facts.ts';
import { isOwn } from './is-own.ts';

/** Text the agent put where others will read it, and believe it, without the conversation around it. */
export interface Published extends Place {
  readonly where: 'commit' | 'pull request' | 'issue' | 'document';
  readonly text: string;
}

const TRACKER_CALL = /(?:create|update|save|add|post|edit)_?(?:issue|ticket|comment|pull_request|page|document|note)/i;
const WRITES: ReadonlySet<string> = new Set(['create', 'new', 'edit', 'update', 'comment', 'note', 'review', 'close']);
/** Notes for the session itself, and what lies outside the project. */
const PRIVATE = /(?:^|\/)(?:plans?|tmp|temp|scratch|\.\w[^/]*)\/|(?:^|\/)plan[\w-]*\.md$/i;

const publishedByFacts = new WeakMap<SessionFacts, readonly Published[]>();

export function listPublished(facts: SessionFacts): readonly Published[] {
  const known = publishedByFacts.get(facts) ?? collect(facts);
  publishedByFacts.set(facts, known);
  return known;
}

function collect(facts: SessionFacts): Published[] {
  const commits = facts.commits.map(({ seq, line, message }): Published => ({ seq, line, where: 'commit', text: message }));
  const requests = facts.runs.flatMap(({ seq, line, status, commands }) =>
    status === 'refused'
      ? []
      : commands.flatMap(({ words }): Published[] => {
          const [program, noun = '', verb = '', ...rest] = words;
          if ((program !== 'gh' && program !== 'glab') || !WRITES.has(verb)) return [];
          if (noun === 'pr' || noun === 'mr') return [{ seq, line, where: 'pull request', text: rest.join('\n') }];
          return noun === 'issue' ? [{ seq, line, where: 'issue', text: rest.join('\n') }] : [];
        }),
  );
  const tracked = facts.otherCalls
    .filter(({ type, tool, outcome }) => type === 'other' && outcome !== 'refused' && TRACKER_CALL.test(tool))
    .map(({ seq, line, text }): Published => ({ seq, line, where: 'issue', text: text.replaceAll(String.raw`\n`, '\n') }));
  const documents = facts.edits
    .filter(({ role, shownPath }) => role === 'docs' && !shownPath.startsWith('/') && !PRIVATE.test(shownPath))
    .map(({ seq, line, added }): Published => ({ seq, line, where: 'document', text: added.map(({ text }) => text).join('\n') }));
  return [...commits, ...requests, ...tracked, ...documents].filter((one) => isOwn(facts, one)).toSorted((a, b) => a.seq - b.seq);
}
