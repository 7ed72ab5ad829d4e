export { fixManifest } from './fix-manifest.ts';
export { makeGroupKeys, makeGroupKeysJob } from './complete-manifest.ts';
export { isPrivateHalf, keepOpeningKey, openingKeyOf } from './opening-key.ts';
export { groupVerifier, keyProgress, manifestOf } from './kept-manifest.ts';
export type { KeptManifest } from './kept-manifest.ts';
export { publicManifest } from './public-manifest.ts';
export { dropGroupKeys, groupSigner } from './group-signer.ts';
export { signBlinded, signNumber } from './sign-blinded.ts';
