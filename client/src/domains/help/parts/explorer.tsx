import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import { GraphiQL } from 'graphiql';
import { parse, print } from 'graphql';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { EXAMPLE_NAMES, EXAMPLE_QUERIES } from '../example-queries.ts';
import { fetchGraphql } from '../fetch-graphql.ts';

/** GraphiQL on the own endpoint, beginning with the example queries. */
export default function Explorer(): ReactNode {
  const { t } = useTranslation('help');
  const tabs = useMemo(
    () =>
      EXAMPLE_NAMES.map((name, index) => {
        const heading = t('explorer.example', { number: index + 1, title: t(`explorer.examples.${name}`) });
        return { query: `# ${heading}\n${print(parse(EXAMPLE_QUERIES[name]))}\n` };
      }),
    [t],
  );
  return (
    <GraphiQL
      fetcher={fetchGraphql}
      defaultTabs={tabs}
      forcedTheme={document.documentElement.dataset.theme === 'dark' ? 'dark' : 'light'}
    >
      <GraphiQL.Logo>{null}</GraphiQL.Logo>
    </GraphiQL>
  );
}
