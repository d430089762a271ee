import { z } from 'zod';
import type { TutorApi } from '../../model/tutor-apis.ts';

const textPart = z.looseObject({ text: z.string().optional() });
const replySchemas = {
  openai: z.object({ choices: z.array(z.object({ message: z.object({ content: z.union([z.string(), z.array(textPart)]) }) })).min(1) }),
  anthropic: z.object({ content: z.array(textPart) }),
};

/** The model's own words in a server's reply; null where it is not what this API says. */
export function readReply(api: TutorApi, text: string): string | null {
  const reply = parseJson(text);
  if (api === 'anthropic') {
    const parsed = replySchemas.anthropic.safeParse(reply);
    return parsed.success ? joinParts(parsed.data.content) : null;
  }
  const content = replySchemas.openai.safeParse(reply).data?.choices[0]?.message.content;
  if (content === undefined) return null;
  return typeof content === 'string' ? content : joinParts(content);
}

const joinParts = (parts: readonly { readonly text?: string }[]): string => parts.map(({ text }) => text ?? '').join('');

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
