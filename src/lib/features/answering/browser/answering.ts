import { answerOf, isBegun, withAnswer, withWords } from './draft.ts';
import { fillIn } from './fill-in.ts';
import { isKeyLink } from './key-link.ts';
import { letGoAtWish } from './let-go.ts';
import { offerCarrying } from './offer-carrying.ts';
import { offerKey } from './offer-key.ts';
import { pageParts } from './page-parts.ts';
import type { PageParts } from './page-parts.ts';
import { pointOut } from './point-out.ts';
import { broughtByAddress } from './read-code.ts';
import { meetRespondent } from './respondent.ts';
import type { Respondent } from './respondent.ts';
import { hashOf } from './tab-code.ts';
import { walkAlong } from './walk.ts';
import type { Walk } from './walk.ts';

// Turns the one long form into screens, keeps the draft on the device, seals the ballot and lets it leave by itself.
const page = pageParts(document);
// Over plain http a browser has nothing to seal with: the form stays as it is for who has no script, or goes.
if ('subtle' in crypto) start(page);
else {
  page.withoutSealing.hidden = false;
  page.form.hidden = page.withoutSealing.dataset['isStrict'] !== undefined;
}

function start(parts: PageParts): void {
  const respondent = meetRespondent(parts);
  const { session } = respondent;
  const carrying = offerCarrying(respondent);
  const walk = walkAlong(respondent, carrying.show);
  listenToAnswers(respondent, walk);
  listenToButtons(respondent, walk);
  listenToLinks(respondent);
  const key = offerKey(respondent);
  const { send, withdraw } = letGoAtWish(respondent, walk, key.show);
  for (const button of [parts.withdraw, parts.withdrawByKey]) button.addEventListener('click', withdraw);
  parts.form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (walk.isAtEnd) send();
    else walk.goOn();
  });
  for (const element of document.querySelectorAll<HTMLElement>('[data-with-script]')) element.hidden = false;
  for (const element of document.querySelectorAll<HTMLElement>('[data-without-script]')) element.hidden = true;
  parts.resume.hidden = !isBegun(session.draft);
  showKey(respondent);
  if (respondent.isCarried) parts.resumeText.textContent = parts.settings.texts['resume-carried'];
  fillIn(parts, session);
  walk.show(0, true);
}

/** What the link's key is for, or what is wrong with it. What seals is fetched at once: it must be there when it's wanted. */
function showKey({ page: parts, key, sender }: Respondent): void {
  if (key?.ok === false) parts.before.textContent = parts.settings.texts[key.fault];
  parts.keyNotice.hidden = !key?.ok;
  if (key?.ok) sender.load();
}

function listenToAnswers({ page: { form, settings }, session }: Respondent, walk: Walk): void {
  form.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.type !== 'radio') return;
    const given = answerOf(target.value);
    const pause = walk.pause();
    if (given !== undefined) session.change(withAnswer(session.draft, target.name, given, pause));
  });
  form.addEventListener('input', ({ target }) => {
    if (!(target instanceof HTMLTextAreaElement)) return;
    session.change(withWords(session.draft, target.name, target.value));
    pointOut(target, settings.texts['points-at']);
  });
}

function listenToButtons({ page: parts, session, tab, outbox }: Respondent, walk: Walk): void {
  parts.next.addEventListener('click', walk.goOn);
  parts.back.addEventListener('click', walk.goBack);
  parts.changeAnswers.addEventListener('click', () => walk.go(1));
  parts.startOver.addEventListener('click', () => {
    session.startOver();
    parts.resume.hidden = true;
    parts.keyNotice.hidden = true;
    fillIn(parts, session);
    walk.show(0);
  });
  parts.shared.addEventListener('change', () => {
    session.keepOnDevice(!parts.shared.checked);
    if (!parts.shared.checked) return;
    tab.forget();
    outbox.forget();
  });
}

function listenToLinks({ page: parts, session, sender, tab }: Respondent): void {
  for (const link of parts.declineLinks)
    link.addEventListener('click', () => {
      session.startOver();
      tab.forget();
    });
  for (const link of parts.languageLinks)
    link.addEventListener('click', () => {
      // A key is kept for this tab.
      link.hash = session.draft.code === '' ? '' : hashOf(session.draft);
    });
  // The link from the mail, opened once more in the tab where the page already stands.
  addEventListener('hashchange', () => {
    if (broughtByAddress(location.hash).code !== '' || isKeyLink(location.hash)) location.reload();
  });
  addEventListener('beforeunload', (event) => {
    const wouldLoseAnswers = !session.isKept && isBegun(session.draft) && parts.thanks.hidden;
    if (wouldLoseAnswers || (sender.wouldLose && !navigator.onLine)) event.preventDefault();
  });
}
