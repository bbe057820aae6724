import { ENTRY_LIFECYCLE } from '@xinghuo/shared/competition/entry';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { useWrite } from '#client/ui/core/use-write.ts';
import { TransitionBar } from '#client/ui/detail/transition-bar.tsx';
import { ENTRY_ACCEPT, ENTRY_DISQUALIFY, ENTRY_REJECT, ENTRY_WITHDRAW } from '../documents/entry.ts';
import type { EntryView } from '../entry-types.ts';
import { choicesOf } from '../step-choices.ts';
import { useEditionTitle } from './edition-gate.tsx';

const REFETCH = { refetch: ['EntryPage'] } as const;
/** Steps of the office. Returning needs notes and stands on the screening tab; submitting is the team's. */
const STEPS = ['accept', 'reject', 'disqualify', 'withdraw'] as const;

/** What the office can do with an entry now. */
export function EntryTransitions({ entry }: { entry: EntryView }): ReactNode {
  const titleOf = useEditionTitle();
  const [params] = useSearchParams();
  const [accept] = useWrite(ENTRY_ACCEPT, REFETCH);
  const [reject] = useWrite(ENTRY_REJECT, REFETCH);
  const [disqualify] = useWrite(ENTRY_DISQUALIFY, REFETCH);
  const [withdraw] = useWrite(ENTRY_WITHDRAW, REFETCH);
  const { id, version } = entry;
  const writes = { reject, disqualify, withdraw };
  return (
    <TransitionBar
      key={params.get('at') ?? id}
      table={ENTRY_LIFECYCLE}
      choices={choicesOf(ENTRY_LIFECYCLE, entry.availableTransitions, STEPS)}
      name={titleOf(entry)}
      run={(event, reason = '') => {
        switch (event) {
          case 'reject':
          case 'disqualify':
          case 'withdraw':
            return writes[event]({ input: { id, version, reason } });
          default:
            return accept({ input: { id, version } });
        }
      }}
    />
  );
}
