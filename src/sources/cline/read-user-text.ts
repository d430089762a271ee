/** Who really wrote a text that stands in the person's place, and what the program says of the place and time beside it. */
import type { PromptOrigin } from '../../model/event.ts';

export interface UserText {
  readonly origin: PromptOrigin;
  readonly text: string;
}

const PERSONS = /^\s*<(task|user_message|feedback|answer)>/;
const SYSTEM =
  /^\s*(?:\[(?:TASK RESUMPTION|ERROR|NOTE|Continue)\b|<(?:explicit_instructions|environment_details|file_content|workspace_diagnostics|hook_context|system-reminder)\b|New (?:instructions|message)|You seem to be having trouble|The user has (?:accepted|provided)|The user provided the following feedback|Files attached by the user:|# (?:task_progress\b|TODO LIST UPDATE REQUIRED\b)|\((?:This is an automated message|The user did not provide a new message))/;

export function readUserText(text: string): UserText[] {
  if (text.trim() === '') return [];
  const tag = PERSONS.exec(text)?.[1];
  if (tag !== undefined) {
    const own = takeTagged(text, tag);
    return own ? [{ origin: 'human', text: own }] : [];
  }
  if (!SYSTEM.test(text)) return [{ origin: 'human', text }];
  const message = takeTagged(text, 'user_message') ?? takeTagged(text, 'feedback');
  const program: UserText = { origin: 'system', text };
  return message ? [program, { origin: 'human', text: message }] : [program];
}

/** What stands between a tag and its end, or the text's; undefined without the tag. */
export function takeTagged(text: string, tag: string): string | undefined {
  const open = text.indexOf(`<${tag}>`);
  if (open === -1) return undefined;
  const from = open + tag.length + 2;
  const close = text.indexOf(`</${tag}>`, from);
  return text.slice(from, close === -1 ? text.length : close).trim();
}

export interface Environment {
  readonly text: string;
  readonly cwd: string | undefined;
  /** Ms since the epoch. */
  readonly at: number | undefined;
}

const ENVIRONMENT = /<environment_details>([\s\S]*?)(?:<\/environment_details>|$)/g;
const CWD = /^# Current (?:Working|Workspace) Directory \(([^\n]*?)\)(?: Files)?$/m;
const ISO_TIME = /ISO 8601 UTC format: (\S+Z)/;
const LOCAL_TIME = /^# Current Time\n(\d{1,2})\/(\d{1,2})\/(\d{4}), (\d{1,2}):(\d\d):(\d\d)\s(AM|PM) \([^\n]*?UTC([+-])(\d{1,2})(?::(\d\d))?\)/m;

/** Takes the program's description of the surroundings out of a text. */
export function takeEnvironment(text: string): Environment {
  let cwd: string | undefined;
  let at: number | undefined;
  const rest = text.replace(ENVIRONMENT, (_, details: string) => {
    cwd ??= CWD.exec(details)?.[1];
    at ??= toTime(details);
    return '';
  });
  return { text: rest === text ? text : rest.trimEnd(), cwd, at };
}

function toTime(details: string): number | undefined {
  const iso = ISO_TIME.exec(details)?.[1];
  const time = iso === undefined ? toLocalTime(details) : Date.parse(iso);
  return time === undefined || Number.isNaN(time) ? undefined : time;
}

/** "6/2/2025, 11:47:49 AM (Europe/Amsterdam, UTC+2:00)" */
function toLocalTime(details: string): number | undefined {
  const found = LOCAL_TIME.exec(details);
  if (!found) return undefined;
  const [month = 0, day = 0, year = 0, hour = 0, minute = 0, second = 0] = found.slice(1, 7).map(Number);
  const hour24 = (hour % 12) + (found[7] === 'PM' ? 12 : 0);
  const offset = (Number(found[9]) * 60 + Number(found[10] ?? 0)) * (found[8] === '-' ? -1 : 1);
  return Date.UTC(year, month - 1, day, hour24, minute - offset, second);
}
