// Typst is synchronous native code: it runs in this thread, so that a report never holds up a page.
import { parentPort, workerData } from 'node:worker_threads';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { CompileAnswer, CompileRequest } from './compile.ts';

// Templates and fonts stand in the source, wherever this was bundled to.
const workspace = workerData as string;
const dataPath = join(workspace, 'data.json');
const REMEMBERED_ROUNDS = 10;

const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontPaths: [join(workspace, 'fonts')] }] });

function compile(request: CompileRequest): Uint8Array {
  compiler.mapShadow(dataPath, Buffer.from(request.data, 'utf8'));
  const outcome = compiler.compile({
    mainFileContent: readFileSync(join(workspace, request.template), 'utf8'),
    resetRead: true,
  });
  const fault = outcome.takeError();
  if (fault) throw new Error(JSON.stringify(fault.shortDiagnostics));
  const document = outcome.result;
  if (!document) throw new Error(`Typst made no document of ${request.template}`);
  const pdf = compiler.pdf(document, { pdfStandard: 'ua-1' });
  compiler.evictCache(REMEMBERED_ROUNDS);
  return new Uint8Array(pdf);
}

parentPort?.on('message', (request: CompileRequest) => {
  let answer: CompileAnswer;
  try {
    answer = { id: request.id, pdf: compile(request) };
  } catch (fault) {
    answer = { id: request.id, fault: fault instanceof Error ? fault.message : String(fault) };
  }
  parentPort?.postMessage(answer, 'pdf' in answer ? [answer.pdf.buffer as ArrayBuffer] : []);
});
