import type { Command, CommanderError } from 'commander';
import stringWidth from 'string-width';

const TITLES: Record<string, string> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
  'Global Options:': '通用选项：',
};

/** The placeholders that commander itself puts into a usage line. */
const PLACEHOLDERS: Record<string, string> = { '[options]': '[选项]', '[command]': '[命令]' };

/** Makes commander speak Chinese in its help; its errors are worded by `chineseError`. */
export function speakChinese(command: Command): Command {
  if (command.commands.length > 0) command.helpCommand('help [命令]', '显示某个命令的帮助');
  return command
    .helpOption('-h, --help', '显示帮助')
    .configureHelp({
      styleTitle: (title) => TITLES[title] ?? title,
      styleOptionText: (text) => PLACEHOLDERS[text] ?? text,
      styleSubcommandText: (text) => PLACEHOLDERS[text] ?? text,
      // Chinese takes two columns a character; counted as one, the descriptions would not line up.
      displayWidth: stringWidth,
      optionDescription: (option) =>
        [
          option.description,
          option.argChoices ? `（可选：${option.argChoices.join('、')}）` : '',
          option.defaultValue !== undefined && option.defaultValue !== false
            ? `（默认：${option.defaultValueDescription ?? option.defaultValue}）`
            : '',
        ].join(''),
    })
    .configureOutput({ outputError: () => {} })
    .exitOverride();
}

const PATTERNS: [code: string, say: (names: string[], detail: string) => string][] = [
  ['commander.unknownOption', ([name]) => `没有选项 ${name}`],
  ['commander.unknownCommand', ([name]) => `没有命令 ${name}`],
  ['commander.missingArgument', ([name]) => `缺少参数 ${name}`],
  ['commander.optionMissingArgument', ([name]) => `选项 ${name} 缺少取值`],
  ['commander.missingMandatoryOptionValue', ([name]) => `必须给出选项 ${name}`],
  ['commander.excessArguments', () => '参数过多'],
  ['commander.conflictingOption', ([one, other]) => `选项 ${one} 与 ${other} 不能同时使用`],
  [
    'commander.invalidArgument',
    ([option, value], detail) =>
      `选项 ${option} 的取值“${value ?? ''}”不正确${/\p{Script=Han}/u.test(detail) ? `：${detail}` : '，请查看可选值'}`,
  ],
];

/** What a user did wrong on the command line, in one line of Chinese with the remedy. */
export function chineseError(error: CommanderError): string {
  const names = [...error.message.matchAll(/'([^']*)'/g)].map((match) => match[1] ?? '');
  const detail = /is invalid\. (.*)$/s.exec(error.message)?.[1]?.trim() ?? '';
  const what = PATTERNS.find(([code]) => code === error.code)?.[1](names, detail) ?? '命令用法不正确';
  const meant = /Did you mean (?:one of )?(.+?)\?/.exec(error.message)?.[1];
  const hint = meant ? `您是否要用 ${meant}？` : '';
  return `${what.replace(/。$/, '')}。${hint}请用 --help 查看用法。`;
}
