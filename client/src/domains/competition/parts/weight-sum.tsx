import { CheckCircleOutlined, WarningOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { weightSum } from '../weights.ts';

/** The sum of weights, as it changes; told to a screen reader, too. */
export function WeightSum({ weights }: { weights: readonly string[] }): ReactNode {
  const { t } = useTranslation('competition');
  const { sum, rest, state } = weightSum(weights);
  return (
    <span className={state === 'exact' ? 'xc-sum xc-sum-right' : 'xc-sum'} role="status">
      {state === 'exact' ? <CheckCircleOutlined aria-hidden /> : <WarningOutlined aria-hidden />}{' '}
      {state === 'exact'
        ? t('criteria.sum', { sum })
        : state === 'under'
          ? t('criteria.sumWrong', { sum, rest })
          : t('criteria.sumOver', { sum, rest })}
    </span>
  );
}
