import { manifestChecks, parseFingerprint, readPublishedManifest, verifyManifest } from '@lerend/ballot';
import type { PublishedManifest, VerifiedManifest } from '@lerend/ballot';
import type { VerifierTexts } from '../contract-page.ts';

// The script of the page that somebody saved: it fetches a manifest, or reads it from a file, and says what it finds.
const part = <Kind extends HTMLElement>(id: string): Kind => {
  const element = document.querySelector<Kind>(`#${id}`);
  if (!element) throw new Error(`The page has no ${id}.`);
  return element;
};
const texts = JSON.parse(part('texts').textContent) as VerifierTexts;

part<HTMLFormElement>('form').addEventListener('submit', (event) => {
  event.preventDefault();
  void check();
});

async function check(): Promise<void> {
  problem('');
  part('outcome').hidden = true;
  if (!('subtle' in crypto)) return problem(texts.withoutCrypto);
  const text = await manifestText().catch(() => undefined);
  if (text === undefined) return problem(texts.unreachable);
  const published = readPublishedManifest(text);
  if (!published) return problem(texts.noManifest);
  const typed = part<HTMLInputElement>('fingerprint').value.trim();
  // One that can't be read is compared as it stands, and is then another one.
  const announced = typed === '' ? null : (parseFingerprint(typed) ?? typed);
  show(published, await verifyManifest(crypto.subtle, published, announced));
}

async function manifestText(): Promise<string> {
  const file = part<HTMLInputElement>('file').files?.[0];
  if (file) return file.text();
  const response = await fetch(part<HTMLInputElement>('address').value, { credentials: 'omit', cache: 'no-store' });
  if (!response.ok) throw new Error(String(response.status));
  return response.text();
}

function show({ groups }: PublishedManifest, { head, fingerprint, outcomes }: VerifiedManifest): void {
  const found = manifestChecks.map((name) => outcomes[name]);
  const verdict = found.includes('wrong') ? 'wrong' : found.includes('unknown') ? 'unknown' : 'right';
  part('verdict').textContent = texts.verdicts[verdict];
  part('print').textContent = fingerprint ?? '';
  part('opened-by').textContent = head ? texts.openedBy[head.openingKey.kind] : '';
  part('checks').replaceChildren(
    ...manifestChecks.map((name) => {
      const line = document.createElement('li');
      const sentence = document.createElement(outcomes[name] === 'wrong' ? 'b' : 'span');
      sentence.className = outcomes[name];
      sentence.textContent = texts.checks[name][outcomes[name]];
      line.append(sentence);
      return line;
    }),
  );
  part('groups').replaceChildren(...groups.map(({ name, invited }) => row(name, String(invited))));
  part('total').textContent = String(groups.reduce((sum, { invited }) => sum + invited, 0));
  part('outcome').hidden = false;
}

function row(...cells: string[]): HTMLTableRowElement {
  const line = document.createElement('tr');
  for (const text of cells) {
    const cell = document.createElement('td');
    cell.textContent = text;
    line.append(cell);
  }
  return line;
}

function problem(sentence: string): void {
  part('problem').textContent = sentence;
  part('problem').hidden = sentence === '';
}
