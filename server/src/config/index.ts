/** Configuration: the only reader of the process environment. */
export { ConfigError } from './config-error.ts';
export { describeSettings } from './describe-settings.ts';
export { type Config, loadConfig } from './load-config.ts';
