import { describe, expect, it } from 'vitest';
import { describeRefusal } from './describe-refusal.ts';
import { readLinkToken } from './read-link-token.ts';
import { toUserCode } from './to-user-code.ts';

const token = 'aB3-_'.repeat(9).slice(0, 43);

describe('a link given to somebody', () => {
  it('carries its token behind the #', () => {
    expect(readLinkToken(`#${token}`)).toBe(token);
  });

  it('is refused where a mail program broke it', () => {
    expect(readLinkToken(`#${token.slice(1)}`)).toBeNull();
    expect(readLinkToken('')).toBeNull();
  });
});

it('says nothing of its own making that somebody put into an address', () => {
  expect(describeRefusal('Call+0900-123')).toBe('Signing in did not work. Try once more, or sign in with a password.');
  expect(describeRefusal('invitation_needed')).toContain('invitation');
  expect(describeRefusal(null)).toBeNull();
});

it('takes a code as people type it', () => {
  expect(toUserCode(' abcd-ef12 ')).toBe('ABCDEF12');
  expect(toUserCode('<b>')).toBe('B');
});
