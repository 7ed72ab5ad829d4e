import { createServer } from 'node:net';
import { listenProblem } from '../doctor/index.ts';

/** Throws a StartProblem when this address can't be listened on. Port 0 is: any port. */
export function refuseTakenPort(host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const trial = createServer();
    trial.once('error', (error) => reject(listenProblem(error, host, port) as Error));
    trial.listen(port, host, () => trial.close(() => resolve()));
  });
}
