export interface PaletteCommand {
  readonly id: string;
  readonly label: string;
  readonly run: () => void;
}

/** Commands that hold every word, those that begin with the first one on top; all of them for no word. */
export function findCommands(commands: readonly PaletteCommand[], query: string): readonly PaletteCommand[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const [first = ''] = words;
  const begins = ({ label }: PaletteCommand): boolean => label.toLowerCase().startsWith(first);
  const fit = commands.filter(({ label }) => words.every((word) => label.toLowerCase().includes(word)));
  return [...fit.filter(begins), ...fit.filter((command) => !begins(command))];
}
