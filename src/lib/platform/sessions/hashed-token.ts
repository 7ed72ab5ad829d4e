import { createHash } from 'node:crypto';

/** What the database keeps of a sign-in link: enough to recognise it, not enough to use it. */
export function hashedToken(token: string): Promise<string> {
  return Promise.resolve(createHash('sha256').update(token).digest('base64url'));
}
