import { ArrowLeftOutlined } from '@ant-design/icons';
import { Button, Tabs } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate, useSearchParams } from 'react-router';
import { useTitle } from '../core/environment.ts';
import { formatNumber } from '../core/format.ts';

/** A tab of a page; its key stands in the address as `?tab=`. */
export interface DetailTab {
  readonly key: string;
  readonly label: string;
  readonly count?: number;
  readonly content: ReactNode;
}

/** Properties of a detail page. */
export interface DetailPageProps {
  readonly title: string;
  /** The number people call it by. */
  readonly code?: string;
  readonly state?: ReactNode;
  /** Where Back leads for somebody who did not come from a list. */
  readonly backTo: string;
  readonly transitions?: ReactNode;
  /** Further buttons, before the transitions. */
  readonly actions?: ReactNode;
  /** The few facts that everybody wants first. */
  readonly facts?: readonly { readonly label: string; readonly value: ReactNode }[];
  readonly tabs?: readonly DetailTab[];
  readonly children?: ReactNode;
}

/** What a list leaves in the history entry of the page it opens. */
export interface FromList {
  readonly fromList: true;
}

function cameFromList(state: unknown): boolean {
  return typeof state === 'object' && state !== null && 'fromList' in state;
}

/** The page of one thing: title, state, what can be done now, facts, and tabs with addresses. */
export function DetailPage(props: DetailPageProps): ReactNode {
  const { t } = useTranslation('kit');
  const navigate = useNavigate();
  const location = useLocation();
  const [params, setParams] = useSearchParams();
  useTitle(props.code ? `${props.code} ${props.title}` : props.title);
  const tabs = props.tabs ?? [];
  const asked = params.get('tab');
  const active = tabs.find(({ key }) => key === asked)?.key ?? tabs[0]?.key;
  return (
    <article>
      <header className="xh-head xh-head-detail">
        <Button
          type="text"
          icon={<ArrowLeftOutlined />}
          aria-label={t('action.back')}
          title={t('action.back')}
          // Going back in the history brings the list as it was: filters, page, selection and scroll.
          onClick={() => void (cameFromList(location.state) ? navigate(-1) : navigate(props.backTo))}
        />
        <div className="xh-head-words">
          <h1>
            {props.code ? <span className="xh-code">{props.code}</span> : null}
            {props.title}
          </h1>
          {props.state}
        </div>
        <div className="xh-head-actions">
          {props.actions}
          {props.transitions}
        </div>
      </header>
      {props.facts && props.facts.length > 0 ? (
        <dl className="xh-facts">
          {props.facts.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      {tabs.length > 0 ? (
        <Tabs
          activeKey={active}
          destroyOnHidden
          // Replaced, so that Back leads out of the page and not through its tabs.
          onChange={(tab) =>
            setParams(
              (before) => {
                before.set('tab', tab);
                return before;
              },
              { replace: true, state: location.state, preventScrollReset: true },
            )
          }
          items={tabs.map(({ key, label, count, content }) => ({
            key,
            label: count === undefined ? label : `${label} ${formatNumber(count)}`,
            children: content,
          }))}
        />
      ) : null}
      {props.children}
    </article>
  );
}
