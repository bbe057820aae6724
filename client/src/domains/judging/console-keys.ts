import { useTranslation } from 'react-i18next';
import { type Shortcut, useShortcuts } from '#client/ui/core/shortcuts.ts';

/** Declares that nothing ties the judge to the entry: a key that nothing else uses, and that nobody presses by habit. */
export const DECLARE_KEY = 'd';

/** What the keys of the console do; absent where a step is not possible now. */
export interface ConsoleActions {
  readonly digit?: (key: string) => void;
  /** Before the declaration: says that nothing ties the judge to the entry. */
  readonly declare?: () => void;
  /** Before the declaration: a mark or Enter was pressed. */
  readonly remind?: () => void;
  readonly clear?: () => void;
  readonly comment?: () => void;
  readonly submit?: () => void;
  readonly next?: () => void;
  readonly previous?: () => void;
  readonly skip?: () => void;
  readonly recuse?: () => void;
  readonly turnDocument: (by: 1 | -1) => void;
  readonly back?: () => void;
}

const DIGITS = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

/** Offers the keys of the console; `?` lists them. Tab and the arrows belong to the mark itself and are only named. */
export function useConsoleKeys(actions: ConsoleActions): void {
  const { t } = useTranslation('judging');
  const { digit, declare, remind, clear, comment, submit, next, previous, skip, recuse } = actions;
  const offered: Shortcut[] = [];
  const offer = (
    keys: string,
    label: string,
    run: ((event: KeyboardEvent) => void) | undefined,
    shown?: string | null,
  ): void => {
    if (run) offered.push({ keys, label, run, ...(shown === undefined ? {} : { shown }) });
  };
  if (digit) {
    for (const key of DIGITS) {
      offer(key, t('console.keys.digits'), () => digit(key), key === '0' ? '0 – 9' : null);
    }
    offer('.', t('console.keys.point'), () => digit('.'));
    offer('。', t('console.keys.point'), () => digit('.'), null);
    offer('Backspace', t('console.keys.clear'), clear);
    offer('c', t('console.keys.comment'), comment);
    // The mark itself answers to these.
    offered.push(
      { keys: 'Tab', label: t('console.keys.nextCriterion') },
      { keys: 'Shift+Tab', label: t('console.keys.previousCriterion') },
      { keys: '↑', label: t('console.keys.step'), shown: '↑+↓' },
    );
  }
  offer(DECLARE_KEY, t('console.keys.declare'), declare);
  for (const key of [...DIGITS, 'Enter']) offer(key, t('console.keys.declare'), remind, null);
  offer('Ctrl+Enter', t('console.keys.submit'), submit);
  offer('n', t('console.keys.next'), next);
  offer('p', t('console.keys.previous'), previous);
  offer('s', t('console.keys.skip'), skip);
  offer('r', t('console.keys.recuse'), recuse);
  offer(']', t('console.keys.nextDocument'), () => actions.turnDocument(1));
  offer('[', t('console.keys.previousDocument'), () => actions.turnDocument(-1));
  offer('q', t('console.keys.back'), actions.back);
  useShortcuts(t('console.keys.title'), offered);
}
