import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';
import { inject } from 'vitest';
import type { Language } from '#lib/platform/language/index.ts';
import type { OwnFolder } from '../../product/own-folder.ts';
import { startProduct } from '../../product/start-product.ts';
import { copyOfFolder } from './prepared-folders.ts';
import { lookedAtIn } from './looked-at.ts';
import { openMailbox } from './mailbox.ts';
import type { Mailbox } from './mailbox.ts';
import { somebodyAt } from './somebody.ts';
import type { Habits, Somebody } from './somebody.ts';

/** Where a story happens: a server with a database of its own, a mail server that keeps everything, and a browser. */
export interface Place {
  readonly url: string;
  readonly mailbox: Mailbox;
  /** A person with a device of their own: nothing is shared with anybody else's. */
  somebody(habits: Habits): Promise<Somebody>;
  close(): Promise<void>;
}

export interface PlaceOptions {
  /** Begins the names of the pictures. */
  readonly story: string;
  readonly language: Language;
  readonly holdsExample?: boolean;
  /** What was there before the story begins: made before the server starts. */
  readonly before?: (folder: OwnFolder) => Promise<void>;
}

const quietBrowser = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export async function openPlace({ story, language, holdsExample = false, before }: PlaceOptions): Promise<Place> {
  const folder = await copyOfFolder(inject(holdsExample ? 'exampleFolder' : 'emptyFolder'));
  await before?.(folder);
  const mailbox = await openMailbox();
  const { BUILD_DIR } = process.env;
  const environment = { SMTP_URL: mailbox.url, LOG_LEVEL: 'warn', ...(BUILD_DIR ? { BUILD_DIR } : {}) };
  const [product, browser] = await Promise.all([startProduct({ folder, environment }), sharedBrowser()]);
  let people = 0;
  const looked = lookedAtIn(inject('lookedAtFolder'));
  return {
    url: product.url,
    mailbox,
    somebody: (habits) => {
      people += 1;
      return somebodyAt(
        { browser, url: product.url, language, story: `${story}-${language}-${people}`, looked },
        habits,
      );
    },
    close: async () => {
      await Promise.all(browser.contexts().map((context) => context.close()));
      await product.stop();
      await mailbox.close();
      await folder.remove();
      if (/"level":(50|60)/.test(product.output())) throw new Error(`The server wrote of faults:\n${product.output()}`);
    },
  };
}

/** One browser for all that a worker tells; each person in it has a context of their own. It ends with the worker. */
let browser: Promise<Browser> | undefined;

async function sharedBrowser(): Promise<Browser> {
  const open = await browser;
  if (open?.isConnected()) return open;
  browser = chromium.launch({ executablePath: inject('browserPath'), args: quietBrowser });
  return browser;
}
