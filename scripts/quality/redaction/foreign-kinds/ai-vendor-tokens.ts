/** Keys of model vendors, in the lengths and alphabets they are handed out in. */
import { BASE62, BASE64URL, HEX } from '../random.ts';
import type { SecretKind } from '../secret-kind.ts';
import { createTokenKind } from './create-token-kind.ts';

export const AI_VENDOR_TOKENS: readonly SecretKind[] = [
  createTokenKind('anthropic key', 'ANTHROPIC_API_KEY', 'sk-ant-api03-', (random) => `${random.draw(BASE64URL, 93)}AA`),
  createTokenKind('anthropic sign-in token', 'CLAUDE_CODE_OAUTH_TOKEN', 'sk-ant-oat01-', (random) => `${random.draw(BASE64URL, 93)}AA`),
  createTokenKind('openai project key', 'OPENAI_API_KEY', 'sk-proj-', (random) => `${random.draw(BASE64URL, 74)}T3BlbkFJ${random.draw(BASE64URL, 74)}`),
  createTokenKind('openai key of the old form', 'OPENAI_API_KEY', 'sk-', (random) => `${random.draw(BASE62, 20)}T3BlbkFJ${random.draw(BASE62, 20)}`),
  createTokenKind('openrouter key', 'OPENROUTER_API_KEY', 'sk-or-v1-', (random) => random.draw(HEX, 64)),
  createTokenKind('hugging face token', 'HF_TOKEN', 'hf_', (random) => random.draw(BASE62, 34)),
  createTokenKind('groq key', 'GROQ_API_KEY', 'gsk_', (random) => random.draw(BASE62, 52)),
  createTokenKind('replicate token', 'REPLICATE_API_TOKEN', 'r8_', (random) => random.draw(BASE62, 37)),
  createTokenKind('xai key', 'XAI_API_KEY', 'xai-', (random) => random.draw(BASE62, 80)),
  createTokenKind('google api key', 'GEMINI_API_KEY', 'AIza', (random) => random.draw(BASE64URL, 35)),
];
