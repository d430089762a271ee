import type { Command } from './command.ts';

interface CommandEntry {
  readonly name: string;
  readonly summary: string;
  readonly load: () => Promise<{ readonly command: Command }>;
}

/** In the order of --help. None stands here before it works. */
export const COMMANDS: readonly CommandEntry[] = [
  { name: 'scan', summary: 'find moments in transcripts, without keeping anything', load: () => import('./commands/scan.ts') },
  { name: 'import', summary: "read what is new in your agents' sessions", load: () => import('./commands/import.ts') },
  { name: 'export', summary: 'write everything of yours into one file, for your other machine', load: () => import('./commands/export.ts') },
  { name: 'sessions', summary: 'list the sessions', load: () => import('./commands/sessions.ts') },
  { name: 'search', summary: 'find words in prompts, replies, commands, files and outputs', load: () => import('./commands/search.ts') },
  { name: 'moments', summary: 'list the moments', load: () => import('./commands/moments.ts') },
  { name: 'show', summary: 'show a moment or a session', load: () => import('./commands/show.ts') },
  { name: 'start', summary: 'do a round in the terminal: judge blind, see what happened next, keep one rule', load: () => import('./commands/start.ts') },
  { name: 'recall', summary: 'the rules you kept come back, through other cases: at most five a day', load: () => import('./commands/recall.ts') },
  {
    name: 'growth',
    summary: 'what speaks for and against your beliefs, how your chances came out, and what you practised',
    load: () => import('./commands/growth.ts'),
  },
  { name: 'portfolio', summary: 'what you tick of your growth, as one file to take along', load: () => import('./commands/portfolio.ts') },
  { name: 'activities', summary: 'the 13 activities and their levels; write and read them as IMS CASE', load: () => import('./commands/activities.ts') },
  { name: 'ladder', summary: "your organisation's ladder beside what you have; it puts nobody on a rung", load: () => import('./commands/ladder.ts') },
  { name: 'credential', summary: 'check a credential from its file, without a network', load: () => import('./commands/credential.ts') },
  {
    name: 'evidence',
    summary: 'link migrations, releases and incidents to what you practise: sessions cannot see them',
    load: () => import('./commands/evidence.ts'),
  },
  { name: 'dismiss', summary: 'put a moment away with a reason, or take that back', load: () => import('./commands/dismiss.ts') },
  { name: 'share', summary: 'share a moment with your pair, after seeing every byte that would leave', load: () => import('./commands/share.ts') },
  { name: 'log', summary: 'list everything that ever left this machine', load: () => import('./commands/log.ts') },
  { name: 'forget', summary: 'make the team forget a case you shared', load: () => import('./commands/forget.ts') },
  { name: 'why', summary: 'say why a line is as it is: the prompt, the reasoning and the run behind it', load: () => import('./commands/why.ts') },
  { name: 'blame', summary: "show for every line of a file whether an agent's session wrote it", load: () => import('./commands/blame.ts') },
  { name: 'check', summary: 'before you commit: claims of the running session that no run has proven', load: () => import('./commands/check.ts') },
  { name: 'lessons', summary: "find the team's lessons, tie them to code, write them for your agents", load: () => import('./commands/lessons.ts') },
  { name: 'handoff', summary: 'make of a stuck session a question that a colleague can answer', load: () => import('./commands/handoff.ts') },
  { name: 'prove', summary: 'run the probes that people ask for on your cases, after you have seen their code', load: () => import('./commands/prove.ts') },
  { name: 'tutor', summary: 'an optional second reader: a language model, off until you turn it on', load: () => import('./commands/tutor.ts') },
  { name: 'compare', summary: 'judge two or more outputs for one task blind, then see which pass', load: () => import('./commands/compare.ts') },
  { name: 'deconstruct', summary: 'take the hunks of a change out one by one and see which tests mind', load: () => import('./commands/deconstruct.ts') },
  {
    name: 'drill',
    summary: "find bugs that your own repository's tests prove, with and without an agent beside you",
    load: () => import('./commands/drill.ts'),
  },
  {
    name: 'experiment',
    summary: 'a branch and a folder of their own, to try anything: kept, or thrown away whole',
    load: () => import('./commands/experiment.ts'),
  },
  {
    name: 'calendar',
    summary: 'take meetings of you and your partner out of a calendar, as protected time',
    load: () => import('./commands/calendar.ts'),
  },
  { name: 'serve', summary: 'serve a team: cases that people share, rounds for two, lessons', load: () => import('./commands/serve.ts') },
  {
    name: 'simulate-year',
    summary: 'make up a cohort and live its year through, to look at or to test with',
    load: () => import('./commands/simulate-year.ts'),
  },
  { name: 'login', summary: "sign this machine in to your team's server", load: () => import('./commands/login.ts') },
  { name: 'logout', summary: 'sign this machine out again', load: () => import('./commands/logout.ts') },
  { name: 'sign-off', summary: 'check a record of sign-offs: whether it is whole, and where it is not', load: () => import('./commands/sign-off.ts') },
  { name: 'backup', summary: 'write all that your team shares into one file', load: () => import('./commands/backup.ts') },
  { name: 'restore', summary: 'fill an empty database with a backup', load: () => import('./commands/restore.ts') },
  { name: 'rotate-keys', summary: 'change the master key of a team server', load: () => import('./commands/rotate-keys.ts') },
  { name: 'doctor', summary: 'say what is read, where it is kept, and what is wrong', load: () => import('./commands/doctor.ts') },
  { name: 'demo', summary: 'load or remove the bundled demo sessions', load: () => import('./commands/demo.ts') },
];
