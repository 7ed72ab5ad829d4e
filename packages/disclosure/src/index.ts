export { auditPeiling } from './audit/audit-peiling.ts';
export { isEnclosed } from './audit/audited.ts';
export type {
  AuditedCell,
  AuditedItem,
  AuditedPeiling,
  AuditedProfile,
  AuditedScale,
  AuditedTable,
  AuditReport,
  EnclosedTarget,
  TargetKind,
} from './audit/audited.ts';
export { bandClasses, bandClassOf, itemCellOf } from './cells.ts';
export type { AreaCell, BandClass, ClimateBasis, ItemCell, Place } from './cells.ts';
export { coarsened } from './coarsened.ts';
export { codedClasses, mayTellClasses } from './coding/coded-classes.ts';
export type { Classes, CodedClasses } from './coding/coded-classes.ts';
export { codedMean, inBoth, rangeTold, windowOfMean, windowOfPart } from './coding/coded-mean.ts';
export type { Window } from './coding/coded-mean.ts';
export { minimumOfSeveral, restOf } from './coding/rest.ts';
export type { Rest } from './coding/rest.ts';
export { decidePublication, publicationInTree, publishForClass, publishForWhole } from './decide-publication.ts';
export type { GroupNode, HiddenReason, PublicationDecision, PublicationOptions } from './decide-publication.ts';
export { countPerGroup, joinSmallGroups } from './join-small-groups.ts';
export { joinedParts } from './joined-parts.ts';
export type { JoinedPart } from './joined-parts.ts';
export {
  effectiveMinimum,
  mayCompareRosters,
  mayShowComments,
  mayShowProfileClass,
  minimumForProfile,
  minimumInvited,
  publicationRules,
} from './publication-rules.ts';
export { codedProfileMeans } from './profile/coded-profile-means.ts';
export { differenceFromGroups, profileClasses } from './profile/profile-classes.ts';
export type { ProfileClass, ProfileClasses } from './profile/profile-classes.ts';
export { derivePublished, publishedValue } from './published.ts';
export type { Published } from './published.ts';
export { publishResponse, renewedResponse, responseBand } from './response-band.ts';
export type { ResponseBand } from './response-band.ts';
