import { fromBase64url } from './base64url.ts';
import { isSameBytes } from './byte-strings.ts';
import { encodeManifestHead, openingKeyKinds } from './manifest.ts';
import type { ManifestHead } from './manifest.ts';

export type ReadManifestHead =
  | { readonly ok: true; readonly head: ManifestHead }
  | { readonly ok: false; readonly fault: 'not-readable' | 'unknown-version' | 'bad-field' | 'another-spelling' };

const isText = (value: unknown) => typeof value === 'string';
const isDay = (value: unknown) => isText(value) && /^\d{4}-\d{2}-\d{2}$/.test(value as string);
const isCount = (value: unknown) => Number.isSafeInteger(value) && (value as number) >= 0;
const hashBytes = 32;
const isHash = (value: unknown) => isText(value) && fromBase64url(value as string)?.length === hashBytes;
const isId = (value: unknown) => isText(value) && /^[0-9a-f-]{36}$/.test(value as string);

/** Keys, hashes and the signer's key all have 32 bytes. */
const fields: { readonly [name in keyof ManifestHead]: (value: unknown) => boolean } = {
  version: (value) => value === 1,
  scan: isId,
  code: isText,
  title: isText,
  form: isText,
  instrumentVersion: isText,
  languages: (value) => Array.isArray(value) && value.every(isText),
  minimum: isCount,
  opensOn: isDay,
  closesOn: isDay,
  openedOn: isDay,
  openingKey: (value) =>
    isRecord(value) &&
    hasOnly(value, ['kind', 'publicKey']) &&
    openingKeyKinds.some((kind) => kind === value['kind']) &&
    isHash(value['publicKey']),
  wordsKey: (value) => value === null || isHash(value),
  groups: (value) =>
    isRecord(value) && hasOnly(value, ['count', 'root']) && isCount(value['count']) && isHash(value['root']),
  items: isHash,
  page: (value) => value === null || isHash(value),
  signer: isHash,
};

/** Reads a head back, strictly: what `encodeManifestHead` wouldn't have written, to the byte, is a fault. */
export function readManifestHead(bytes: Uint8Array): ReadManifestHead {
  const content = parsed(bytes);
  if (!content) return { ok: false, fault: 'not-readable' };
  if (content['version'] !== 1) return { ok: false, fault: 'unknown-version' };
  const isWhole = Object.entries(fields).every(([name, isRight]) => isRight(content[name]));
  if (!isWhole || !hasOnly(content, Object.keys(fields))) return { ok: false, fault: 'bad-field' };
  const head = content as unknown as ManifestHead;
  return isSameBytes(encodeManifestHead(head), bytes) ? { ok: true, head } : { ok: false, fault: 'another-spelling' };
}

function parsed(bytes: Uint8Array): Record<string, unknown> | undefined {
  try {
    const content: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return isRecord(content) ? content : undefined;
  } catch {
    // Neither UTF-8 nor JSON: the caller's fault says so.
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function hasOnly(value: Record<string, unknown>, names: readonly string[]): boolean {
  return Object.keys(value).every((name) => names.includes(name));
}
