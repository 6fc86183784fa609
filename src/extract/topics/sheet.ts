import type { Table } from '../../model/document.ts';

/** A page or a file: its title or name, and what was read of it. */
export interface Sheet {
  readonly title: string;
  readonly text: string;
  readonly tables: readonly Table[];
}
