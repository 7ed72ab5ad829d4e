import { showQr } from '#lib/design/qr/show-qr.ts';
import { shareHolders } from '../contract.ts';
import type { CeremonySettings, ShareHolder } from '../contract.ts';
import { isRow, makeKey, rowsOf } from './make-key.ts';
import type { MadeKey } from './make-key.ts';

// Makes the key on this device and takes its keeper past the three sheets. Nothing of it is kept here or sent, but for
// the public half at the end.
const section = document.querySelector<HTMLElement>('[data-ceremony]');
if (section) begin(section);

function begin(page: HTMLElement): void {
  const settings = JSON.parse(page.dataset['ceremony'] ?? '{}') as CeremonySettings;
  const canMake = 'subtle' in crypto;
  for (const element of page.querySelectorAll<HTMLElement>('[data-without-script]')) element.hidden = true;
  part(page, 'without-crypto').hidden = canMake;
  part(page, 'ready').hidden = !canMake;
  const button = page.querySelector<HTMLButtonElement>('#make-key');
  button?.addEventListener('click', () => {
    button.disabled = true;
    makeKey(crypto.subtle).then(
      (made) => hold(page, settings, made),
      (reason: unknown) => {
        button.disabled = false;
        const failed = part(page, 'failed');
        failed.textContent = settings.texts['make-failed'].replace('#', reason instanceof Error ? reason.message : '');
        failed.hidden = false;
      },
    );
  });
}

function hold(page: HTMLElement, settings: CeremonySettings, made: MadeKey): void {
  part(page, 'begin').hidden = true;
  const around = document.querySelector<HTMLElement>('[data-part="around"]');
  if (around) around.hidden = true;
  const warn = (event: BeforeUnloadEvent) => event.preventDefault();
  addEventListener('beforeunload', warn);
  for (const element of page.querySelectorAll('[data-part="short-form"]')) element.textContent = made.shortForm;
  const finish = part<HTMLFormElement>(page, 'finish');
  finish.addEventListener('submit', () => removeEventListener('beforeunload', warn));
  const field = finish.querySelector<HTMLInputElement>('[name=publicKey]');
  if (field) field.value = made.publicKey;

  const sheets = shareHolders.map((holder) => ({ holder, sheet: sheetOf(page, holder) }));
  sheets.forEach(({ holder, sheet }, at) => {
    const next = sheets[at + 1]?.sheet ?? finish;
    fillSheet(sheet, holder, settings, made);
    proveSheet(sheet, rowsOf(made.shares[holder]), settings, () => {
      sheet.hidden = true;
      reveal(next);
    });
  });
  const first = sheets[0]?.sheet;
  if (first) reveal(first);
}

function fillSheet(sheet: HTMLElement, holder: ShareHolder, settings: CeremonySettings, made: MadeKey): void {
  const share = made.shares[holder];
  const lines = rowsOf(share).map((row) => {
    const line = document.createElement('li');
    line.textContent = row;
    return line;
  });
  part(sheet, 'rows').replaceChildren(...lines);
  void showQr(part(sheet, 'qr'), {
    workerUrl: settings.qrWorkerUrl,
    text: share,
    label: settings.texts['sheet-qr'],
  });
  action(sheet, 'print', () => print());
  action(sheet, 'save', () => {
    const { name, above, below } = settings.files[holder];
    saveFile(name, `${above}\n\n${share}\n\n${below.replace('#', made.shortForm)}\n`);
  });
}

/** The sheet goes away and one of its lines is asked for: who has it in hand can read it out. */
function proveSheet(sheet: HTMLElement, rows: readonly string[], settings: CeremonySettings, proven: () => void): void {
  const shown = part(sheet, 'shown');
  const proof = part<HTMLFormElement>(sheet, 'proof');
  const error = part(proof, 'proof-error');
  const input = proof.querySelector('input');
  let asked = 0;
  action(sheet, 'go-on', () => {
    asked = (crypto.getRandomValues(new Uint8Array(1))[0] ?? 0) % rows.length;
    part(proof, 'proof-label').textContent = settings.texts['proof-label'].replace('#', String(asked + 1));
    shown.hidden = true;
    proof.hidden = false;
    input?.focus();
  });
  action(sheet, 'show-again', () => {
    proof.hidden = true;
    error.hidden = true;
    shown.hidden = false;
  });
  proof.addEventListener('submit', (event) => {
    event.preventDefault();
    if (isRow(input?.value ?? '', rows[asked] ?? '')) return proven();
    error.textContent = settings.texts['proof-wrong'];
    error.hidden = false;
    input?.setAttribute('aria-invalid', 'true');
    input?.focus();
  });
}

function saveFile(name: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

function reveal(element: HTMLElement): void {
  element.hidden = false;
  scrollTo(0, 0);
  element.querySelector('h2')?.focus({ preventScroll: true });
}

function sheetOf(page: HTMLElement, holder: ShareHolder): HTMLElement {
  return found(page.querySelector<HTMLElement>(`[data-sheet="${holder}"]`), holder);
}

function part<Kind extends HTMLElement = HTMLElement>(within: HTMLElement, name: string): Kind {
  return found(within.querySelector<Kind>(`[data-part="${name}"]`), name);
}

function action(within: HTMLElement, name: string, act: () => void): void {
  found(within.querySelector<HTMLElement>(`[data-do="${name}"]`), name).addEventListener('click', act);
}

function found<Kind>(element: Kind | null, name: string): Kind {
  if (!element) throw new Error(`The page has no ${name}.`);
  return element;
}
