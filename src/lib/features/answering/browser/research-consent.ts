import { deviceStore } from './device-store.ts';
import { isKeyLink } from './key-link.ts';
import { broughtByAddress } from './read-code.ts';
import { tabCode } from './tab-code.ts';

// The page that asks for consent: it holds the code, or the key of a ballot that was sent, for this tab until there is a
// yes, and forgets everything at a no. Whoever comes with a key said yes before, and goes on without saying it again.
const scanCode = document.querySelector<HTMLElement>('[data-consent]')?.dataset['consent'] ?? '';
const tab = tabCode(scanCode);
const brought = broughtByAddress(location.hash);
if (brought.code !== '') tab.keep(brought);
if (isKeyLink(location.hash)) tab.keepKey(location.hash);
if (location.hash !== '') history.replaceState(null, '', location.pathname + location.search);
for (const notice of document.querySelectorAll<HTMLElement>('[data-part="key-notice"]'))
  notice.hidden = tab.readKey() === '';

for (const link of document.querySelectorAll('[data-decline]'))
  link.addEventListener('click', () => {
    tab.forget();
    deviceStore(scanCode).forget();
  });
