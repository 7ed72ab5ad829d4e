import { deviceStore, outboxStore } from './device-store.ts';
import { broughtKey, isKeyLink } from './key-link.ts';
import { ownBallot } from './own-ballot.ts';
import { tabCode } from './tab-code.ts';

// The peiling is over: what this device still kept of it can't be sent any more, and goes. Whoever comes with the key of
// their ballot reads what became of it.
const place = document.querySelector<HTMLElement>('[data-over]');
const { over: scanCode = '', scan: scanId = '', texts = '{}' } = place?.dataset ?? {};
const key = isKeyLink(location.hash) ? location.hash : tabCode(scanCode).readKey();
deviceStore(scanCode).forget();
outboxStore(scanCode).forget();
tabCode(scanCode).forget();
if (location.hash !== '') history.replaceState(null, '', location.pathname + location.search);

const status = document.querySelector('[data-part="own-ballot"]');
const brought = broughtKey(key, scanId);
if (status && brought) void tell(status, JSON.parse(texts) as Record<string, string>);

async function tell(where: Element, sentences: Record<string, string>): Promise<void> {
  where.textContent = sentences[brought?.ok ? await ownBallot(brought.sealing, scanCode) : 'key-damaged'] ?? '';
}
