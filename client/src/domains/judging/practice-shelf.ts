/** Under which name the practice entries of a round are kept. */
export const PRACTICES_SHELF = (round: string): string => `practices:${round}`;
