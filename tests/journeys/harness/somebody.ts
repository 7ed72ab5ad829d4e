import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Language } from '#lib/platform/language/index.ts';
import { desk, faultsOfPage, phone } from './check-page.ts';
import { keepWatch } from './keep-watch.ts';
import type { LookedAt } from './looked-at.ts';
import { takePictures } from './pictures.ts';

export interface Habits {
  readonly device?: 'phone' | 'desk';
  readonly hasScript?: boolean;
}

export interface World {
  readonly browser: Browser;
  readonly url: string;
  readonly language: Language;
  readonly story: string;
  /** What the stories of this run have looked at. */
  readonly looked: LookedAt;
}

type Words = string | RegExp;

/** A person in front of a browser. Every page that they land on is looked at; a fault on it ends the story. */
export interface Somebody {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Types an address; `status` is what the server should answer with. */
  goTo(address: string, status?: number): Promise<void>;
  /** Follows a link to another page. */
  follow(name: Words, within?: Locator): Promise<void>;
  /** Presses a button that sends a form. */
  press(name: Words, within?: Locator): Promise<void>;
  /** Does something by which another page comes. */
  lands(deed: () => Promise<unknown>): Promise<void>;
  fill(label: Words, text: string): Promise<void>;
  choose(label: Words, option: string): Promise<void>;
  tick(label: Words): Promise<void>;
  /** The text is there to be read. */
  reads(text: Words): Promise<void>;
  readsNowhere(text: Words): Promise<void>;
  heading(): Promise<string>;
  /** What comes when the link or button is used. */
  downloads(link: Locator): Promise<{ name: string; bytes: Buffer }>;
  /** Looks at the page as it is now, after something on it changed without another page. */
  looks(): Promise<void>;
  /** Closes everything. */
  leaves(): Promise<void>;
}

const patience = 10_000;

export async function somebodyAt(
  { browser, url, language, story, looked }: World,
  { device = 'desk', hasScript = true }: Habits,
): Promise<Somebody> {
  const context = await browser.newContext({
    baseURL: url,
    locale: language === 'nl' ? 'nl-NL' : 'en-GB',
    extraHTTPHeaders: { 'accept-language': language },
    timezoneId: 'Europe/Amsterdam',
    viewport: device === 'phone' ? phone : desk,
    hasTouch: device === 'phone',
    javaScriptEnabled: hasScript,
    reducedMotion: 'reduce',
    acceptDownloads: true,
  });
  context.setDefaultTimeout(patience);
  const page = await context.newPage();
  const watched = keepWatch(context, url);
  const twin = hasScript ? undefined : await twinWithScript(browser);
  let seen = 0;

  const looks = async (): Promise<void> => {
    seen += 1;
    const faults = await faultsOfPage(twin ? await twin(page) : page, language, looked);
    await takePictures(page, `${story}-${String(seen).padStart(2, '0')}-${slug(page.url())}`);
    endStory([...faults, ...watched.faults()]);
  };
  const lands = async (deed: () => Promise<unknown>): Promise<void> => {
    const loaded = page.waitForEvent('load');
    await Promise.all([loaded, deed()]);
    await looks();
  };
  const found = (role: 'link' | 'button', name: Words, within?: Locator): Locator =>
    (within ?? page).getByRole(role, { name, exact: true }).first();

  return {
    page,
    context,
    looks,
    lands,
    goTo: async (address, status = 200) => {
      const response = await page.goto(address);
      expect(response?.status(), address).toBe(status);
      await looks();
    },
    follow: (name, within) => lands(() => found('link', name, within).click()),
    press: (name, within) => lands(() => found('button', name, within).click()),
    fill: (label, text) => page.getByLabel(isLabel(label)).first().fill(text),
    choose: async (label, option) =>
      void (await page.getByLabel(label, { exact: true }).first().selectOption({ label: option })),
    tick: (label) => page.getByLabel(beginsWith(label)).first().check(),
    reads: async (text) =>
      void (await expect.poll(() => page.locator('body').innerText(), { timeout: patience }).toMatch(asPattern(text))),
    readsNowhere: async (text) => expect(await page.locator('body').innerText()).not.toMatch(asPattern(text)),
    heading: () => page.locator('h1:visible').innerText(),
    downloads: async (link) => {
      const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
      const parts: Buffer[] = [];
      for await (const part of await download.createReadStream()) parts.push(part as Buffer);
      return { name: download.suggestedFilename(), bytes: Buffer.concat(parts) };
    },
    leaves: async () => {
      endStory(watched.faults());
      await context.close();
    },
  };
}

function endStory(faults: readonly string[]): void {
  if (faults.length > 0) throw new Error(faults.join('\n'));
}

/** The same page in a browser that runs axe, and still nothing of the page's own. */
async function twinWithScript(browser: Browser): Promise<(page: Page) => Promise<Page>> {
  const context = await browser.newContext({ viewport: phone, reducedMotion: 'reduce' });
  const twin = await context.newPage();
  let body = '';
  await twin.route('**/*', (route) => {
    if (route.request().isNavigationRequest()) return route.fulfill({ body, contentType: 'text/html; charset=utf-8' });
    return route.request().resourceType() === 'script' ? route.abort() : route.continue();
  });
  return async (page) => {
    body = await page.content();
    await twin.goto(page.url());
    return twin;
  };
}

/** An option's label may have a hint behind it. */
const beginsWith = (label: Words): RegExp => (typeof label === 'string' ? new RegExp(`^\\s*${escaped(label)}`) : label);

/** A field's label may say behind it that the field can stay empty. */
const isLabel = (label: Words): RegExp =>
  typeof label === 'string' ? new RegExp(`^\\s*${escaped(label)}\\s*(\\(.*)?$`) : label;

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Words are matched whatever the white space between them, and as they are styled: capitals don't matter. */
function asPattern(text: Words): RegExp {
  if (text instanceof RegExp) return text;
  return new RegExp(escaped(text.trim()).replace(/\s+/g, '\\s+'), 'i');
}

function slug(address: string): string {
  const withoutIds = new URL(address).pathname.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '').replace(/^\/s\/\w+/, '/s');
  const path = withoutIds.replace(/[^a-z-]+/gi, '-');
  return path.replace(/^-+|-+$/g, '').slice(0, 60) || 'front';
}
