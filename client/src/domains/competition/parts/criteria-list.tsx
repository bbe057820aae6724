import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, HolderOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '#client/ui/core/language.ts';
import type { CriterionEdit } from '../criterion-drafts.ts';

/** The criteria in their order; moved by dragging, or by buttons that work with the keyboard. */
export function CriteriaList(props: {
  edits: readonly CriterionEdit[];
  chosen: string | undefined;
  locked: boolean;
  problems: (index: number) => number;
  choose: (key: string) => void;
  move: (from: number, to: number) => void;
  remove: (key: string) => void;
}): ReactNode {
  const { t } = useTranslation('competition');
  const language = useLanguage();
  const [dragged, setDragged] = useState<number>();
  const { edits, chosen, locked, move } = props;
  const nameOf = ({ title, titleEn }: CriterionEdit): string =>
    (language === 'en' && titleEn ? titleEn : title) || t('criteria.untitled');
  return (
    <ol className="xc-criteria-list" aria-label={t('criteria.list')}>
      {edits.map((criterion, i) => {
        const name = nameOf(criterion);
        const wrong = locked ? 0 : props.problems(i);
        return (
          <li
            key={criterion.key}
            draggable={!locked}
            className={dragged === i ? 'xc-dragged' : undefined}
            onDragStart={(event) => {
              event.dataTransfer.effectAllowed = 'move';
              setDragged(i);
            }}
            onDragOver={(event) => {
              if (dragged === undefined) return;
              event.preventDefault();
              if (dragged !== i) {
                move(dragged, i);
                setDragged(i);
              }
            }}
            onDragEnd={() => setDragged(undefined)}
          >
            {locked ? null : <HolderOutlined aria-hidden title={t('criteria.drag')} className="xc-handle" />}
            <button
              type="button"
              className="xc-criteria-name"
              aria-current={criterion.key === chosen}
              onClick={() => props.choose(criterion.key)}
            >
              <span>{name}</span>
              <span className="xh-hint">{criterion.weight ? `${criterion.weight} %` : ''}</span>
              {wrong > 0 ? (
                <span className="xc-wrong">{t('criteria.problems', { count: wrong })}</span>
              ) : null}
            </button>
            {locked ? null : (
              <span className="xc-criteria-tools">
                <Button
                  type="text"
                  size="small"
                  icon={<ArrowUpOutlined />}
                  disabled={i === 0}
                  aria-label={t('criteria.up', { name })}
                  onClick={() => move(i, i - 1)}
                />
                <Button
                  type="text"
                  size="small"
                  icon={<ArrowDownOutlined />}
                  disabled={i === edits.length - 1}
                  aria-label={t('criteria.down', { name })}
                  onClick={() => move(i, i + 1)}
                />
                <Button
                  type="text"
                  size="small"
                  icon={<DeleteOutlined />}
                  aria-label={t('criteria.remove', { name })}
                  onClick={() => props.remove(criterion.key)}
                />
              </span>
            )}
          </li>
        );
      })}
    </ol>
  );
}
