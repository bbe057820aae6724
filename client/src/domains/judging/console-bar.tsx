import {
  ArrowLeftOutlined,
  ForwardOutlined,
  LeftOutlined,
  MoreOutlined,
  RightOutlined,
  StopOutlined,
} from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useNarrow } from '#client/ui/core/environment.ts';
import { useLanguage } from '#client/ui/core/language.ts';
import type { ConsoleSession } from './console-session.ts';
import { SaveState } from './console-status.tsx';

/** The top: which of how many, what it is, and the steps that go on or aside. */
export function ConsoleBar({
  session,
  onRecuse,
}: {
  session: ConsoleSession;
  onRecuse: () => void;
}): ReactNode {
  const { t } = useTranslation('judging');
  const narrow = useNarrow();
  const english = useLanguage() === 'en';
  const { paper, previous, next, go } = session;
  const { entry } = paper;
  const open = session.mode === 'marking' || session.mode === 'question';
  const category = english ? entry?.category.titleEn || entry?.category.title : entry?.category.title;
  const title = english ? entry?.titleEn || entry?.title : entry?.title;
  return (
    <header className="xh-console-bar">
      <Link to="/judge" className="xh-console-back" aria-label={t('console.back')} title={t('console.back')}>
        <ArrowLeftOutlined />
      </Link>
      <div className="xh-console-what">
        <h1 title={title}>{title}</h1>
        <p>
          <b>{t('console.place', { place: session.place, total: session.total })}</b>
          <span>{category}</span>
          {narrow ? null : (
            <>
              <span>{entry?.number}</span>
              <SaveState record={session.record} />
            </>
          )}
        </p>
      </div>
      <Button
        icon={<LeftOutlined />}
        aria-label={t('console.previous')}
        title={`${t('console.previous')} (p)`}
        disabled={previous === null}
        onClick={() => previous !== null && go(previous)}
      />
      <Button
        icon={<RightOutlined />}
        aria-label={t('console.next')}
        title={`${t('console.next')} (n)`}
        disabled={next === null}
        onClick={() => next !== null && go(next)}
      />
      {open && !narrow ? (
        <>
          <Button icon={<ForwardOutlined />} title={`${t('console.skip')} (s)`} onClick={session.skip}>
            {t('console.skip')}
          </Button>
          <Button icon={<StopOutlined />} title={`${t('console.recuse')} (r)`} onClick={onRecuse}>
            {t('console.recuse')}
          </Button>
        </>
      ) : null}
      {open && narrow ? (
        <Dropdown
          trigger={['click']}
          menu={{
            items: [
              { key: 'skip', icon: <ForwardOutlined />, label: t('console.skip'), onClick: session.skip },
              { key: 'recuse', icon: <StopOutlined />, label: t('console.recuse'), onClick: onRecuse },
            ],
          }}
        >
          <Button icon={<MoreOutlined />} aria-label={t('console.more')} />
        </Dropdown>
      ) : null}
    </header>
  );
}
