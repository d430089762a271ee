/**
 * Parts a message into the person's own words and what they pasted: logs, stack traces, code, diffs, plans, reviews by bots,
 * and what agents wrap around messages. A line that could be either is taken as pasted only inside a pasted block.
 */
import { countWords } from './count-words.ts';

export interface OwnWords {
  readonly own: string;
  readonly pasted: 'none' | 'part' | 'all';
}

const LONGEST_READ = 60_000;
/** What agents put into a message: marks of attached images, and what they tell the model about the answers to its questions. */
const WRITTEN_BY_AGENTS =
  /\[Image(?: #\d{1,4}|: source: [^\]\n]{1,400})\]|"?\. (?:Read the answers carefully|You can now continue with the user's answers)[^\n]{0,200}|\[Pasted text #\d{1,4}[^\]\n]{0,60}\]/g;
const WRAPPER_TAGS =
  /^<\/?(?:system-reminder|ide_[\w-]+|command-[\w-]+|local-command-[\w-]+|task-notification|user-prompt-submit-hook|environment_context|user_instructions|bash-(?:input|stdout|stderr)|teammate-message|tool_use_error|session-[\w-]+|skill|skills_[\w-]+|turn_aborted|image|INSTRUCTIONS|attached_files?|file|files|document|context|selection|subagent_notification|heartbeat|system)\b/i;

export function readOwnWords(text: string): OwnWords {
  const lines = text.slice(0, LONGEST_READ).replaceAll(WRITTEN_BY_AGENTS, '').split('\n');
  const own: string[] = [];
  let cut = false;
  let fence = '';
  let tag = '';
  let document = false;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const trimmed = line.trim();
    if (fence !== '') {
      if (trimmed.startsWith(fence)) fence = '';
      continue;
    }
    if (tag !== '') {
      if (line.includes(`</${tag}>`)) tag = '';
      continue;
    }
    if (document) continue;
    if (trimmed === '') {
      own.push('');
      continue;
    }
    if (trimmed.startsWith('```') || trimmed.startsWith('~~~')) {
      fence = trimmed.slice(0, 3);
      cut = true;
      continue;
    }
    if (WRAPPER_TAGS.test(trimmed)) {
      const name = /^<([\w-]+)/.exec(trimmed)?.[1] ?? '';
      if (name !== '' && !line.includes(`</${name}>`) && !trimmed.endsWith('/>')) tag = closesLater(lines, at, name) ? name : '';
      cut = true;
      continue;
    }
    if (opensDocument(lines, at)) {
      document = cut = true;
      continue;
    }
    const kept = keepOwnPart(line, lines[at + 1]);
    cut ||= kept !== line;
    if (kept.trim() !== '') own.push(kept);
  }
  const words = own
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  if (!cut) return { own: words, pasted: 'none' };
  return { own: words, pasted: countWords(words) < 2 ? 'all' : 'part' };
}

/** A tag that never closes is not a wrapper; nothing after it may be lost. */
function closesLater(lines: readonly string[], from: number, name: string): boolean {
  const end = Math.min(lines.length, from + 2000);
  for (let at = from + 1; at < end; at++) if (lines[at]?.includes(`</${name}>`) === true) return true;
  return false;
}

const PLAN_LEAD =
  /(?:implement|execute|follow|here(?:'s| is)|review|based on|apply) (?:the |this |my |your )?(?:following |new |attached )?(?:plan|spec|specification|design|prd|proposal|issue|ticket|review|feedback|comments?)\b[^.?!\n]{0,60}:?\s*$/i;
const BOT_REVIEW =
  /coderabbit|greptile|sourcery-ai|copilot (?:reviewed|pull request)|codex review|bugbot|<!-- |!\[P\d Badge\]|^\*\*(?:Actionable comments|Severity|Issue|Suggestion|P\d)|^_?(?:⚠️|🛠️|🧹|💡|🔴|🟠|🟡)|^Useful\? React with/i;
/** Opens a finding as reviews write it: marked by how grave it is, or numbered under a name. */
const FINDING =
  /^(?:let's )?(?:address|look at|check|consider|fix)(?: (?:this|these|that))?:\s+(?:[-*]|\d{1,3}\.)\s|^(?:(?:let's )?(?:address|fix|consider):?\s+)?(?:[-*]|\d{1,3}\.)?\s*(?:⚠️|🛠️|🧹|💡|🔴|🟠|🟡|❌|(?:\*\*)?(?:bug|issue|warning|nit|nitpick|suggestion|potential issue|problem)(?:\*\*)?: \S)|\((?:high|medium|low|critical|minor|major)(?: priority| severity)?\)\s*$/i;
/** Points at what follows, asking what to make of it. */
const FEEDBACK_LEAD =
  /^(?:an? |the |some )?(?:observations?|findings?|comments?|feedback|notes?) (?:from|by|of) .{0,40}\b(?:review|reviewer|bot)s?:\s*$|^.{0,60}\b(?:address|consider|evaluate?|look at|check|review|think of|think about|thoughts on|how about|what about|and|take)\b.{0,30}\b(?:this|these|that|the following|feedback|review|comments?|observations?|findings?|suggestions?|cleanup|one|\d)\b[^.!]{0,30}[:?]\s*$|^(?:let's )?(?:address|consider|how about|what about|look at)(?: (?:this|these))?\s?[:?]?\s*$/i;
const LEAST_FEEDBACK = 80;
const SPEAKS = /\b(?:I|we|my|our|let's|let’s|please)\b/i;
const JUDGED_OPENING = 200;
/** Opens what an agent's program puts in a person's place: summaries, skills, output of hooks, instruction files. */
const WRITTEN_FOR_MODEL =
  /^(?:This session is being continued from a previous conversation|Please continue the conversation from where we left|Caveat: The messages below were generated|Base directory for this skill:|# AGENTS\.md instructions for|(?:Stop|SubagentStop|PreToolUse|PostToolUse|UserPromptSubmit)(?::\S+)? hook (?:feedback|error|blocking|additional context|success))/i;
const HEADING = /^#{1,6} \S/;

/** From here to the end the message is a document: a plan, a specification, a review. */
function opensDocument(lines: readonly string[], at: number): boolean {
  const line = (lines[at] ?? '').trim();
  if (BOT_REVIEW.test(line) || WRITTEN_FOR_MODEL.test(line)) return true;
  if (HEADING.test(line)) {
    if (at > 0 && PLAN_LEAD.test(lastWritten(lines, at))) return true;
    return countHeadings(lines, at) >= 2 && lines.length - at >= 12;
  }
  if (at > 0 && lines.length - at >= 6 && PLAN_LEAD.test(lastWritten(lines, at))) return true;
  return FINDING.test(line) || isAfterLead(lines, at);
}

/** The message is a pointing line or two, and what they point at: words of nobody in particular. */
function isAfterLead(lines: readonly string[], at: number): boolean {
  const before = lines.slice(0, at).filter((line) => line.trim() !== '');
  if (before.length < 1 || before.length > 2 || !FEEDBACK_LEAD.test(before.at(-1)?.trim() ?? '')) return false;
  const rest = lines
    .slice(at, at + 40)
    .join(' ')
    .trim();
  return rest.length >= LEAST_FEEDBACK && !SPEAKS.test(rest.slice(0, JUDGED_OPENING));
}

function lastWritten(lines: readonly string[], before: number): string {
  for (let at = before - 1; at >= 0 && at >= before - 4; at--) {
    const line = (lines[at] ?? '').trim();
    if (line !== '') return line;
  }
  return '';
}

function countHeadings(lines: readonly string[], from: number): number {
  let count = 0;
  for (let at = from; at < Math.min(lines.length, from + 200) && count < 2; at++) if (HEADING.test((lines[at] ?? '').trim())) count++;
  return count;
}

/** Where in a line a log record starts: `[11:35:44.030] …`, `2026-01-02T03:04:05 …`. */
const LOG_START = /\[?\b\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}:\d{2}|\[\d{1,2}:\d{2}:\d{2}(?:\.\d+)?\]|\b\d{2}:\d{2}:\d{2}[.,]\d{3}\b/;
const LOG_LINE =
  /^\s*(?:at .{1,300}[:(]\d+|at (?:async )?[\w.<>$]+ \(|\[?(?:INFO|WARN(?:ING)?|ERROR|DEBUG|TRACE|FATAL|LOG)\]?[ :]|(?:Uncaught )?(?:\w+\.)*[A-Z]\w*(?:Error|Exception|Warning): |Traceback \(|File "|npm (?:ERR!|error|warn)|error TS\d+|\S+\(\d+,\d+\): error|\S+:\d+:\d+[: ]|[$❯➜%] \S|\+\+\+ |--- |@@ |[+-]\s{2,}\S|diff --git|GET \/|POST \/|PUT \/|\[[A-Z][\w :-]{1,40}\] |\d+ \| |[│├└┌╭╰⎿●✓✗✖✘×▶]|={4,}|-{4,}|#\d+ \d|Warning: |\(node:\d+\)|panic: |goroutine \d+|Caused by:|caused by:|exit code \d+)/;
const CODE_LINE =
  /^\s*(?:import .+ from |from \w[\w.]* import |export (?:default |const |function |class )|(?:const|let|var) [\w{[][^=]*=|function \w+\(|(?:async )?def \w+\(|class \w+[({:]|return .*;$|\}\)?;?,?$|\{$|<\/?[A-Za-z][\w.]*(?:\s[^>]*)?\/?>$|"[\w-]+": |[\w.]+\(.*\);$|.*[{;]$)/;
const QUOTE_LINE = /^\s*> ?\S/;
const LONG_UNBROKEN = /\S{160}/;

/** Longer lines are judged by how they begin: the expressions may take time that grows faster than the line. */
const JUDGED_LENGTH = 600;

function keepOwnPart(whole: string, next: string | undefined): string {
  const line = whole.slice(0, JUDGED_LENGTH);
  if (LOG_LINE.test(line) || QUOTE_LINE.test(line) || (line.length >= 160 && LONG_UNBROKEN.test(line))) return '';
  if (
    CODE_LINE.test(line) &&
    (next === undefined || next.trim() === '' || CODE_LINE.test(next.slice(0, JUDGED_LENGTH)) || /^\s/.test(line) || /^\s/.test(next))
  )
    return '';
  const log = LOG_START.exec(line);
  return log === null ? whole : whole.slice(0, log.index);
}
