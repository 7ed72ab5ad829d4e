import { broughtDraft } from './carry.ts';
import { deviceStore, outboxStore } from './device-store.ts';
import type { OutboxStore } from './device-store.ts';
import { isBegun } from './draft.ts';
import { drawItems } from './draw-items.ts';
import type { PageParts } from './page-parts.ts';
import { pageSender } from './page-sender.ts';
import type { PageSender } from './page-sender.ts';
import { broughtKey, isKeyLink } from './key-link.ts';
import type { BroughtKey } from './key-link.ts';
import { broughtByAddress } from './read-code.ts';
import { openSession } from './session.ts';
import type { Session } from './session.ts';
import { tabCode } from './tab-code.ts';
import type { TabCode } from './tab-code.ts';

/** Whoever is on the page now: what they filled in, what they came with, and how it's sent. */
export interface Respondent {
  readonly page: PageParts;
  readonly session: Session;
  readonly sender: PageSender;
  readonly tab: TabCode;
  readonly outbox: OutboxStore;
  /** The answers came along with the link, from another device or from somebody else. */
  readonly isCarried: boolean;
  /** The key that the link brought, of a ballot that was sent before. */
  readonly key: BroughtKey | undefined;
}

/** Takes what the address brought out of it, and finds back what this device kept. */
export function meetRespondent(page: PageParts): Respondent {
  const { code, scanId, itemsDrawnPerArea } = page.settings;
  const tab = tabCode(code);
  const inAddress = broughtByAddress(location.hash);
  const hasKey = isKeyLink(location.hash);
  const key = broughtKey(hasKey || inAddress.code !== '' ? location.hash : tab.readKey(), scanId);
  const brought = inAddress.code === '' && !key ? tab.read() : inAddress;
  if (brought.code !== '') tab.keep(brought);
  if (hasKey) tab.keepKey(location.hash);
  const carried = broughtDraft(location.hash, page.settings, page.choiceIds);
  if (location.hash !== '') history.replaceState(null, '', location.pathname + location.search);
  const randomBytes = (count: number) => crypto.getRandomValues(new Uint8Array(count));
  const session = openSession({
    store: deviceStore(code),
    questionnaire: page.settings,
    brought,
    carried,
    held: key?.ok ? key.sealing : undefined,
    draw: () => (itemsDrawnPerArea === null ? null : drawItems(page.itemsPerStep, itemsDrawnPerArea, randomBytes)),
  });
  const outbox = outboxStore(code);
  const sender = pageSender(page, session, outbox);
  return { page, session, sender, tab, outbox, isCarried: carried !== undefined, key };
}

/** No code, no key and no answers: the page as it is for the next one on this device. */
export function isNobody({ session: { draft } }: Respondent): boolean {
  return draft.code === '' && draft.sealing === null && !isBegun(draft);
}
