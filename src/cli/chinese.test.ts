import { Command } from 'commander';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { speakChinese } from './chinese.ts';
import { flags } from './options.ts';

const program = speakChinese(new Command('xunjian').helpCommand('help [命令]', '显示帮助')).addCommand(
  speakChinese(new Command('audit').description('判定').addOption(flags.unit()).addOption(flags.format())),
);
program.addCommand(speakChinese(new Command('self-check').description('单位自查').argument('<单位>', '单位名称')));

describe('the help', () => {
  it.each([program, ...program.commands])('has no English words but names', (command) => {
    const words = command.helpInformation().match(/[a-z]+/gi) ?? [];
    const names = ['xunjian', 'audit', 'self', 'check', 'unit', 'format', 'table', 'json', 'h', 'help'];
    expect(words.filter((word) => !names.includes(word))).toEqual([]);
  });
  it('lines the descriptions up, however wide the terms are', () => {
    const lines = program.commands.map((command) => {
      const line =
        program
          .helpInformation()
          .split('\n')
          .find((one) => one.includes(command.description())) ?? '';
      return stringWidth(line.slice(0, line.indexOf(command.description())));
    });
    expect(lines).toHaveLength(2);
    expect(new Set(lines).size).toBe(1);
  });
});
