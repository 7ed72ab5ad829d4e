export { projectRoot, readSettings } from './read-settings.ts';
export type { Environment, ReadSettings, SettingFault, Settings } from './read-settings.ts';
export { describeSettings, withoutPassword } from './describe-settings.ts';
export type { DescribedSetting } from './describe-settings.ts';
export type { SettingName } from './declarations.ts';
