import type { OpenColumn, OpenRegister } from '../../../app/registers/open-register.ts';
import { FilterField } from '../../parts/filter-field.tsx';
import { Hidden, Post } from '../../parts/form.tsx';
import { Pager } from '../../parts/pager.tsx';
import type { View } from '../../view.ts';
import { type DraftRow, isNew, type RowQuery, type ShownRows } from './edit-form.ts';
import type { Mistake } from './mistake.ts';
import { isLong, RowCell } from './row-cell.tsx';

interface EditTableProps {
  readonly view: View;
  readonly open: OpenRegister;
  readonly query: RowQuery;
  readonly shown: ShownRows;
  readonly mistakes: readonly Mistake[];
}

/** A page of a register's rows as one form; rows of other pages stay as they are. */
export function EditTable({ view, open, query, shown, mistakes }: EditTableProps) {
  const { columns } = open;
  const { page, pages, total } = shown;
  const ofTable = mistakes.filter(({ key }) => key === null);
  return (
    <section class="card" aria-labelledby="rows">
      <h2 id="rows">登记内容</h2>
      <Filter open={open} query={query} mistakes={mistakes} />
      {ofTable.map(({ what, value, remedy }) => (
        <p class="notice error">{`${what}${value === undefined ? '' : `：${value}`}。${remedy}`}</p>
      ))}
      <Post action={address(open, query)} csrf={view.csrf}>
        <Hidden name="version" value={open.version} />
        {columns.map((column) => (
          <Choices column={column} />
        ))}
        <div class="scroll">
          <table class="editing">
            <thead>
              <tr>
                <th scope="col">行</th>
                {columns.map(({ header, hint, isKey }) => (
                  <th scope="col" title={hint}>
                    {header}
                    {isKey && <span class="unseen">（不能重复）</span>}
                  </th>
                ))}
                <th scope="col">删除</th>
              </tr>
            </thead>
            <tbody>
              {shown.drafts.map((row) => (
                <Row
                  row={row}
                  name={isNew(row) ? `新增${row.key.slice(1)}` : `${open.rows[Number(row.key)]?.line ?? ''}`}
                  columns={columns}
                  mistakes={mistakes.filter(({ key }) => key === row.key)}
                />
              ))}
            </tbody>
          </table>
        </div>
        <div class="row stick">
          <button type="submit">保存</button>
          <button type="submit" name="more" value="1" class="quiet" formnovalidate>
            增加空行
          </button>
          <span class="soft small">空行不保存；勾选“删除”的行在保存时删去，其他页的行不变。</span>
        </div>
      </Post>
      <Pager {...{ page, pages, total }} what="行" href={(at) => address(open, { ...query, page: at })} />
    </section>
  );
}

function Filter({ open, query, mistakes }: Pick<EditTableProps, 'open' | 'query' | 'mistakes'>) {
  const wrong = new Set(mistakes.flatMap(({ key }) => key ?? [])).size;
  return (
    <form method="get" action={`/registers/${open.id}`} class="filters">
      <FilterField label="包含文字（如单位名称）">
        <input name="text" value={query.text} />
      </FilterField>
      {(wrong > 0 || query.isWrong) && (
        <label class="check">
          <input type="checkbox" name="wrong" value="1" checked={query.isWrong} />
          {`只看有误的行（${wrong}）`}
        </label>
      )}
      <button type="submit" class="quiet">
        筛选
      </button>
    </form>
  );
}

interface RowProps {
  readonly row: DraftRow;
  /** Number of the row in its file, or which new one it is. */
  readonly name: string;
  readonly columns: readonly OpenColumn[];
  readonly mistakes: readonly Mistake[];
}

function Row({ row, name, columns, mistakes }: RowProps) {
  const ofRow = mistakes.filter(({ columnId }) => columnId === null);
  return (
    <tr class={mistakes.length > 0 ? 'changed' : undefined}>
      <th scope="row" class="nowrap">
        {name}
        {ofRow.map(({ what, remedy }) => (
          <small class="wrong">{`${what}。${remedy}`}</small>
        ))}
      </th>
      {columns.map((column) => (
        <td>
          <RowCell
            row={row}
            name={name}
            column={column}
            mistake={mistakes.find(({ columnId }) => columnId === column.id)}
          />
        </td>
      ))}
      <td class="middle">
        <input
          type="checkbox"
          name={`delete.${row.key}`}
          value="1"
          checked={row.isDeleted}
          aria-label={`删除第${name}行`}
        />
      </td>
    </tr>
  );
}

/** What a long list may hold, once for all rows. */
function Choices({ column: { id, choices } }: { readonly column: OpenColumn }) {
  if (!isLong(choices)) return null;
  return (
    <datalist id={`choices-${id}`}>
      {choices.map((choice) => (
        <option value={choice} />
      ))}
    </datalist>
  );
}

function address({ id }: OpenRegister, { text, isWrong, page }: RowQuery): string {
  const query = new URLSearchParams();
  if (text !== '') query.set('text', text);
  if (isWrong) query.set('wrong', '1');
  if (page > 1) query.set('page', `${page}`);
  return query.size === 0 ? `/registers/${id}` : `/registers/${id}?${query}`;
}
