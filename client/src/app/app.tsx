import type { ApolloClient } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { ConfigProvider } from 'antd';
import type { Locale } from 'antd/es/locale';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { RouterProvider } from 'react-router/dom';
import { useLanguage } from '../ui/core/language.ts';
import { Notices } from '../ui/show/notices.tsx';
import { antdLocale, setCalendarLanguage } from './antd-locale.ts';
import type { createRouter } from './router.tsx';
import { ViewerProvider } from './session/viewer-provider.tsx';
import { antdTheme, applyTokens } from './theme.ts';
import { initialMode, keepMode, ThemeModeContext } from './theme-mode.ts';

/** Theme, language, session and addresses around every screen. */
export function App(props: {
  client: ApolloClient;
  router: ReturnType<typeof createRouter>;
  /** Here before the first drawing: Ant Design builds its tree anew when a locale appears later. */
  locale: Locale;
}): ReactNode {
  const language = useLanguage();
  const [mode, setMode] = useState(initialMode);
  const [locale, setLocale] = useState(props.locale);
  useEffect(() => applyTokens(mode), [mode]);
  useEffect(() => {
    let current = true;
    // Without a line the words stay those of the other language until the next switch.
    antdLocale(language).then(
      (loaded) => {
        if (current) setLocale(loaded);
      },
      () => undefined,
    );
    setCalendarLanguage(language).catch(() => undefined);
    return () => {
      current = false;
    };
  }, [language]);
  const theme = useMemo(() => antdTheme(mode), [mode]);
  const modeSwitch = useMemo(
    () => ({
      mode,
      toggle: () => {
        const next = mode === 'dark' ? 'light' : 'dark';
        keepMode(next);
        setMode(next);
      },
    }),
    [mode],
  );
  return (
    <ThemeModeContext value={modeSwitch}>
      <ConfigProvider theme={theme} locale={locale} button={{ autoInsertSpace: false }}>
        <ApolloProvider client={props.client}>
          <ViewerProvider>
            <RouterProvider router={props.router} />
            <Notices />
          </ViewerProvider>
        </ApolloProvider>
      </ConfigProvider>
    </ThemeModeContext>
  );
}
