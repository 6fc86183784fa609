import type { AccountForm } from '../../../app/console/accounts/accounts.ts';
import { type Account, ROLES } from '../../../model/account.ts';
import type { Unit } from '../../../model/plan.ts';
import { localTime } from '../../../report/words.ts';
import { Field, Post, Select } from '../../parts/form.tsx';
import { Layout } from '../../parts/layout.tsx';
import type { View } from '../../view.ts';

type Units = readonly Pick<Unit, 'id' | 'name'>[];

interface AccountsProps {
  readonly view: View;
  readonly accounts: readonly Account[];
  readonly units: Units;
  /** What could not be taken, and why. */
  readonly tried?: { readonly form: AccountForm; readonly error: string } | undefined;
}

export function AccountsPage({ view, accounts, units, tried }: AccountsProps) {
  const unitName = (id: string | null): string => units.find((one) => one.id === id)?.name ?? (id === null ? '' : id);
  return (
    <Layout view={view} title="账号">
      <section class="card" aria-labelledby="all">
        <h2 id="all">{`全部账号（${accounts.length}）`}</h2>
        <div class="scroll">
          <table>
            <thead>
              <tr>
                <th>登录名</th>
                <th>姓名或名称</th>
                <th>角色</th>
                <th>所属单位</th>
                <th>电子邮箱</th>
                <th>最近登录</th>
                <th>状态</th>
              </tr>
            </thead>
            <tbody>
              {accounts.map((account) => (
                <tr>
                  <td>
                    <a href={`/accounts/${account.id}`}>{account.login}</a>
                  </td>
                  <td>{account.name}</td>
                  <td class="nowrap">{ROLES[account.role]}</td>
                  <td>{unitName(account.unit)}</td>
                  <td>{account.email}</td>
                  <td class="nowrap">{lastLogin(account, view.timeZone)}</td>
                  <td class="nowrap">{stateOf(account)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </section>
      <section class="card narrow" aria-labelledby="new">
        <h2 id="new">建立账号</h2>
        {tried && (
          <p class="notice error" role="alert">
            {tried.error}
          </p>
        )}
        <Post action="/accounts" csrf={view.csrf}>
          <Field label="登录名" hint="小写字母、数字，如 sfj01">
            <input name="login" value={tried?.form.login ?? ''} required autocomplete="off" maxlength={40} />
          </Field>
          <AccountFields account={tried?.form} units={units} />
          <button type="submit">建立并生成一次性密码</button>
        </Post>
      </section>
    </Layout>
  );
}

interface AccountProps {
  readonly view: View;
  readonly account: Account;
  readonly units: Units;
}

export function AccountPage({ view, account, units }: AccountProps) {
  const { id, login, disabled } = account;
  return (
    <Layout view={view} title={`账号 ${login}`} trail={[{ text: '账号', href: '/accounts' }]}>
      <section class="card narrow" aria-labelledby="change">
        <h2 id="change">修改账号</h2>
        <Post action={`/accounts/${id}`} csrf={view.csrf}>
          <AccountFields account={account} units={units} />
          <p class="field">
            <label>
              <input type="checkbox" name="disabled" value="1" checked={disabled} />
              停用（立即退出登录，其接口令牌失效）
            </label>
          </p>
          <button type="submit">保存</button>
        </Post>
      </section>
      <section class="card narrow" aria-labelledby="reset">
        <h2 id="reset">重置密码</h2>
        <p>生成新的一次性密码，该账号在各处的登录立即退出，接口令牌失效。</p>
        <Post action={`/accounts/${id}/password`} csrf={view.csrf}>
          <button type="submit" class="danger" data-confirm={`确定重置账号 ${login} 的密码吗？`}>
            重置密码
          </button>
        </Post>
      </section>
    </Layout>
  );
}

/** What is asked of every account, new or not. */
function AccountFields({
  account,
  units,
}: {
  readonly account: Omit<AccountForm, 'login'> | undefined;
  readonly units: Units;
}) {
  return (
    <>
      <Field label="姓名或名称">
        <input name="name" value={account?.name ?? ''} required maxlength={60} />
      </Field>
      <Field label="角色">
        <Select name="role" value={account?.role ?? 'unit'} options={Object.entries(ROLES)} />
      </Field>
      <Field label="所属单位" hint="单位账号必选">
        <Select
          name="unit"
          value={account?.unit ?? undefined}
          none="无"
          options={units.map(({ id, name }) => [id, name])}
        />
      </Field>
      <Field label="电子邮箱" hint="接收整改提醒，可不填">
        <input name="email" type="email" value={account?.email ?? ''} maxlength={200} />
      </Field>
    </>
  );
}

const lastLogin = ({ lastLoginAt }: Account, timeZone: string): string =>
  lastLoginAt === null ? '未登录' : localTime(new Date(lastLoginAt).toISOString(), timeZone);

function stateOf({ disabled, mustChangePassword }: Account): string {
  if (disabled) return '已停用';
  return mustChangePassword ? '待首次登录' : '正常';
}
