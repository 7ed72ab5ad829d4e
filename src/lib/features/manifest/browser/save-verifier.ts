import type { VerifierSettings } from '../contract-page.ts';
import { verifierPage } from './verifier-page.ts';

// Puts the checking page together in the browser and lets it be saved: one file, with its script in it.
const button = document.querySelector<HTMLButtonElement>('[data-verifier]');
if (button) {
  button.hidden = false;
  button.addEventListener('click', () => void save(JSON.parse(button.dataset['verifier'] ?? '{}') as VerifierSettings));
}
for (const element of document.querySelectorAll<HTMLElement>('[data-without-script]')) element.hidden = true;

async function save({ scriptUrl, fileName, manifestUrl, texts }: VerifierSettings): Promise<void> {
  const script = await (await fetch(scriptUrl)).text();
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([verifierPage(script, texts, manifestUrl)], { type: 'text/html' }));
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
