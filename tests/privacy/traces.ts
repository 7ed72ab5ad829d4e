import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Something that may not stand anywhere, with its name for the report. */
export interface Secret {
  readonly name: string;
  readonly text: string;
}

/** The ways in which one invitation code is written. */
export function spellingsOf(name: string, code: string): Secret[] {
  const bare = code.replaceAll('-', '');
  return [code, bare, code.toLowerCase(), bare.toLowerCase()].map((text) => ({ name, text }));
}

/** A ballot's number as the device writes it, and as a database would print it. */
export function spellingsOfNumber(name: string, number: string): Secret[] {
  return [number, Buffer.from(number, 'base64url').toString('hex')].map((text) => ({ name, text }));
}

/** Names of the secrets that stand in this text, each once. */
export function tracesIn(text: string | Buffer, secrets: readonly Secret[]): string[] {
  return [...new Set(secrets.filter((secret) => text.includes(secret.text)).map(({ name }) => name))];
}

/** Every file below a folder. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Names of the secrets that stand in any of these files, with the file. */
export function tracesInFiles(files: readonly string[], secrets: readonly Secret[]): string[] {
  return files.flatMap((file) => tracesIn(readFileSync(file), secrets).map((name) => `${name} in ${file}`));
}
