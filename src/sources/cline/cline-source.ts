import type { Source } from '../source.ts';
import { createConversationReader } from './create-conversation-reader.ts';
import { createScreenReader } from './create-screen-reader.ts';
import { sniffConversation, sniffScreen } from './sniff-cline.ts';
import { unpackTask } from './unpack-task.ts';

const form = { form: 'document', unpack: unpackTask } as const;

/** api_conversation_history.json of Cline, Roo and Kilo. */
export const clineSource: Source = { agent: 'cline', form, sniff: sniffConversation, createReader: createConversationReader };

/** ui_messages.json: the same task as the screen showed it, for where it is all there is. */
export const clineScreenSource: Source = { agent: 'cline', format: 'screen', form, sniff: sniffScreen, createReader: createScreenReader };
