import type { Child } from 'hono/jsx';

/** A control of a form that filters a list (`class="filters"`), with its short label above. */
export const FilterField = ({ label, children }: { readonly label: string; readonly children: Child }) => (
  // biome-ignore lint/a11y/noLabelWithoutControl: the control is among the children
  <label>
    <span>{label}</span>
    {children}
  </label>
);
