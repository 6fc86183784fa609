import type { z } from 'zod';
import type { ConsoleSettings, MailServer, Robot } from '../model/console-settings.ts';
import { EXIT, type Problem, UserError } from '../model/user-error.ts';
import { inOrder, pathText, shapeProblems } from './check-shape.ts';
import { consoleSettingsSchema } from './console-settings-schema.ts';
import { listOf, of, textOf } from './raw.ts';
import { type Path, readYaml, type YamlFile } from './yaml-file.ts';

type Environment = Readonly<Record<string, string | undefined>>;
type Given = z.output<typeof consoleSettingsSchema>;

/** TLS from the first byte is what this port is for. */
const SMTPS = 465;

/**
 * Reads console.yaml, with the secrets from the environment that it names; null: nobody wrote one. Throws UserError
 * (exit code 2) with every problem at once, a variable that is not set among them. No secret stands in a problem.
 */
export function loadConsoleSettings(file: string | null, env: Environment): ConsoleSettings {
  if (file === null) return settingsOf(consoleSettingsSchema.parse({}), env);
  const yaml = readYaml(file);
  const result = consoleSettingsSchema.safeParse(yaml.value);
  const problems = [
    ...(result.success ? [] : shapeProblems(result.error, yaml).map(withoutSecret)),
    ...crossProblems(yaml),
    ...variableProblems(yaml, env),
  ];
  if (!result.success || problems.length > 0) throw new UserError(EXIT.usage, inOrder(problems));
  return settingsOf(result.data, env);
}

/** Who takes the name of a variable for the place of the secret has written the secret there. */
function withoutSecret({ value, ...rest }: Problem): Problem {
  return value === undefined || /(?:password|url|secret)Env /.test(rest.what) ? rest : { ...rest, value };
}

function crossProblems(yaml: YamlFile): Problem[] {
  const problems: Problem[] = [];
  const problem = (path: Path, what: string, remedy: string): void => {
    problems.push({ place: yaml.placeOf(path), what: `${pathText(path)} ${what}`, remedy });
  };
  const mail = of(yaml.value, 'mail');
  const [user, password] = [textOf(mail, 'user'), textOf(mail, 'passwordEnv')];
  if (user !== null && password === null) problem(['mail', 'user'], '没有对应的密码', '请同时填写 passwordEnv');
  if (user === null && password !== null) problem(['mail', 'passwordEnv'], '没有对应的用户名', '请同时填写 user');
  const names = new Set<string>();
  for (const [r, robot] of listOf(yaml.value, 'robots').entries()) {
    const name = textOf(robot, 'name');
    if (name !== null && names.has(name)) problem(['robots', r, 'name'], '与前面的机器人重名', '请改用不同的名称');
    if (name !== null) names.add(name);
    if (textOf(robot, 'kind') === 'wecom' && textOf(robot, 'secretEnv') !== null)
      problem(['robots', r, 'secretEnv'], '只用于钉钉机器人', '请删去');
  }
  return problems;
}

function variableProblems(yaml: YamlFile, env: Environment): Problem[] {
  const robots = listOf(yaml.value, 'robots').flatMap((robot, r): [Path, string | null][] => [
    [['robots', r, 'urlEnv'], textOf(robot, 'urlEnv')],
    [['robots', r, 'secretEnv'], textOf(robot, 'secretEnv')],
  ]);
  const named: [Path, string | null][] = [
    [['mail', 'passwordEnv'], textOf(of(yaml.value, 'mail'), 'passwordEnv')],
    ...robots,
  ];
  return named.flatMap(([path, name]): Problem[] => {
    if (name === null || !/^[A-Z_][A-Z0-9_]*$/.test(name)) return [];
    const place = yaml.placeOf(path);
    if (!env[name])
      return [
        {
          ...{ place, what: '环境变量没有设置', value: name },
          remedy: `请在运行 xunjian serve 的环境中设置 ${name}，或删去这项配置`,
        },
      ];
    if (path.at(-1) !== 'urlEnv' || isWebhook(env[name])) return [];
    const remedy = `请把 ${name} 设为机器人设置页面给出的完整地址，以 https:// 开头`;
    return [{ place, what: '环境变量中不是机器人地址', value: name, remedy }];
  });
}

const isWebhook = (url: string): boolean => /^https?:\/\//i.test(url) && URL.canParse(url);

function settingsOf({ listen, publicUrl, trustProxy, night, mail, robots, remind }: Given, env: Environment) {
  return {
    ...{ listen, publicUrl: publicUrl ?? null, trustProxy, night: night ?? null },
    mail: mail ? serverOf(mail, env) : null,
    robots: robots.map((robot) => robotOf(robot, env)),
    remind,
  };
}

function serverOf({ host, port, secure, user, passwordEnv, from }: NonNullable<Given['mail']>, env: Environment) {
  const login = user && passwordEnv ? { user, password: env[passwordEnv] ?? '' } : null;
  return { host, port, secure: secure ?? port === SMTPS, login, from } satisfies MailServer;
}

const robotOf = ({ name, kind, urlEnv, secretEnv }: Given['robots'][number], env: Environment): Robot => ({
  ...{ name, kind, url: env[urlEnv] ?? '' },
  secret: secretEnv ? (env[secretEnv] ?? null) : null,
});
