import type { OpenColumn } from '../../../app/registers/open-register.ts';
import type { DraftRow } from './edit-form.ts';
import type { Mistake } from './mistake.ts';

/** A list that is too long to be written into every row is offered while typing. */
const MOST_OPTIONS = 12;

export const isLong = (choices: readonly string[]): boolean => choices.length > MOST_OPTIONS;

interface RowCellProps {
  readonly row: DraftRow;
  /** Number of the row, for those who cannot see where the cell stands. */
  readonly name: string;
  readonly column: OpenColumn;
  readonly mistake: Mistake | undefined;
}

/** One cell as a control, with what is wrong with it below. */
export function RowCell({ row, name, column, mistake }: RowCellProps) {
  const { id, header, choices } = column;
  const text = row.texts[id] ?? '';
  const described = mistake && `wrong.${row.key}.${id}`;
  const common = {
    name: `cell.${row.key}.${id}`,
    'aria-label': `第${name}行 ${header}`,
    'aria-invalid': mistake ? ('true' as const) : undefined,
    'aria-describedby': described,
  };
  return (
    <>
      {choices.length > 0 && !isLong(choices) ? (
        <select {...common}>
          {/* What is written now stays, also where it is no choice. */}
          {[...new Set(['', text, ...choices])].map((choice) => (
            <option value={choice} selected={choice === text}>
              {choice}
            </option>
          ))}
        </select>
      ) : text.includes('\n') ? (
        <textarea {...common}>{text}</textarea>
      ) : (
        <input {...common} value={text} list={isLong(choices) ? `choices-${id}` : undefined} size={sizeOf(column)} />
      )}
      {mistake && (
        <small class="wrong" id={described}>
          {`${mistake.what}。${mistake.remedy}`}
        </small>
      )}
    </>
  );
}

const NARROW = 11;
const WIDE = 24;

/** Days, numbers and periods are short; what may be any text is not. */
const sizeOf = ({ hint, choices }: OpenColumn): number =>
  choices.length > 0 || /日期|年-月|季度|整数|分值|年份|期间/.test(hint) ? NARROW : WIDE;
