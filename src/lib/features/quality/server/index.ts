export { measurementQuality } from './measurement-quality.ts';
