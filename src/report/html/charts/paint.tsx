/** What a piece of a chart stands for: what counts, what is lost, what is not known. */
export type Paint = 'full' | 'lost' | 'open';

interface Look {
  readonly fill: string;
  readonly stroke: string;
}

/** Patterns as well as colours, so that they can be told apart on a black-and-white print. */
export const PAINTS: Readonly<Record<Paint, (id: string) => Look>> = {
  full: () => ({ fill: '#174a7c', stroke: '#174a7c' }),
  lost: (id) => ({ fill: `url(#${id}-lost)`, stroke: '#a3161b' }),
  open: (id) => ({ fill: `url(#${id}-open)`, stroke: '#744600' }),
};

/** The patterns that a chart's pieces are painted with. */
export function Patterns({ id }: { id: string }) {
  return (
    <defs>
      <pattern id={`${id}-lost`} width={6} height={6} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width={6} height={6} fill="#fff" />
        <rect width={3} height={6} fill="#a3161b" />
      </pattern>
      <pattern id={`${id}-open`} width={6} height={6} patternUnits="userSpaceOnUse">
        <rect width={6} height={6} fill="#fdf4e3" />
        <circle cx={3} cy={3} r={1.3} fill="#744600" />
      </pattern>
    </defs>
  );
}
