/** Takes what belongs to the recording machine out of a rollout. The same rollout always gives the same result. */

export interface MachinePaths {
  readonly home: string;
  readonly tmp: string;
}

/** Paths that mean the same on anybody's machine. */
const HOME = '/home/you';
const TMP = '/tmp';

/** The agent's own instructions to its model are its vendor's text, so they are not kept, should a version write any. */
const INSTRUCTIONS_NOTE = 'The agent’s own instructions are left out of this recording.';
const CATALOG_INSTRUCTIONS = 'Answers come from a scripted model that recorded this demo.';

function withoutVendorText(key: string, value: unknown): unknown {
  if (key === 'encrypted_content' && value !== null) return null;
  if (key === 'base_instructions' && value !== null) {
    const text = (value as { text?: string }).text;
    return { text: text === CATALOG_INSTRUCTIONS ? text : INSTRUCTIONS_NOTE };
  }
  return value;
}

function isDeveloperMessage(line: string): boolean {
  const { type, payload } = JSON.parse(line) as { type: string; payload: { role?: string } };
  return type === 'response_item' && payload.role === 'developer';
}

/** @param rollout JSON lines, as the agent wrote them */
export function scrubRollout(rollout: string, paths: MachinePaths): string {
  const lines = rollout.trimEnd().split('\n');
  const kept = lines.filter((line) => !isDeveloperMessage(line)).map((line) => JSON.stringify(JSON.parse(line, withoutVendorText)));
  // tmp first, since one may begin with the other.
  return `${kept.join('\n')}\n`.replaceAll(paths.tmp, TMP).replaceAll(paths.home, HOME);
}
