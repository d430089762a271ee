/** Writes one Claude Code session of any size, in the proportions of real ones: mostly tool results and whole files before an edit. */
import { closeSync, openSync, writeSync } from 'node:fs';

const WORDS = 'queue retry upload chunk offset worker drain store checksum quota header client error total price basket order report'.split(' ');

/** A small linear congruential generator (Numerical Recipes' constants): the same file every time. */
function createRandom(): (below: number) => number {
  let state = 7;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state % below;
  };
}

/** @param bytes least size; the last turn is written whole */
export function writeBigSession(path: string, bytes: number): void {
  const random = createRandom();
  const text = (words: number): string => Array.from({ length: words }, () => WORDS[random(WORDS.length)] ?? '').join(' ');
  const code = (lines: number): string =>
    Array.from({ length: lines }, (_, line) => `  const ${WORDS[random(WORDS.length)] ?? ''}${line} = ${text(4).replaceAll(' ', '.')};`).join('\n');
  const file = openSync(path, 'w');
  let written = 0;
  let step = 0;
  const add = (record: object): void => {
    const uuid = `00000000-0000-4000-8000-${String(step).padStart(12, '0')}`;
    const at = new Date(Date.UTC(2026, 2, 2) + step * 1000).toISOString();
    const envelope = {
      parentUuid: null,
      isSidechain: false,
      userType: 'external',
      cwd: '/home/you/shop',
      sessionId: 'big',
      version: '2.1.45',
      gitBranch: 'main',
      uuid,
      timestamp: at,
    };
    written += writeSync(file, `${JSON.stringify({ ...envelope, ...record })}\n`);
    step += 1;
  };
  const call = (id: string, name: string, input: object): void =>
    add({
      type: 'assistant',
      message: { id: `msg_${id}`, role: 'assistant', model: 'claude', content: [{ type: 'tool_use', id, name, input }], usage: { output_tokens: 10 } },
    });
  const result = (id: string, content: string, toolUseResult: unknown): void =>
    add({ type: 'user', message: { role: 'user', content: [{ type: 'tool_result', tool_use_id: id, content }] }, toolUseResult });

  // oxlint-disable-next-line no-unmodified-loop-condition -- `add` counts what it wrote
  for (let turn = 0; written < bytes; turn += 1) {
    add({ type: 'user', message: { role: 'user', content: `Please look at ${text(20)}` } });
    for (let action = 0; action < 12; action += 1) {
      const id = `toolu_${turn}_${action}`;
      const output = code(40 + random(300));
      if (action % 4 === 3) {
        const filePath = `/home/you/shop/src/${WORDS[random(WORDS.length)] ?? ''}.ts`;
        const [oldString, newString] = [code(1), code(2)];
        call(id, 'Edit', { file_path: filePath, old_string: oldString, new_string: newString });
        const lines = [`-${oldString}`, ...newString.split('\n').map((line) => `+${line}`)];
        result(id, 'The file has been updated.', {
          filePath,
          oldString,
          newString,
          originalFile: `${oldString}\n${output}`,
          structuredPatch: [{ oldStart: 1, oldLines: 1, newStart: 1, newLines: 2, lines }],
          userModified: false,
        });
      } else if (action % 4 === 2) {
        call(id, 'Bash', { command: 'npm test' });
        result(id, output, { stdout: output, stderr: '', interrupted: false });
      } else {
        call(id, 'Read', { file_path: `/home/you/shop/src/${WORDS[random(WORDS.length)] ?? ''}.ts` });
        result(id, output, { type: 'text', file: { content: output } });
      }
    }
    add({
      type: 'assistant',
      message: {
        id: `msg_${turn}_end`,
        role: 'assistant',
        model: 'claude',
        content: [{ type: 'text', text: `Done: ${text(30)}.` }],
        usage: { output_tokens: 40 },
      },
    });
  }
  closeSync(file);
}
