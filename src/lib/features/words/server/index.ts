export { wordsOf } from './words-of.ts';
export { wordsReview } from './words-review.ts';
export { wordsWaiting } from './words-waiting.ts';
export { blackOut } from './black-out.ts';
export { releaseWords } from './release-words.ts';
export { mayReadWords, mayReviewWords } from './policy.ts';
