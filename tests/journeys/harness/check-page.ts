import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { AxeResults } from 'axe-core';
import type { Page, ViewportSize } from 'playwright-core';
import { neverLookedAt } from './looked-at.ts';
import type { LookedAt } from './looked-at.ts';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** The program in its short spelling: every page reads it anew. */
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** A telephone, and a desk. */
export const phone = { width: 360, height: 740 };
export const desk = { width: 1280, height: 900 };

/**
 * Everything that must be true of whatever page somebody passes; what isn't, in a line each. `looked` remembers what the
 * stories of this run have seen: the very same page isn't put to axe twice, and one that was built just like another of its
 * language, with other words, not in the other size and the dark.
 */
export async function faultsOfPage(page: Page, language: string, looked: LookedAt = neverLookedAt): Promise<string[]> {
  const own = page.viewportSize() ?? desk;
  const [faults, content] = await Promise.all([faultsOfDocument(page, language), contentOf(page)]);
  if (looked.isNew(`${own.width} ${content}`)) faults.push(...(await faultsByAxe(page)));
  await resize(page, phone);
  const [wider, build] = await Promise.all([overflow(page), buildOf(page)]);
  faults.push(...wider);
  if (looked.isNew(`${language} ${build}`)) {
    await resize(page, own.width === phone.width ? desk : phone);
    faults.push(...(await faultsByAxe(page)));
    await page.emulateMedia({ colorScheme: 'dark' });
    faults.push(...(await faultsByAxe(page, ['color-contrast'])));
    await page.emulateMedia({ colorScheme: 'light' });
  }
  await resize(page, own);
  return [...new Set(faults)].map((fault) => `${new URL(page.url()).pathname}: ${fault}`);
}

/** The same size again would be laid out and waited for again as well. */
async function resize(page: Page, size: ViewportSize): Promise<void> {
  const { width, height } = page.viewportSize() ?? desk;
  if (width !== size.width || height !== size.height) await page.setViewportSize(size);
}

/** The whole page as it stands, with what somebody filled in; ids that the database drew are left out. */
function contentOf(page: Page): Promise<string> {
  return page.evaluate(() => {
    const filled = [...document.querySelectorAll<HTMLInputElement>('input, select, textarea')].map(
      (field) => `${field.value}${field.checked ? '+' : ''}`,
    );
    const html = document.documentElement.outerHTML.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '');
    return `${html} ${filled.join(' ')}`;
  });
}

/** The elements of a page with their classes, and whether they are to be seen. */
function buildOf(page: Page): Promise<string> {
  return page.evaluate(() =>
    [...document.body.querySelectorAll('*')]
      .map((one) => `${one.tagName}.${one.getAttribute('class') ?? ''}${one.checkVisibility() ? '' : '-'}`)
      .join(' '),
  );
}

async function faultsOfDocument(page: Page, language: string): Promise<string[]> {
  const { lang, title, headings, scripts, styles } = await page.evaluate(() => ({
    lang: document.documentElement.lang,
    title: document.title,
    headings: [...document.querySelectorAll('h1')]
      .filter((heading) => heading.checkVisibility())
      .map((heading) => heading.textContent.trim()),
    scripts: [...document.scripts].filter((script) => !script.src && script.type !== 'application/json').length,
    styles: document.querySelectorAll('[style]').length,
  }));
  return [
    lang === language ? [] : [`the page says it is in '${lang}'`],
    title.replace('Lerend', '').replace(/\W/g, '') ? [] : [`its title is '${title}'`],
    headings.length === 1 && headings[0] ? [] : [`its main headings are: ${headings.join(' | ')}`],
    scripts === 0 ? [] : ['it holds a script of its own'],
    styles === 0 ? [] : ['it holds a style attribute'],
  ].flat();
}

/** Asks axe; it is given to the page once, and only says what is wrong. */
async function faultsByAxe(page: Page, runOnly: readonly string[] = rules): Promise<string[]> {
  let violations = await violationsByAxe(page, runOnly);
  if (!violations) {
    await page.evaluate(axeSource);
    violations = await violationsByAxe(page, runOnly);
  }
  if (!violations) throw new Error('axe is not to be had on this page.');
  return violations.map(({ id, help, nodes }) => {
    const places = nodes
      .slice(0, 3)
      .map(({ html, failureSummary = '' }) => `${html.slice(0, 160)} ${failureSummary.split('\n')[1]?.trim() ?? ''}`);
    return `${id} (${help}): ${places.join(' & ')}`;
  });
}

/** Undefined on a page that axe wasn't given to yet. All that axe found right is a long list: it stays in the browser. */
function violationsByAxe(page: Page, runOnly: readonly string[]): Promise<AxeResults['violations'] | undefined> {
  return page.evaluate(async (values) => {
    const { axe: given } = globalThis as unknown as { axe?: typeof axe };
    return (await given?.run({ runOnly: [...values], resultTypes: ['violations'] }))?.violations;
  }, runOnly);
}

/** A page as wide as a telephone never scrolls sideways; a table in it may, in a frame of its own. */
async function overflow(page: Page): Promise<string[]> {
  const wider = await page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return null;
    const out = [...document.body.querySelectorAll('*')].filter(
      (element) => element.getBoundingClientRect().right > clientWidth + 1,
    );
    return `${scrollWidth} px wide on a screen of ${clientWidth}: ${out
      .slice(0, 3)
      .map((element) => element.outerHTML.slice(0, 100))
      .join(' & ')}`;
  });
  return wider ? [wider] : [];
}
