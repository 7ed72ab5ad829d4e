import { writeFileSync } from 'node:fs';
import { renderSav } from '../../../src/lib/report/sav/render-sav.ts';
import { sampleSav } from '../../../src/lib/report/testing/sample-sav.ts';

// Writes the sample that read-sav.R and read-sav.sps read: node tests/oracle/sav/write-sample.ts FILE
writeFileSync(process.argv[2] ?? 'sample.sav', renderSav(sampleSav));
