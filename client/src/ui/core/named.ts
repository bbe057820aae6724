import { named, useLanguage } from './language.ts';

/** What has a name and perhaps an English one. */
export interface Named {
  readonly name: string;
  readonly nameEn?: string | null | undefined;
}

/** The name in the reader's language; the Chinese one where there is no English. */
export function useNameOf(): (named: Named) => string {
  const language = useLanguage();
  return ({ name, nameEn }) => named(language, name, nameEn);
}

/** The same for regions, whose full name says where they lie; few have an English name. */
export function useRegionName(): (region: {
  readonly fullName: string;
  readonly nameEn?: string | null | undefined;
}) => string {
  const nameOf = useNameOf();
  return ({ fullName, nameEn }) => nameOf({ name: fullName, nameEn });
}
