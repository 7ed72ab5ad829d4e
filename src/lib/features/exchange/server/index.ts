export { exchangePage } from './exchange-page.ts';
export { aggregateFile } from './aggregate-file.ts';
export { importPool, removePool } from './import-pool.ts';
export { poolBeside } from './pool-beside.ts';
