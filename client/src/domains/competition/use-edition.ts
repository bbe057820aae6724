import { useQuery } from '@apollo/client/react';
import { useSearchParams } from 'react-router';
import { useStored } from '#client/ui/core/stored.ts';
import type { QueryState } from '#client/ui/show/loaded.tsx';
import { EDITION_OPTIONS } from './documents/editions.ts';
import { type EditionOption, workingEdition } from './working-edition.ts';

/** The edition a screen shows, all that one may switch to, and the way to switch. */
export interface EditionChoice {
  readonly result: QueryState<unknown>;
  readonly editions: readonly EditionOption[];
  readonly edition: EditionOption | undefined;
  /** Remembers the edition, and leads to the first page of what is shown. */
  readonly choose: (id: string) => void;
}

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** Which edition the reader works on: `?edition=` in the address, else the one chosen last. */
export function useEdition(): EditionChoice {
  const [params, setParams] = useSearchParams();
  const [kept, keep] = useStored<string | null>('edition', null, text);
  const result = useQuery(EDITION_OPTIONS, { fetchPolicy: 'cache-and-network' });
  const editions = result.data?.competitions.nodes ?? [];
  return {
    result,
    editions,
    edition: workingEdition(editions, params.get('edition'), kept),
    choose: (id) => {
      keep(id);
      setParams(
        (before) => {
          before.set('edition', id);
          for (const key of ['after', 'before', 'page']) before.delete(key);
          return before;
        },
        { replace: true },
      );
    },
  };
}
