import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';

/** Nothing of the browser's own goes out, so that only the page is measured. */
const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The Chromium that run.mjs found. `debuggingPort`: where Lighthouse takes hold of it. */
export function launchBrowser({ debuggingPort }: { debuggingPort?: number } = {}): Promise<Browser> {
  const executablePath = process.env['LEREND_BROWSER'];
  if (!executablePath) throw new Error('LEREND_BROWSER names no browser: start with `npm run bench`.');
  const extra = debuggingPort === undefined ? [] : [`--remote-debugging-port=${debuggingPort}`];
  return chromium.launch({ executablePath, args: [...quiet, ...extra] });
}
