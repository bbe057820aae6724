import './global.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { antdLocale } from './antd-locale.ts';
import { createApollo } from './apollo/client.ts';
import { WITHOUT_GATE } from './apollo/session-link.ts';
import { App } from './app.tsx';
import { initialLanguage } from './i18n/language.ts';
import { preloadWords, startWords } from './i18n/setup.ts';
import { createRouter } from './router.tsx';
import { VIEWER } from './session/documents.ts';
import { preloadSignInModal } from './session/session-guard.tsx';
import { applyTokens } from './theme.ts';
import { initialMode } from './theme-mode.ts';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no place to draw in');

applyTokens(initialMode());
const client = createApollo();
// Asked while words and first screen are still on their way; the provider finds the answer in the cache, or asks
// again and shows the failure.
client.query({ query: VIEWER, context: WITHOUT_GATE }).catch(() => undefined);

const language = initialLanguage(window.location.search);
const [locale] = await Promise.all([antdLocale(language), startWords(language)]);
createRoot(root).render(
  <StrictMode>
    <App client={client} router={createRouter()} locale={locale} />
  </StrictMode>,
);
preloadWords();
preloadSignInModal();
