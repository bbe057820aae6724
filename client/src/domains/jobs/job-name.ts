import { useTranslation } from 'react-i18next';

/** The kinds of work in words; a kind that has no words yet keeps the name it has in the code. */
export function useJobName(): (name: string) => string {
  const { i18n } = useTranslation('jobs');
  return (name) => {
    const words: unknown = i18n.getResource(i18n.language, 'jobs', `names.${name.replaceAll('.', '_')}`);
    return typeof words === 'string' ? words : name;
  };
}
