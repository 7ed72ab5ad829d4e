import { ballotNumber, ballotNumberBytes, parseInvitationCode } from '@lerend/ballot';
import { deviceStore } from './device-store.ts';
import { answerOf, isBegun, withAnswer, withWords } from './draft.ts';
import { drawItems } from './draw-items.ts';
import { fillIn } from './fill-in.ts';
import { pageParts } from './page-parts.ts';
import { codeInAddress } from './read-code.ts';
import { sendFromPage } from './send-from-page.ts';
import { openSession } from './session.ts';
import { leftOpenSentence, showCodeError, showStep, showThanks } from './show-step.ts';
import { tabCode } from './tab-code.ts';

// Turns the one long form into screens, keeps the draft on the device, and sends the ballot by itself.
const page = pageParts(document);
const tab = tabCode(page.settings.code);
const code = codeInAddress(location.hash) || tab.read();
if (code !== '') tab.keep(code);
if (location.hash !== '') history.replaceState(null, '', location.pathname + location.search);
const randomBytes = (count: number) => crypto.getRandomValues(new Uint8Array(count));
const session = openSession({
  store: deviceStore(page.settings.code),
  questionnaire: page.settings,
  code,
  newNumber: () => ballotNumber(randomBytes(ballotNumberBytes)),
  draw: () => {
    const { itemsDrawnPerArea } = page.settings;
    return itemsDrawnPerArea === null ? null : drawItems(page.itemsPerStep, itemsDrawnPerArea, randomBytes);
  },
});
const last = page.steps.length - 1;
let isSending = false;
let lastAnswerAt = 0;

function currentStep(): number {
  return page.steps.findIndex((section) => !section.hidden);
}

function show(step: number, isFirstSight = false): void {
  if (step > 0) session.change({ ...session.draft, step });
  if (step === last)
    page.leftOpen.textContent = leftOpenSentence(page, (id) => Object.hasOwn(session.draft.answers, id));
  lastAnswerAt = performance.now();
  showStep(page, step, isBegun(session.draft), isFirstSight);
}

function go(step: number): void {
  history.pushState({ step }, '');
  show(step);
}

function goOn(): void {
  const step = currentStep();
  if (step > 0) return go(step + 1);
  const typed = page.codeBlock.hidden
    ? ({ ok: true, code: session.draft.code } as const)
    : parseInvitationCode(page.code.value);
  if (!typed.ok) return showCodeError(page, page.settings.codeFaults[typed.fault]);
  showCodeError(page, '');
  page.resume.hidden = true;
  session.change({ ...session.draft, code: typed.code });
  go(Math.min(Math.max(session.draft.step, 1), last));
}

/** No code and no answers: the page as it is for the next one on this device. */
function isNobody(): boolean {
  return session.draft.code === '' && !isBegun(session.draft);
}

async function send(): Promise<void> {
  if (isSending) return;
  isSending = true;
  const refused = await sendFromPage(page, session);
  isSending = false;
  if (!refused) {
    session.sent();
    tab.forget();
    if (isNobody()) fillIn(page, session);
    return showThanks(page, !isNobody());
  }
  if (refused.field !== 'code') {
    page.refusedText.textContent = refused.sentence;
    page.refused.hidden = false;
    return;
  }
  go(0);
  showCodeError(page, refused.sentence);
}

page.form.addEventListener('change', ({ target }) => {
  if (!(target instanceof HTMLInputElement) || target.type !== 'radio') return;
  const given = answerOf(target.value);
  const now = performance.now();
  if (given !== undefined) session.change(withAnswer(session.draft, target.name, given, now - lastAnswerAt));
  lastAnswerAt = now;
});
page.form.addEventListener('input', ({ target }) => {
  if (target instanceof HTMLTextAreaElement) session.change(withWords(session.draft, target.name, target.value));
});
page.form.addEventListener('submit', (event) => {
  event.preventDefault();
  if (currentStep() === last) void send();
  else goOn();
});
page.next.addEventListener('click', goOn);
page.back.addEventListener('click', () => go(currentStep() - 1));
page.changeAnswers.addEventListener('click', () => go(1));
page.startOver.addEventListener('click', () => {
  session.startOver();
  page.resume.hidden = true;
  fillIn(page, session);
  show(0);
});
page.shared.addEventListener('change', () => {
  session.keepOnDevice(!page.shared.checked);
  if (page.shared.checked) tab.forget();
});
for (const link of page.declineLinks)
  link.addEventListener('click', () => {
    session.startOver();
    tab.forget();
  });
for (const link of page.languageLinks)
  link.addEventListener('click', () => {
    link.hash = session.draft.code;
  });
addEventListener('popstate', ({ state }: PopStateEvent) => {
  const step: unknown = (state as { step?: unknown } | null)?.step;
  show(typeof step === 'number' && !isNobody() ? Math.min(step, last) : 0);
});
// The link from the mail, opened once more in the tab where the page already stands.
addEventListener('hashchange', () => {
  if (codeInAddress(location.hash) !== '') location.reload();
});
addEventListener('beforeunload', (event) => {
  if (!session.isKept && isBegun(session.draft) && page.thanks.hidden) event.preventDefault();
});

for (const element of document.querySelectorAll<HTMLElement>('[data-with-script]')) element.hidden = false;
for (const element of document.querySelectorAll<HTMLElement>('[data-without-script]')) element.hidden = true;
page.resume.hidden = !isBegun(session.draft);
fillIn(page, session);
show(0, true);
