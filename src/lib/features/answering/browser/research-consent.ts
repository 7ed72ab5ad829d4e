import { deviceStore } from './device-store.ts';
import { broughtByAddress } from './read-code.ts';
import { tabCode } from './tab-code.ts';

// The page that asks for consent: it holds the code for this tab until there is a yes, and forgets everything at a no.
const scanCode = document.querySelector<HTMLElement>('[data-consent]')?.dataset['consent'] ?? '';
const tab = tabCode(scanCode);
const brought = broughtByAddress(location.hash);
if (brought.code !== '') tab.keep(brought);
if (location.hash !== '') history.replaceState(null, '', location.pathname + location.search);

for (const link of document.querySelectorAll('[data-decline]'))
  link.addEventListener('click', () => {
    tab.forget();
    deviceStore(scanCode).forget();
  });
