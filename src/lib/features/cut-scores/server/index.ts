export { levelsPage } from './levels-page.ts';
export { adoptCutScoreFile } from './adopt-cut-score-file.ts';
export { adoptVersion } from './adopt-version.ts';
export { cutScoreFile } from './cut-score-file.ts';
export { currentCutScores, currentVersion, keptCutScores } from './kept-cut-scores.ts';
export { keepAndAdopt } from './keep-and-adopt.ts';
