import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { projectRoot } from '#lib/platform/settings/index.ts';
import { threadFile } from '#lib/platform/threads/index.ts';
import { withoutMissingGlyphs } from './missing-glyphs.ts';

export interface CompileRequest {
  readonly id: number;
  readonly template: string;
  readonly data: string;
}
export type CompileAnswer =
  { readonly id: number; readonly pdf: Uint8Array } | { readonly id: number; readonly fault: string };

interface Waiting {
  resolve(pdf: Uint8Array): void;
  reject(fault: Error): void;
}

let thread: Worker | undefined;
let lastId = 0;
const waiting = new Map<number, Waiting>();

function failAll(ended: Worker, fault: Error): void {
  if (thread !== ended) return;
  thread = undefined;
  for (const one of waiting.values()) one.reject(fault);
  waiting.clear();
}

function startThread(): Worker {
  const started = new Worker(threadFile('#lib/report/typst/typst-worker.ts'), {
    workerData: join(projectRoot, 'src', 'lib', 'report'),
  });
  started.on('message', (answer: CompileAnswer) => {
    const one = waiting.get(answer.id);
    waiting.delete(answer.id);
    if (waiting.size === 0) started.unref();
    if ('pdf' in answer) one?.resolve(answer.pdf);
    else one?.reject(new Error(answer.fault));
  });
  started.on('error', (fault: Error) => failAll(started, fault));
  started.on('exit', (code) => failAll(started, new Error(`the Typst thread ended with code ${code}`)));
  return started;
}

function ask(template: string, data: string): Promise<Uint8Array> {
  thread ??= startThread();
  thread.ref();
  lastId += 1;
  const id = lastId;
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject });
    thread?.postMessage({ id, template, data } satisfies CompileRequest);
  });
}

/**
 * Sets one of our templates (a path under src/lib/report) with data as a tagged PDF/UA-1.
 * Data reaches Typst as JSON in a virtual file, never as source: nothing that a person typed is markup.
 */
export async function compilePdf(template: string, data: object): Promise<Uint8Array> {
  const json = JSON.stringify(data);
  try {
    return await ask(template, json);
  } catch (fault) {
    const readable = withoutMissingGlyphs(json, fault);
    if (readable === null) throw fault;
    return ask(template, readable);
  }
}
