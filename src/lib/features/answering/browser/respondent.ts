import { broughtDraft } from './carry.ts';
import { deviceStore, outboxStore } from './device-store.ts';
import type { OutboxStore } from './device-store.ts';
import { isBegun } from './draft.ts';
import { drawItems } from './draw-items.ts';
import type { PageParts } from './page-parts.ts';
import { pageSender } from './page-sender.ts';
import type { PageSender } from './page-sender.ts';
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
}

/** Takes what the address brought out of it, and finds back what this device kept. */
export function meetRespondent(page: PageParts): Respondent {
  const { code, itemsDrawnPerArea } = page.settings;
  const tab = tabCode(code);
  const inAddress = broughtByAddress(location.hash);
  const brought = inAddress.code === '' ? tab.read() : inAddress;
  if (brought.code !== '') tab.keep(brought);
  const carried = broughtDraft(location.hash, page.settings, page.choiceIds);
  if (location.hash !== '') history.replaceState(null, '', location.pathname + location.search);
  const randomBytes = (count: number) => crypto.getRandomValues(new Uint8Array(count));
  const session = openSession({
    store: deviceStore(code),
    questionnaire: page.settings,
    brought,
    carried,
    draw: () => (itemsDrawnPerArea === null ? null : drawItems(page.itemsPerStep, itemsDrawnPerArea, randomBytes)),
  });
  const outbox = outboxStore(code);
  return { page, session, sender: pageSender(page, session, outbox), tab, outbox, isCarried: carried !== undefined };
}

/** No code and no answers: the page as it is for the next one on this device. */
export function isNobody({ session: { draft } }: Respondent): boolean {
  return draft.code === '' && !isBegun(draft);
}
