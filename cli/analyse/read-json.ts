import { readFile } from 'node:fs/promises';
import type { Fault } from './fault.ts';

/** A JSON file as it stands, or the one fault that keeps it from being read. */
export async function readJson(file: string): Promise<{ readonly json: unknown } | { readonly fault: Fault }> {
  try {
    const text = await readFile(file, 'utf8');
    return { json: JSON.parse(text.replace(/^\uFEFF/, '')) as unknown };
  } catch (error) {
    if (error instanceof SyntaxError) return { fault: { file, problem: { kind: 'notJson', detail: error.message } } };
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    return { fault: { file, problem: { kind: 'notReadable', code } } };
  }
}
