/** What of a session can be searched. Plain data, no schema: the web app names them without carrying a validator. */
export const SEARCH_KINDS = ['prompt', 'reply', 'reasoning', 'command', 'file', 'output'] as const;

export type SearchKind = (typeof SEARCH_KINDS)[number];

/** How a kind is named beside one event. */
export const SEARCH_KIND_LABELS: Readonly<Record<SearchKind, string>> = Object.freeze({
  prompt: 'Prompt',
  reply: 'Reply',
  reasoning: 'Thinking',
  command: 'Command',
  file: 'File',
  output: 'Output',
});
