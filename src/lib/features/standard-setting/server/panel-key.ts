import { randomInt } from 'node:crypto';
import type { Platform } from '#lib/platform/context/index.ts';

/** No letter or figure that can be read as another one. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const codeLength = 8;
const keyLength = 16;

/** The code in the address of a session: it can be read aloud, and opens no more than the door. */
export const newSessionCode = (): string => letters(codeLength);

/** What leads one panellist back to their own sheet: 78 bits, in their link and nowhere else. */
export const newPanelKey = (): string => letters(keyLength);

/** As typed or followed, in the way we write it; null when it can't be one. */
export function readLetters(typed: string, of: 'code' | 'key'): string | null {
  const text = typed.toUpperCase().replace(/[\s-]/g, '');
  const length = of === 'code' ? codeLength : keyLength;
  return text.length === length && [...text].every((letter) => alphabet.includes(letter)) ? text : null;
}

/** What the database keeps of a key: from it nobody gets the key back. */
export function keyDigest({ secrets }: Pick<Platform, 'secrets'>, sessionId: string, key: string): Uint8Array {
  return new Uint8Array(secrets.digest('panel-key', `${sessionId} ${key}`));
}

function letters(length: number): string {
  return Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('');
}
