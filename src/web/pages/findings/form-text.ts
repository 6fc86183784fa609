/** A field of a form as text; '' where it is not there, or is a file. */
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** All values of a field that may stand in a form several times. */
export const textsOf = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string');
