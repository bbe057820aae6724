/** A value to choose from. */
export interface ListOption {
  readonly value: string;
  readonly label: string;
}
