/** The path to go to after signing in; anything that would leave this site is answered with `/`. */
export function safeNext(next: string | null): string {
  if (!next) return '/';
  const here = 'http://here.invalid';
  const url = URL.canParse(next, here) ? new URL(next, here) : undefined;
  return url?.origin === here && next.startsWith('/') && !url.pathname.startsWith('/sign-in')
    ? `${url.pathname}${url.search}${url.hash}`
    : '/';
}
