import type { Topic } from '../../../src/model/topic.ts';
import type { Article, Case, TrialColumn } from '../types.ts';
import type { Scene } from './guide.ts';

export type Make = (scene: Scene) => Case;
export const file = (name: string) => ({
  name,
  type: 'docx' as const,
  title: name,
  paragraphs: ['正文见内。'],
  grids: [],
});
export const column = (topic: Topic, name: string, articles: readonly Article[]): TrialColumn => ({
  topic,
  name,
  articles,
});
export const policyColumn = (articles: readonly Article[]): TrialColumn => column('policy-docs', '文件通知', articles);
export const made = (
  check: string,
  state: Case['state'],
  how: string,
  columns: readonly TrialColumn[],
  message?: string,
): Case => ({
  ...{ check, state, how, columns },
  faults: message ? [`${check}/${message}`] : [],
});
