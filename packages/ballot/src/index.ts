export { ballotLanguages, formIds, speedBands } from './ballot.ts';
export type {
  Answer,
  BallotFault,
  BallotForm,
  BallotLanguage,
  DecodedBallot,
  FilledBallot,
  SpeedBand,
} from './ballot.ts';
export { ballotNumber, ballotNumberBytes, parseBallotNumber } from './ballot-number.ts';
export { fromBase64url, toBase64url } from './base64url.ts';
export { decodeBallot, decodeBallotText } from './decode-ballot.ts';
export { encodeBallot, encodeBallotText, payloadBytes } from './encode-ballot.ts';
export { invitationCode, invitationCodeBytes, parseInvitationCode } from './invitation-code.ts';
export type { InvitationCodeFault, ParsedInvitationCode } from './invitation-code.ts';
export { openBallots } from './open-ballots.ts';
export type { OpenedBallots, OpenedBlock, OpeningDefinition, RejectReason, SealedBallot } from './open-ballots.ts';
export { openResearchBallots } from './open-research-ballots.ts';
export type { OpenedResearchBallots, ResearchRow } from './open-research-ballots.ts';
export { shuffle } from './shuffle.ts';
export type { RandomBytes } from './shuffle.ts';
