import { type ComponentType, lazy, type ReactNode, Suspense } from 'react';

/** The icons of the navigation. They come in one piece after the first screen: their outlines are no small part of it. */
export type NavIconName = keyof typeof import('./nav-icons.ts');

const loaded = new Map<NavIconName, ComponentType>();

function iconOf(name: NavIconName): ComponentType {
  const known = loaded.get(name);
  if (known) return known;
  const icon = lazy(async () => ({ default: (await import('./nav-icons.ts'))[name] as ComponentType }));
  loaded.set(name, icon);
  return icon;
}

/** An icon of the navigation; until it is there its place is kept. */
export function NavIcon({ name }: { readonly name: NavIconName }): ReactNode {
  const Icon = iconOf(name);
  return (
    <Suspense
      fallback={<span className="anticon" aria-hidden="true" style={{ width: '1em', height: '1em' }} />}
    >
      <Icon />
    </Suspense>
  );
}
