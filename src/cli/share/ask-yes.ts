import { createInterface } from 'node:readline/promises';

/** Whether the person typed yes, in full: what is sent cannot be called back. Leaving (Ctrl-C, Ctrl-D) is no. */
export async function askYes(question: string): Promise<boolean> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return /^\s*yes\s*$/i.test(await lines.question(`${question} (yes/no) `));
  } catch {
    return false; // the input was closed
  } finally {
    lines.close();
  }
}
