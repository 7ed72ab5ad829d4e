import { toBase64url } from '@lerend/ballot';
import type { JoiningSettings, OpeningProgress } from '../contract.ts';
import { joinedKey } from './joined-key.ts';
import type { JoinedKey } from './joined-key.ts';

// Joins two shares on this device, and hands the key over once when it fits.
const everyMilliseconds = 700;
const form = document.querySelector<HTMLFormElement>('[data-joining]');
if (form) listen(form);

function listen(page: HTMLFormElement): void {
  const settings = JSON.parse(page.dataset['joining'] ?? '{}') as JoiningSettings;
  const canJoin = 'subtle' in crypto;
  for (const element of document.querySelectorAll<HTMLElement>('[data-without-script]')) element.hidden = true;
  outside('without-crypto').hidden = canJoin;
  page.hidden = !canJoin;
  const fields = [...page.querySelectorAll<HTMLElement>('[data-share]')];
  for (const field of fields) readFiles(field);
  page.addEventListener('submit', (event) => {
    event.preventDefault();
    void join(page, fields, settings);
  });
}

/** The file of a sheet takes the place of typing. */
function readFiles(field: HTMLElement): void {
  const chosen = field.querySelector<HTMLInputElement>('input[type=file]');
  const typed = field.querySelector('textarea');
  chosen?.addEventListener('change', () => {
    void chosen.files?.[0]?.text().then((text) => {
      if (typed) typed.value = text;
    });
  });
}

async function join(page: HTMLFormElement, fields: readonly HTMLElement[], settings: JoiningSettings): Promise<void> {
  showFault(page, fields, null, settings);
  const [first = '', second = ''] = fields.map((field) => field.querySelector('textarea')?.value ?? '');
  const joined = await joinedKey(crypto.subtle, [first, second], settings.publicKey);
  if (!joined.ok) return showFault(page, fields, joined, settings);
  const privateKey = toBase64url(joined.privateKey);
  joined.privateKey.fill(0);
  page.hidden = true;
  outside('progress').hidden = false;
  say(settings.texts.joining);
  const stop = follow(settings);
  try {
    const response = await fetch(`${location.pathname}/key`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ privateKey }),
    });
    stop();
    if (response.ok) return location.reload();
    const { sentence } = (await response.json()) as { sentence?: string };
    back(page, sentence ?? settings.texts['join-lost']);
  } catch {
    // The line dropped while the server may still be counting: the page tells how to find out.
    stop();
    back(page, settings.texts['join-lost']);
  }
}

function back(page: HTMLFormElement, sentence: string): void {
  outside('progress').hidden = true;
  page.hidden = false;
  const together = part(page, 'together');
  together.textContent = sentence;
  together.hidden = false;
}

/** Asks now and then how far it is, until it's told to stop. */
function follow({ texts }: JoiningSettings): () => void {
  const bar = outside('progress-bar') as HTMLProgressElement;
  const timer = setInterval(() => {
    void fetch(`${location.pathname}/progress`)
      .then((response) => response.json() as Promise<OpeningProgress>)
      .then(({ state, done, total }) => {
        if (state !== 'counting' || total === 0) return;
        bar.max = total;
        bar.value = done;
        say(texts['join-progress'].replace('#done', String(done)).replace('#total', String(total)));
      })
      // The next question finds it back.
      .catch(() => undefined);
  }, everyMilliseconds);
  return () => clearInterval(timer);
}

function showFault(
  page: HTMLFormElement,
  fields: readonly HTMLElement[],
  fault: Extract<JoinedKey, { ok: false }> | null,
  { texts }: JoiningSettings,
): void {
  const sentence = fault ? texts[fault.fault].replace('#', String(fault.row ?? '')) : '';
  const places = [...fields.map((field) => part(field, 'error')), part(page, 'together')];
  const at = fault ? (fault.share ?? fields.length) : -1;
  places.forEach((place, index) => {
    place.textContent = index === at ? sentence : '';
    place.hidden = index !== at;
  });
  fields.forEach((field, index) => {
    const typed = field.querySelector('textarea');
    if (index === at) typed?.setAttribute('aria-invalid', 'true');
    else typed?.removeAttribute('aria-invalid');
    if (index === at) typed?.focus();
  });
}

function say(sentence: string): void {
  outside('progress-text').textContent = sentence;
}

function outside(name: string): HTMLElement {
  return part(document, name);
}

function part(within: ParentNode, name: string): HTMLElement {
  const element = within.querySelector<HTMLElement>(`[data-part="${name}"]`);
  if (!element) throw new Error(`The page has no ${name}.`);
  return element;
}
