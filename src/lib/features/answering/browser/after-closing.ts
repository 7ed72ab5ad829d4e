import { deviceStore, outboxStore } from './device-store.ts';
import { tabCode } from './tab-code.ts';

// The peiling is over: what this device still kept of it can't be sent any more, and goes.
const scanCode = document.querySelector<HTMLElement>('[data-over]')?.dataset['over'] ?? '';
deviceStore(scanCode).forget();
outboxStore(scanCode).forget();
tabCode(scanCode).forget();
