import type { Source } from '../source.ts';
import { createCopilotReader } from './create-copilot-reader.ts';
import { sniffCopilotCli } from './sniff-copilot-cli.ts';
import { toCopilotAction } from './to-action.ts';
import { toCopilotEdits } from './to-edits.ts';

export const copilotCliSource: Source = {
  agent: 'copilot-cli',
  sniff: sniffCopilotCli,
  createReader: (fileName) => createCopilotReader(fileName, { agent: 'copilot-cli', toAction: toCopilotAction, toEdits: toCopilotEdits }),
};
