import type { OpenRegister } from '../../../app/registers/open-register.ts';

/** Something wrong with a row, by the key of the row; null for the table as a whole. */
export type Mistake = Omit<OpenRegister['problems'][number], 'row'> & { readonly key: string | null };

/** Why what was typed could not be saved. */
export interface Refused {
  readonly error?: string;
  readonly mistakes?: readonly Mistake[];
}
