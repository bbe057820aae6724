import type { ReactNode } from 'react';

/** One key combination as it stands on a keyboard. */
export function Kbd({ keys }: { keys: string }): ReactNode {
  return (
    <span className="xh-kbd">
      {keys.split('+').map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}
    </span>
  );
}
