import { lazy, type ReactNode, Suspense } from 'react';
import { createBrowserRouter, Outlet, type RouteObject } from 'react-router';
import type { DomainRoute } from '../ui/core/domain-module.ts';
import { useCan } from '../ui/core/viewer.ts';
import { LoadingState } from '../ui/show/states.tsx';
import { ALL_DOMAINS, type AnyDomain } from './domain-list.ts';
import { loadDomainWords } from './i18n/setup.ts';
import { CrashPage } from './pages/crash-page.tsx';

const ForbiddenPage = lazy(() => import('./pages/forbidden-page.tsx'));

function Guard({ permission }: { permission: string }): ReactNode {
  const can = useCan();
  if (can(permission)) return <Outlet />;
  return (
    <Suspense fallback={<LoadingState />}>
      <ForbiddenPage permission={permission} />
    </Suspense>
  );
}

function screenRoute(domain: AnyDomain, { path, permission, screen }: DomainRoute): RouteObject {
  const route: RouteObject = {
    path,
    lazy: async () => {
      const [{ default: Component }] = await Promise.all([screen(), loadDomainWords(domain)]);
      return { Component };
    },
    errorElement: <CrashPage />,
  };
  return permission === undefined ? route : { element: <Guard permission={permission} />, children: [route] };
}

type Page = () => Promise<{ default: () => ReactNode }>;
const page = (load: Page) => async () => ({ Component: (await load()).default });

/** All addresses of the product: entrance, pages for everybody, and the domains' screens in the frame. */
export function createRouter(): ReturnType<typeof createBrowserRouter> {
  return createBrowserRouter([
    {
      errorElement: <CrashPage />,
      hydrateFallbackElement: <LoadingState />,
      children: [
        { path: 'sign-in', lazy: page(() => import('./session/sign-in-page.tsx')) },
        { path: 'invitations/:token', lazy: page(() => import('./session/invitation-page.tsx')) },
        {
          lazy: page(() => import('./layout/public-shell.tsx')),
          children: ALL_DOMAINS.flatMap((domain) =>
            (domain.publicRoutes ?? []).map((route) => screenRoute(domain, route)),
          ),
        },
        {
          lazy: page(() => import('./layout/shell.tsx')),
          children: [
            { index: true, lazy: page(() => import('./pages/home-page.tsx')), errorElement: <CrashPage /> },
            { path: 'account/password', lazy: page(() => import('./session/password-page.tsx')) },
            ...ALL_DOMAINS.flatMap((domain) => domain.routes.map((route) => screenRoute(domain, route))),
            { path: '*', lazy: page(() => import('./pages/not-found-page.tsx')) },
          ],
        },
      ],
    },
  ]);
}
