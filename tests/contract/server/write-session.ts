/** Writes a small Claude Code transcript from a script: the records that agent makes, with words of our own. */
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

export type Step =
  | { readonly prompt: string }
  | { readonly say: string }
  | { readonly run: string; readonly prints: string; readonly fails?: boolean }
  | { readonly edit: string; readonly from: string; readonly to: string; readonly file?: readonly string[] }
  /** The title an agent gives a session afterwards. */
  | { readonly summary: string };

interface Script {
  readonly id: string;
  readonly cwd: string;
  readonly startedAt: string;
  readonly steps: readonly Step[];
}

/** Returns the lines written, without their line ends. */
export function writeSession(path: string, script: Script): string[] {
  const lines = script.steps.flatMap((step, index) => toRecords(step, index, script)).map((record) => JSON.stringify(record));
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, lines.map((line) => `${line}\n`).join(''));
  return lines;
}

function toRecords(step: Step, index: number, script: Script): object[] {
  const at = new Date(Date.parse(script.startedAt) + index * 45_000).toISOString();
  const envelope = (part: string) => ({
    parentUuid: index === 0 ? null : toUuid(script.id, index - 1, 'b'),
    uuid: toUuid(script.id, index, part),
    sessionId: toUuid(script.id, 0, 'session'),
    timestamp: at,
    cwd: script.cwd,
    gitBranch: 'main',
    version: '2.1.20',
    userType: 'external',
    isSidechain: false,
  });
  const assistant = (part: string, block: object) => ({
    ...envelope(part),
    type: 'assistant',
    requestId: `req_${index}`,
    message: {
      id: `msg_${script.id}_${index}`,
      model: 'claude-test',
      role: 'assistant',
      type: 'message',
      content: [block],
      stop_reason: null,
      usage: { input_tokens: 1, output_tokens: 1 },
    },
  });
  const callId = `toolu_${script.id}_${index}`;
  const call = (name: string, input: object) => ({ ...assistant('a', { type: 'tool_use', id: callId, name, input }) });
  const result = (content: string, toolUseResult: unknown, failed = false) => ({
    ...envelope('b'),
    parentUuid: toUuid(script.id, index, 'a'),
    type: 'user',
    message: { role: 'user', content: [{ type: 'tool_result', tool_use_id: callId, content, ...(failed ? { is_error: true } : {}) }] },
    toolUseResult,
  });

  if ('prompt' in step) return [{ ...envelope('b'), type: 'user', message: { role: 'user', content: step.prompt } }];
  if ('say' in step) return [assistant('b', { type: 'text', text: step.say })];
  if ('summary' in step) return [{ type: 'summary', summary: step.summary, leafUuid: toUuid(script.id, index - 1, 'b') }];
  if ('run' in step) {
    const { run, prints, fails = false } = step;
    return [
      call('Bash', { command: run, description: 'Run it' }),
      fails
        ? result(`Exit code 1\n${prints}`, `Error: Exit code 1\n${prints}`, true)
        : result(prints, { stdout: prints, stderr: '', interrupted: false, isImage: false }),
    ];
  }
  const { edit, from, to, file = [] } = step;
  const [removed, added] = [from.split('\n'), to.split('\n')];
  const lines = [...removed.map((row) => `-${row}`), ...added.map((row) => `+${row}`), ...file.map((row) => ` ${row}`)];
  const structuredPatch = [{ oldStart: 1, oldLines: removed.length + file.length, newStart: 1, newLines: added.length + file.length, lines }];
  return [
    call('Edit', { file_path: `${script.cwd}/${edit}`, old_string: from, new_string: to, replace_all: false }),
    result(`The file ${script.cwd}/${edit} has been updated successfully.`, {
      filePath: `${script.cwd}/${edit}`,
      oldString: from,
      newString: to,
      originalFile: [from, ...file].join('\n'),
      structuredPatch,
      userModified: false,
      replaceAll: false,
    }),
  ];
}

function toUuid(...parts: readonly (string | number)[]): string {
  const hex = createHash('sha256').update(parts.join('/')).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
