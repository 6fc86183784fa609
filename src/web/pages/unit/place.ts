import type { View } from '../../view.ts';

/** Pages of a unit that those who look after the district have, too, under the unit's own address. */
export type UnitPart = 'self-check' | 'agenda';

/** Address of a unit's page: short for an account of the unit itself. */
export const placeOf = ({ actor }: Pick<View, 'actor'>, unit: string, part: UnitPart): string =>
  actor.role === 'unit' ? `/${part}` : `/units/${encodeURIComponent(unit)}/${part}`;

/** Where such a page stands in the console. */
export const trailOf = (
  { actor }: Pick<View, 'actor'>,
  { id, name }: { readonly id: string; readonly name: string },
) =>
  actor.role === 'unit'
    ? []
    : [
        { text: '单位', href: '/units' },
        { text: name, href: `/units/${encodeURIComponent(id)}` },
      ];
