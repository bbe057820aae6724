export { MAX_TEXT, readText } from './read-text.ts';
