import type { AskingTools } from './send.ts';

const patience = 20_000;

/** One request without cookies and without a referrer; it goes on when the page is closed (ballots are far below the 64 KiB for that). */
export function postToDoor(scanCode: string, language: string): AskingTools['post'] {
  return async (door, body) => {
    const response = await fetch(`/s/${scanCode}/${door}?language=${language}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      keepalive: true,
      signal: AbortSignal.timeout(patience),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json');
    return { status: response.status, content: isJson ? (JSON.parse(text) as unknown) : { sentence: text.trim() } };
  };
}

/** Waits so long, or until the connection is back. */
export function waitForConnection(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      removeEventListener('online', done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    addEventListener('online', done);
  });
}
