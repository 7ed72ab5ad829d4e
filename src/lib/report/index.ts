export { renderInvitations } from './invitations/render-invitations.ts';
export type { InvitationPrint, InvitationTerms, PrintedCode, Recipient } from './invitations/invitation-print.ts';
export type { Language } from './language.ts';
export { renderPoster } from './poster/render-poster.ts';
export type { Poster, PosterLine } from './poster/poster.ts';
export { renderAnalysis } from './analysis/render-analysis.ts';
export type { AnalysisOptions } from './analysis/render-analysis.ts';
export type { AnalysisNames } from './analysis/analysis-text.ts';
