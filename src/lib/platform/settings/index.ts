export { projectRoot, readSettings } from './read-settings.ts';
export type { Environment, SettingFault, Settings } from './read-settings.ts';
export { describeSettings, withoutPassword } from './describe-settings.ts';
