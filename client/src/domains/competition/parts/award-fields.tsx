import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined } from '@ant-design/icons';
import {
  AWARD_SCOPES,
  type AwardScope,
  TIES_AT_LINE,
  type TieAtLine,
} from '@xinghuo/shared/competition/competition';
import { valuesOf } from '@xinghuo/shared/kernel/label';
import { Button, Input, InputNumber, Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLabel, useLanguage } from '#client/ui/core/language.ts';
import type { ProblemData } from '#client/ui/core/problem-text.ts';
import type { AwardDraft } from '../award-drafts.ts';
import { Labelled } from './labelled.tsx';

/** One award: its names, among whom and how many, and what happens on a tie. */
export function AwardFields(props: {
  award: AwardDraft;
  off: boolean;
  first: boolean;
  last: boolean;
  problem: (field: string) => ProblemData | undefined;
  change: (part: Partial<AwardDraft>) => void;
  move: (by: 1 | -1) => void;
  remove: () => void;
}): ReactNode {
  const { t } = useTranslation('competition');
  const label = useLabel();
  const language = useLanguage();
  const { award, off, problem, change } = props;
  const name = (language === 'en' && award.titleEn ? award.titleEn : award.title) || t('awards.untitled');
  const texts = award.scope === 'NOMINATED' ? (['basis', 'basisEn'] as const) : [];
  return (
    <li className="xc-card" aria-label={name}>
      <p className="xc-card-head">
        <b>{name}</b>
        {off ? null : (
          <span>
            <Button
              type="text"
              icon={<ArrowUpOutlined />}
              disabled={props.first}
              aria-label={t('awards.up', { name })}
              onClick={() => props.move(-1)}
            />
            <Button
              type="text"
              icon={<ArrowDownOutlined />}
              disabled={props.last}
              aria-label={t('awards.down', { name })}
              onClick={() => props.move(1)}
            />
            <Button
              type="text"
              icon={<DeleteOutlined />}
              aria-label={t('awards.remove', { name })}
              onClick={props.remove}
            />
          </span>
        )}
      </p>
      <div className="xc-grid">
        <Labelled label={t('awards.title')} problem={problem('title')}>
          {(id) => (
            <Input
              id={id}
              value={award.title}
              maxLength={40}
              disabled={off}
              onChange={(event) => change({ title: event.target.value })}
            />
          )}
        </Labelled>
        <Labelled label={t('awards.titleEn')} problem={problem('titleEn')}>
          {(id) => (
            <Input
              id={id}
              value={award.titleEn}
              maxLength={100}
              disabled={off}
              onChange={(event) => change({ titleEn: event.target.value })}
            />
          )}
        </Labelled>
        <Labelled label={t('awards.scope')}>
          {(id) => (
            <Select<AwardScope>
              id={id}
              value={award.scope}
              disabled={off}
              options={valuesOf(AWARD_SCOPES).map((value) => ({ value, label: label(AWARD_SCOPES[value]) }))}
              onChange={(scope) => change({ scope })}
            />
          )}
        </Labelled>
        <Labelled label={t('awards.quota')} problem={problem('quota')}>
          {(id) => (
            <InputNumber
              id={id}
              value={award.quota}
              min={1}
              max={1000}
              precision={0}
              disabled={off}
              onChange={(quota) => change({ quota: quota ?? 1 })}
            />
          )}
        </Labelled>
        {award.scope === 'NOMINATED' ? null : (
          <>
            <Labelled
              label={t('awards.minimum')}
              hint={t('awards.minimumHint')}
              problem={problem('minimumTotal')}
            >
              {(id) => (
                <Input
                  id={id}
                  value={award.minimumTotal}
                  inputMode="decimal"
                  disabled={off}
                  onChange={(event) => change({ minimumTotal: event.target.value.trim() })}
                />
              )}
            </Labelled>
            <Labelled label={t('awards.tie')}>
              {(id) => (
                <Select<TieAtLine>
                  id={id}
                  value={award.tieAtLine}
                  disabled={off}
                  options={valuesOf(TIES_AT_LINE).map((value) => ({
                    value,
                    label: label(TIES_AT_LINE[value]),
                  }))}
                  onChange={(tieAtLine) => change({ tieAtLine })}
                />
              )}
            </Labelled>
          </>
        )}
        {texts.map((field) => (
          <Labelled
            key={field}
            wide
            label={t(`awards.${field}`)}
            {...(field === 'basis' ? { hint: t('awards.basisHint') } : {})}
            problem={problem(field)}
          >
            {(id) => (
              <Input.TextArea
                id={id}
                value={award[field]}
                autoSize={{ minRows: 1, maxRows: 5 }}
                maxLength={field === 'basis' ? 500 : 1000}
                disabled={off}
                onChange={(event) => change({ [field]: event.target.value })}
              />
            )}
          </Labelled>
        ))}
      </div>
    </li>
  );
}
