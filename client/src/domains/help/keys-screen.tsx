import './help.css';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCan } from '#client/ui/core/viewer.ts';
import { Kbd } from '#client/ui/show/kbd.tsx';
import { Page, Section } from '#client/ui/show/page.tsx';

/** Keys that do the same or the opposite, and what they do. */
type Line = readonly [keys: readonly string[], words: string];

function Keys({ title, lines }: { title: string; lines: readonly Line[] }): ReactNode {
  return (
    <Section title={title}>
      <dl className="xh-keys-list">
        {lines.map(([keys, words]) => (
          <div key={words}>
            <dt>
              {keys.map((one) => (
                <Kbd key={one} keys={one} />
              ))}
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

/** Every keyboard shortcut of the product, by where it works. */
export default function KeysScreen(): ReactNode {
  const { t } = useTranslation('help');
  const can = useCan();
  return (
    <Page title={t('keys.title')} hint={t('keys.hint')}>
      <div className="xh-keys-columns">
        <Keys
          title={t('keys.everywhere.title')}
          lines={[
            [['Ctrl+K'], t('keys.everywhere.palette')],
            [['?'], t('keys.everywhere.help')],
            [['Esc'], t('keys.everywhere.close')],
          ]}
        />
        <Keys
          title={t('keys.list.title')}
          lines={[
            [['j'], t('keys.list.next')],
            [['k'], t('keys.list.previous')],
            [['Enter'], t('keys.list.open')],
            [['x'], t('keys.list.toggle')],
            [['/'], t('keys.list.search')],
            [[`Ctrl+${t('keys.click')}`], t('keys.list.newTab')],
          ]}
        />
        <Keys title={t('keys.form.title')} lines={[[['Ctrl+Enter'], t('keys.form.submit')]]} />
        <Keys
          title={t('keys.console.title')}
          lines={[
            [['0 – 9'], t('keys.console.digits')],
            [['.'], t('keys.console.point')],
            [['Backspace'], t('keys.console.clear')],
            [['↑', '↓'], t('keys.console.step')],
            [['Tab', 'Shift+Tab'], t('keys.console.tab')],
            [['c'], t('keys.console.comment')],
            [['Ctrl+Enter'], t('keys.console.submit')],
            [['n', 'p'], t('keys.console.next')],
            [['s'], t('keys.console.skip')],
            [['r'], t('keys.console.recuse')],
            [['d'], t('keys.console.declare')],
            [['[', ']'], t('keys.console.document')],
            [['q'], t('keys.console.back')],
          ]}
        />
      </div>
      {can('token.own') ? (
        <p>
          <Link to="/graphiql">{t('keys.explorer')}</Link>
        </p>
      ) : null}
    </Page>
  );
}
