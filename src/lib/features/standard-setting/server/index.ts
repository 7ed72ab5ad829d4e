export { startSession } from './start-session.ts';
export { sessionList, sessionPage } from './session-page.ts';
export { closeSession, endRoundOne, startRoundTwo } from './move-session.ts';
export { removePanellist, removeSession } from './remove-session.ts';
export { addPaperSheet, joinPage, joinPanel } from './join-panel.ts';
export { panelAreaPage, panelPage } from './panel-page.ts';
export { finishRound, keepArea, keepPaperSheet, paperSheet } from './keep-judgements.ts';
export { adoptOutcome } from './adopt-outcome.ts';
export { panelForm, sessionDocument } from './session-documents.ts';
