import { prepareWords } from './test-words.ts';

if (typeof window !== 'undefined') await import('./test-page.ts');
await prepareWords();
