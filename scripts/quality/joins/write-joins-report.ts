import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JoinFigures, Share } from '../joins.ts';
import type { Spread, WhyTimes } from './time-why.ts';
import { wilsonInterval } from '../wilson.ts';

const percent = (part: number, of: number): string => (of === 0 ? '–' : `${((100 * part) / of).toFixed(1)} %`);

/** Writes docs/quality-joins.md: figures only, no repository's people and no words of theirs. */
export function writeJoinsReport(root: string, measured: readonly JoinFigures[], times: WhyTimes): string {
  const sections = measured.map((figures, at) => toSection(`Repository ${at + 1}`, figures));
  const text = [
    '# How well lines are joined to sessions',
    '',
    'Written by `npm run quality -- --joins REPOSITORY`. Public repositories whose commits carry Entire checkpoint trailers: the trailers are taken away, every added line is joined blind, and the sessions found are compared with those the trailers name. A commit counts where at least one session its trailer names is readable here; where a clone leaves out the last copy of a transcript, the latest that it has is read.',
    '',
    '**What a trailer proves.** It names the sessions that Entire had open for a commit. It may name one that wrote nothing (a program under test that starts an agent to see it answer), and work of another session that lay in the work tree is committed with it and not named. So every figure stands beside the same one for the lines of which the trailer can speak: commits of which a named session that wrote files is here until the commit; files that Entire itself saw the checkpoint’s sessions change; and lines that git, asked as `rounds why` asks it, holds for the commit’s own and not for moved or indented ones, whose writer is who wrote them first. None of these depends on what the join found; the first depends on what Rounds reads as writing.',
    '',
    '**What no join can find** are lines of which the transcripts that are here hold no act of writing: the named sessions wrote nothing, the copy ends before the commit, or a pull request was merged as one commit and the line came with one of its commits that carries no trailer. That this is so and not a fault of reading is asked of the bytes: how many of the lines not joined stand in no stored transcript in any form.',
    '',
    ...sections.flat(),
    '## How long an answer takes',
    '',
    `\`rounds why\` in a repository of ${times.commits} commits made for it, with ${times.sessions} sessions read before; whole processes with the git processes they start, ${times.asked} lines ${times.times} times each, on a machine with other work. ${times.known} of the ${times.asked} lines have a session.`,
    '',
    '| | least | median | slowest line at its quickest | processor (user and system), median |',
    '| --- | ---: | ---: | ---: | ---: |',
    toTimesRow('an answer', times.answer),
    toTimesRow('the same process printing its help', times.start),
    '',
  ].join('\n');
  writeFileSync(join(root, 'docs', 'quality-joins.md'), text);
  return text;
}

const toShare = ({ lines, joined, agrees }: Share): string => `${joined} of ${lines} (${percent(joined, lines)}), ${percent(agrees, joined)}`;

const toTimesRow = (title: string, { least, median, slowestLeast, processor }: Spread): string =>
  `| ${title} | ${least} ms | ${median} ms | ${slowestLeast} ms | ${processor} ms |`;

function toSection(title: string, figures: JoinFigures): string[] {
  const { joined, agrees, addedLines, naive, differs, notJoined, byConfidence, byWay } = figures;
  const shown = differs['made there'] + differs['only written there'];
  const [low, high] = wilsonInterval(agrees, joined);
  return [
    `## ${title}`,
    '',
    `${figures.commits} commits with a trailer, ${figures.resolvable} of them resolvable; ${figures.sessions} sessions read, ${figures.unreadableSessions} named but not readable here; ${figures.damaged} commits not readable because the copy lacks a file.`,
    '',
    '| | |',
    '| --- | ---: |',
    `| added lines of resolvable commits | ${addedLines} |`,
    `| joined to a session | ${joined} (${percent(joined, addedLines)}) |`,
    `| joined to a session the trailer names | ${agrees} (${percent(agrees, addedLines)}) |`,
    `| naive join: verbatim in an edit of a named session | ${naive} (${percent(naive, addedLines)}) |`,
    `| joined, of the lines whose writing can stand in a transcript that is here | ${percent(joined, figures.reachableLines)} of ${figures.reachableLines} |`,
    `| precision against the trailers | ${percent(agrees, joined)} (95 %: ${percent(low, 1)} to ${percent(high, 1)}) |`,
    `| the same, without lines the transcripts show written only in a session the trailer leaves out (the first two rows below) | ${percent(agrees, joined - shown)} |`,
    `| lines of commits of which a named session that wrote files is here until the commit: joined, and precision of these | ${toShare(figures.followed)} |`,
    `| lines in files that Entire saw the checkpoint's sessions change: joined, and precision of these | ${toShare(figures.listed)} |`,
    `| the same, without lines that the commit only moved or indented (git's blame, as \`rounds why\` asks it, gives them to an older commit) | ${toShare(figures.listedOwn)} |`,
    `| telling lines not joined; of these, those whose text stands in no stored transcript in any form, not even read or printed | ${figures.missed}; ${figures.missedNowhere} (${percent(figures.missedNowhere, figures.missed)}) |`,
    `| telling lines that a named session is seen to have written into that file before the commit: joined to a named one, to another, of all | ${figures.settledAgrees}, ${figures.settledDiffers}, ${figures.settled} |`,
    `| commits whose most lines are joined to a named session | ${figures.commitsAgree} of ${figures.commitsJoined} |`,
    `| added lines joined a second | ${figures.linesPerSecond} |`,
    '',
    'Joined to a session the trailer does not name, by what the transcripts show:',
    '',
    '| | lines |',
    '| --- | ---: |',
    `| the commit itself was made in that session (git printed it there, or its subject and instant agree) | ${differs['made there']} |`,
    `| written in that session before the commit, and into this file by none that the trailer names | ${differs['only written there']} |`,
    `| the same, and the commit takes away an equal line: it moves or re-indents what that session wrote | ${differs.moved} |`,
    `| written into this file in both: which one is not settled | ${differs['written in both']} |`,
    `| found by words or by a command, not verbatim: counts as wrong | ${differs['not verbatim']} |`,
    '',
    'Not joined, by cause:',
    '',
    '| | lines |',
    '| --- | ---: |',
    ...Object.entries(notJoined)
      .toSorted(([, a], [, b]) => b - a)
      .map(([cause, count]) => `| ${cause} | ${count} (${percent(count, addedLines)}) |`),
    '',
    'By what wrote the line, and by the confidence that is shown:',
    '',
    '| way | lines |',
    '| --- | ---: |',
    ...Object.entries(byWay)
      .toSorted(([, a], [, b]) => b - a)
      .map(([way, count]) => `| ${way} | ${count} |`),
    '',
    '| confidence from | agrees | differs | |',
    '| --- | ---: | ---: | ---: |',
    ...byConfidence.map((band) => `| ${band.from} | ${band.agrees} | ${band.differs} | ${percent(band.agrees, band.agrees + band.differs)} |`),
    '',
  ];
}
