import type { View } from '../view.ts';
import { Layout } from './layout.tsx';

/** A page that has nothing to show before the first audit. */
export const NothingYet = ({ view, title }: { readonly view: View; readonly title: string }) => (
  <Layout view={view} title={title}>
    <p class="card empty">还没有判定结果。夜间取证完成后即可查看。</p>
  </Layout>
);
