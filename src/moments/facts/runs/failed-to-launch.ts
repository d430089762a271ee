/** Whether a checking command never started: then nothing was tested, built or linted, and its failure says nothing about the code. */
const NOT_STARTED =
  /command not found$|: not found$|unrecognized subcommand|unknown (?:command|subcommand|option|flag)|[Mm]issing script|Script not found|Couldn't find a script|Command "[^"]*" not found|ERR_PNPM_NO_SCRIPT|is not recognized as an internal|No rule to make target|could not determine executable to run|No such file or directory$|executable file not found|no such (?:sub)?command|Permission denied$/;
const LONGEST_LINE = 400;
/** A runner that has started prints more than this before it stumbles. */
const MOST_LINES = 15;

export function failedToLaunch(lines: readonly string[], exitCode: number | null): boolean {
  if (exitCode === 126 || exitCode === 127) return true;
  const written = lines.filter((line) => line.trim() !== '');
  return written.length <= MOST_LINES && written.some((line) => line.length <= LONGEST_LINE && NOT_STARTED.test(line.trim()));
}
