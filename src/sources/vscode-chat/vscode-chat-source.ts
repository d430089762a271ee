import { createCopilotReader } from '../copilot-cli/create-copilot-reader.ts';
import type { Source } from '../source.ts';
import { createChatReader } from './create-chat-reader.ts';
import { sniffVsCodeChat, sniffVsCodeTranscript } from './sniff-vscode-chat.ts';
import { toVsCodeAction } from './to-action.ts';
import { toVsCodeEdits } from './to-edits.ts';
import { unpackChat } from './unpack-chat.ts';

export const vscodeChatSource: Source = {
  agent: 'vscode-chat',
  form: { form: 'document', unpack: unpackChat },
  sniff: sniffVsCodeChat,
  createReader: createChatReader,
};

/** What the Copilot extension writes beside the chat: the records of Copilot CLI, with the tools of VS Code. */
export const vscodeTranscriptSource: Source = {
  agent: 'vscode-chat',
  format: 'transcript',
  sniff: sniffVsCodeTranscript,
  createReader: (fileName) => createCopilotReader(fileName, { agent: 'vscode-chat', toAction: toVsCodeAction, toEdits: toVsCodeEdits }),
};
