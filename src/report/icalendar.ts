/** Octets of a line, its break not counted (RFC 5545, 3.1). */
const LINE = 75;

const encoder = new TextEncoder();
const octets = (text: string): number => encoder.encode(text).length;

/** One property, as `name:value`; values of texts go through `icsText`, all others are as the standard writes them. */
export type IcsProperty = readonly [name: string, value: string];

/** A component of a calendar with its properties and the components in it. */
export interface IcsComponent {
  readonly name: string;
  readonly properties: readonly IcsProperty[];
  readonly components?: readonly IcsComponent[];
}

/** A value of type TEXT: what the format uses itself is escaped, control characters are left out (RFC 5545, 3.3.11). */
export const icsText = (text: string): string =>
  text
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n?|\n/g, '\\n')
    .replace(CONTROL, '');

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const CONTROL = /[\u0000-\u0008\u000a-\u001f\u007f]/g;

/** The calendar as text, its lines folded and ended by CRLF. */
export const icsOf = (component: IcsComponent): string => linesOf(component).map(folded).join('');

function linesOf({ name, properties, components = [] }: IcsComponent): readonly string[] {
  return [
    `BEGIN:${name}`,
    // A break in a value that is no text would be a line of its own.
    ...properties.map(([property, value]) => `${property}:${value.replace(CONTROL, '')}`),
    ...components.flatMap(linesOf),
    `END:${name}`,
  ];
}

/** A long line goes on behind a space; no character is torn apart. */
function folded(line: string): string {
  let text = '';
  let length = 0;
  for (const character of line) {
    const more = octets(character);
    if (length + more > LINE) {
      text += '\r\n ';
      length = 1;
    }
    text += character;
    length += more;
  }
  return `${text}\r\n`;
}
