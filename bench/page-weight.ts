import { request } from 'node:http';
import type { Browser } from 'playwright-core';
import { launchBrowser } from './browser.ts';
import { print } from './line.ts';

export interface RespondentPage {
  readonly port: number;
  readonly scanCode: string;
  readonly invitationCode: string;
}

/** Paths that a real browser asks for when somebody opens their invitation, the page itself first. */
export async function requestedPaths({ port, scanCode, invitationCode }: RespondentPage): Promise<string[]> {
  const browser = await launchBrowser();
  try {
    const paths = await recorded(browser, `http://localhost:${port}/s/${scanCode}#${invitationCode}`);
    return paths;
  } finally {
    await browser.close();
  }
}

async function recorded(browser: Browser, address: string): Promise<string[]> {
  const page = await browser.newPage({ viewport: { width: 360, height: 740 }, locale: 'nl-NL' });
  const network = await page.context().newCDPSession(page);
  const urls: string[] = [];
  network.on('Network.requestWillBeSent', ({ request: asked }) => urls.push(asked.url));
  await network.send('Network.enable');
  await page.goto(address, { waitUntil: 'networkidle' });
  // A browser with a window fetches the icon as well; one without doesn't, and we count it.
  const icon = await page
    .locator('link[rel=icon]')
    .getAttribute('href', { timeout: 1000 })
    .catch(() => null);
  if (icon !== null) urls.push(new URL(icon, address).href);
  const { origin } = new URL(address);
  const elsewhere = urls.filter((url) => !url.startsWith(`${origin}/`) && !url.startsWith('data:'));
  if (elsewhere.length > 0) throw new Error(`The page asks others: ${elsewhere.join(', ')}`);
  return [...new Set(urls.filter((url) => url.startsWith(`${origin}/`)).map((url) => new URL(url).pathname))];
}

/** Bytes over the wire of each answer, head and body, in one of the two ways in which browsers take them. */
export async function pageWeight(page: RespondentPage, paths: readonly string[]): Promise<void> {
  const peerBytes = 1_317_000;
  const note = `full form; ${paths.map((path) => path.replace(page.scanCode, 'CODE')).join(' ')}`;
  print({ task: 'respondent-page-requests', value: paths.length, unit: 'requests', atMost: 5, peer: 28, note });
  for (const encoding of ['gzip', 'br']) {
    const sizes = await Promise.all(paths.map((path) => wireBytes(page.port, path, encoding)));
    const total = sizes.reduce((sum, size) => sum + size, 0);
    const task = encoding === 'gzip' ? 'respondent-page-bytes' : 'respondent-page-bytes-brotli';
    print({
      task,
      value: total / 1000,
      unit: 'kB',
      atMost: 30,
      peer: peerBytes / 1000,
      note: `heads included: ${sizes.join(' + ')} bytes`,
    });
  }
}

function wireBytes(port: number, path: string, encoding: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = {
      host: `localhost:${port}`,
      'accept-encoding': encoding,
      'accept-language': 'nl',
      connection: 'close',
    };
    const asked = request({ host: '127.0.0.1', port, path, agent: false, headers }, (response) => {
      const { socket } = response;
      response.resume().once('end', () => {
        if (response.statusCode === 200) resolve(socket.bytesRead);
        else reject(new Error(`${path}: ${response.statusCode}`));
      });
    });
    asked.once('error', reject);
    asked.end();
  });
}
