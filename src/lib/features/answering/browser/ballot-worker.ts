import type { WorkerAnswer, WorkerTask } from './ask-worker.ts';
import { ballotMaker } from './make-ballot.ts';

// The one place in the browser where keys are made and ballots sealed. It knows nobody and asks nothing of the network.
const maker = ballotMaker({
  subtle: crypto.subtle,
  randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
});

addEventListener('message', ({ data }: MessageEvent<WorkerTask>) => void answer(data));

async function answer({ id, task, given }: WorkerTask): Promise<void> {
  let reply: WorkerAnswer;
  try {
    reply = { id, result: await maker[task](given as never) };
  } catch (error) {
    reply = { id, failure: error instanceof Error ? error.message : String(error) };
  }
  postMessage(reply);
}
