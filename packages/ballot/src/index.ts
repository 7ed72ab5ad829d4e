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
export {
  ballotKeyNumberBytes,
  ballotKeyOf,
  isBallotKeyNumber,
  makeBallotKey,
  privateScalar,
  signatureBytes,
} from './ballot-key.ts';
export type { BallotKey } from './ballot-key.ts';
export { fromBase64url, toBase64url } from './base64url.ts';
export { webCryptography } from './ballot-cryptography.ts';
export type { BallotCryptography, CredentialCheck, ReceiptMark, Soon } from './ballot-cryptography.ts';
export { prefixBytes } from './blind-signature.ts';
export type { BallotTools } from './blind-signature.ts';
export { bytesOfId, idOfBytes, isZeroFrom, sha256 } from './byte-strings.ts';
export { canonicalJson } from './canonical-json.ts';
export type { JsonValue } from './canonical-json.ts';
export { checkGroupAnswer, checkManifest, checkManifestSignature } from './check-manifest.ts';
export type {
  CheckedGroup,
  CheckedManifest,
  ExpectedManifest,
  GroupAnswer,
  GroupAnswerFault,
  ManifestFault,
  SignatureCheck,
} from './check-manifest.ts';
export { blindNumber, credentialBytes, finishCredential, verifyCredential } from './credential.ts';
export type { BlindedNumber, Credential } from './credential.ts';
export { decodeBallot } from './decode-ballot.ts';
export { encodeBallot, encodeBallotText, payloadBytes } from './encode-ballot.ts';
export { manifestFingerprint, parseFingerprint } from './fingerprint.ts';
export { groupKeyBits, importGroupKey } from './group-key.ts';
export { makeOpeningKey, openingKeyBytes, sealTo } from './hpke.ts';
export type { Opener, OpeningKey } from './hpke.ts';
export { invitationCode, invitationCodeBytes, parseInvitationCode } from './invitation-code.ts';
export type { InvitationCodeFault, ParsedInvitationCode } from './invitation-code.ts';
export { encodeManifestHead, groupTree, isGroupInManifest, isHashOf, openingKeyKinds } from './manifest.ts';
export type { GroupPath, GroupTree, ManifestGroup, ManifestHead, OpeningKeyKind } from './manifest.ts';
export { openBallots } from './open-ballots.ts';
export type { OpenedBallots, OpenedBlock, OpeningDefinition, RejectReason, SealedBallot } from './open-ballots.ts';
export { openResearchBallots } from './open-research-ballots.ts';
export type { OpenedResearchBallots, ResearchRow } from './open-research-ballots.ts';
export { openSealedBallots, publishedNumbers } from './open-sealed-ballots.ts';
export type { CountTools, OpenedSealedBallots, PublishedNumbers, SealedOpening } from './open-sealed-ballots.ts';
export { readManifestHead } from './read-manifest-head.ts';
export type { ReadManifestHead } from './read-manifest-head.ts';
export { joinShares, splitOpeningKey } from './opening-shares.ts';
export type { JoinedShares, OpeningShares } from './opening-shares.ts';
export { receiptText } from './receipt-mark.ts';
export { faultOutside, placeOf } from './received-ballot.ts';
export type { ReceiptFault, ReceivedBallot } from './received-ballot.ts';
export { sealBallot, sealedBytes, sealWith, signBallot, signedText, verifyBallotSignature } from './sealed-ballot.ts';
export type { BallotKind, BallotPlace, InsideFault, Sealer } from './sealed-ballot.ts';
export { parseShare, shareHolders, shareRows } from './share-text.ts';
export type { OpeningShare, ParsedShare, ShareFault, ShareHolder } from './share-text.ts';
export { shuffle } from './shuffle.ts';
export type { RandomBytes } from './shuffle.ts';
export { unsealBallots, unsealInParts, unsealPartWith } from './unseal-ballots.ts';
export type {
  InParts,
  Progress,
  SealFault,
  UnsealedBallot,
  UnsealedBallots,
  UnsealingKeys,
  UnsealOutcome,
  UnsealPart,
} from './unseal-ballots.ts';
export { manifestChecks, readPublishedManifest, verifyManifest } from './verify-manifest.ts';
export type { CheckOutcome, ManifestCheck, PublishedManifest, VerifiedManifest } from './verify-manifest.ts';
export { encodeWithdrawal, setWithdrawnApart, withdrawalSecret } from './withdrawal.ts';
export type { Withdrawn } from './withdrawal.ts';
