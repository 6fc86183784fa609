import type { FindingChoices } from '../../../app/console/finding-choices.ts';
import { STANDINGS } from '../../../model/decision.ts';
import { FINDING_STATES } from '../../../model/finding.ts';
import { TOPICS } from '../../../model/topic.ts';
import { FilterField } from '../../parts/filter-field.tsx';
import { Hidden, Select } from '../../parts/form.tsx';
import type { View } from '../../view.ts';
import { type ListQuery, listAddress, WEIGHTS } from './query.ts';

interface FiltersProps {
  readonly view: View;
  readonly query: ListQuery;
  readonly choices: FindingChoices;
}

/** What the list is filtered by. Standing is chosen by the tabs and stays. */
export function Filters({ view, query, choices }: FiltersProps) {
  const isUnit = view.actor.role === 'unit';
  const isOlder = view.period !== null && view.period !== view.current;
  return (
    <>
      <form method="get" action="/findings" class="filters" aria-label="筛选问题">
        {isOlder && <Hidden name="period" value={view.period ?? ''} />}
        {query.standing !== undefined && <Hidden name="standing" value={query.standing} />}
        <FilterField label="查找">
          <input type="search" name="text" value={query.text ?? ''} placeholder="文字、单位或编号" data-key="/" />
        </FilterField>
        {!isUnit && (
          <FilterField label="单位">
            <Select name="unit" value={query.unit} options={choices.units} none="全部单位" />
          </FilterField>
        )}
        <FilterField label="类别">
          <Select name="weight" value={query.weight} options={Object.entries(WEIGHTS)} none="全部类别" />
        </FilterField>
        <FilterField label="减分项">
          <Select
            name="group"
            value={query.group}
            options={[...choices.groups, ['none', '不减分的']]}
            none="全部减分项"
          />
        </FilterField>
        <FilterField label="问题种类">
          <MessageSelect value={query.message} checks={choices.checks} />
        </FilterField>
        <FilterField label="主题">
          <Select name="topic" value={query.topic} options={choices.topics} none="全部主题" />
        </FilterField>
        <FilterField label="状态">
          <Select name="state" value={query.state} options={Object.entries(FINDING_STATES)} none="现存的全部" />
        </FilterField>
        <FilterField label="排序">
          <Select name="order" value={query.order} options={[['newest', '最近变化在前']]} none="按单位" />
        </FilterField>
        <label class="check">
          <input type="checkbox" name="objected" value="1" checked={query.objected === true} />
          异议待答复
        </label>
        <button type="submit">筛选</button>
      </form>
      <Filtered view={view} query={query} choices={choices} />
    </>
  );
}

/** Checks with their messages, each check as a whole too. */
function MessageSelect({ value, checks }: { readonly value: string | undefined } & Pick<FindingChoices, 'checks'>) {
  return (
    <select name="message">
      <option value="">全部种类</option>
      {checks.map(({ id, title, messages }) => (
        <optgroup label={title}>
          <option value={id} selected={id === value}>
            {`${title}（全部）`}
          </option>
          {messages.map(([message, text]) => (
            <option value={message} selected={message === value}>
              {text}
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  );
}

/** Says in words what is left out, each with a way to do without it. */
function Filtered({ view, query, choices }: FiltersProps) {
  const named = (list: readonly (readonly [string, string])[], id: string | undefined): string | undefined =>
    id === undefined ? undefined : (list.find(([one]) => one === id)?.[1] ?? id);
  const messages = choices.checks.flatMap((check) => [[check.id, check.title] as const, ...check.messages]);
  const said: Readonly<Partial<Record<keyof ListQuery, readonly [name: string, value: string | undefined]>>> = {
    text: ['查找', query.text],
    unit: ['单位', view.actor.role === 'unit' ? undefined : named(choices.units, query.unit)],
    weight: ['类别', query.weight && WEIGHTS[query.weight]],
    group: ['减分项', query.group === 'none' ? '不减分的' : named(choices.groups, query.group)],
    message: ['问题种类', named(messages, query.message)],
    topic: ['主题', query.topic && TOPICS[query.topic]],
    state: ['状态', query.state && FINDING_STATES[query.state]],
    standing: ['审核', query.standing && STANDINGS[query.standing]],
    objected: ['异议', query.objected ? '待答复' : undefined],
  };
  const parts = Object.entries(said).filter(([, [, value]]) => value !== undefined);
  if (parts.length === 0) return null;
  return (
    <p class="filtered">
      <span>已筛选：</span>
      {parts.map(([key, [name, value]]) => (
        <a
          class="tag"
          href={listAddress(view, { ...query, [key]: undefined })}
          title={`去掉“${name}”这一条件`}
        >{`${name}：${value} ×`}</a>
      ))}
      <a href={listAddress(view, {})}>清除全部</a>
    </p>
  );
}
