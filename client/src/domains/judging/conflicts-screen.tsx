import { PlusOutlined, SearchOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from '#client/ui/core/viewer.ts';
import { EditionSwitch } from '../competition/parts/edition-gate.tsx';
import { ConflictAdd } from './conflicts-add.tsx';
import { ConflictsFind } from './conflicts-find.tsx';
import { ConflictsList } from './conflicts-list.tsx';
import { WithEdition } from './edition-page.tsx';
import { chosenRound } from './round-choice.ts';
import './judging.css';

/** Who must not judge what, in the working edition. */
export default function ConflictsScreen(): ReactNode {
  const { t } = useTranslation('judging');
  const manage = useCan()('conflict.manage');
  const [open, setOpen] = useState<'add' | 'find'>();
  const close = (): void => setOpen(undefined);
  return (
    <WithEdition>
      {(edition, choice) => {
        const round = chosenRound(edition.rounds, null);
        return (
          <>
            <ConflictsList
              competitionId={edition.id}
              actions={
                <>
                  <EditionSwitch choice={choice} />
                  {manage ? (
                    <>
                      <Button icon={<SearchOutlined />} disabled={!round} onClick={() => setOpen('find')}>
                        {t('conflicts.find')}
                      </Button>
                      <Button type="primary" icon={<PlusOutlined />} onClick={() => setOpen('add')}>
                        {t('conflicts.add')}
                      </Button>
                    </>
                  ) : null}
                </>
              }
            />
            {open === 'add' ? <ConflictAdd competitionId={edition.id} onClose={close} /> : null}
            {open === 'find' && round ? <ConflictsFind roundId={round.id} onClose={close} /> : null}
          </>
        );
      }}
    </WithEdition>
  );
}
