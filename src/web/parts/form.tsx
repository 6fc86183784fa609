import type { Child } from 'hono/jsx';

export const Hidden = ({ name, value }: { readonly name: string; readonly value: string }) => (
  <input type="hidden" name={name} value={value} />
);

interface PostProps {
  readonly action: string;
  readonly csrf: string;
  readonly class?: string;
  readonly id?: string;
  /** The form sends files. */
  readonly files?: boolean;
  readonly children: Child;
}

/** A form that changes something: it carries the token without which nothing is changed. */
export const Post = ({ action, csrf, id, class: look, files = false, children }: PostProps) => (
  <form method="post" action={action} id={id} class={look} enctype={files ? 'multipart/form-data' : undefined}>
    <Hidden name="_csrf" value={csrf} />
    {children}
  </form>
);

interface FieldProps {
  readonly label: string;
  /** Says how to fill it in, or what is wrong with it. */
  readonly hint?: string | undefined;
  readonly children: Child;
}

/** A control with its label above and a hint below. */
export const Field = ({ label, hint, children }: FieldProps) => (
  // biome-ignore lint/a11y/noLabelWithoutControl: the control is among the children
  <label class="field">
    <span>{label}</span>
    {children}
    {hint !== undefined && <small>{hint}</small>}
  </label>
);

interface SelectProps {
  readonly name: string;
  readonly value: string | undefined;
  readonly options: readonly (readonly [value: string, text: string])[];
  /** What stands first for no choice; no such line without it. */
  readonly none?: string;
  readonly required?: boolean;
}

export const Select = ({ name, value, options, none, required = false }: SelectProps) => (
  <select name={name} required={required}>
    {none !== undefined && <option value="">{none}</option>}
    {options.map(([id, text]) => (
      <option value={id} selected={id === value}>
        {text}
      </option>
    ))}
  </select>
);
