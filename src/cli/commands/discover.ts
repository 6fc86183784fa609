import { Argument, Command, Option } from 'commander';
import { discoverSite } from '../../app/discover-site.ts';
import { discoveryJson, discoveryLines, discoveryYaml } from '../../app/discovery-text.ts';
import { EXIT } from '../../model/user-error.ts';
import { untilInterrupted } from '../interrupt.ts';
import { flags } from '../options.ts';
import { notice, printOrSave } from '../output.ts';
import { stageProgress } from '../progress.ts';

interface Options {
  targets?: string;
  format: 'yaml' | 'json';
  out?: string;
  plain: boolean;
  quiet: boolean;
}

export const discoverCommand = (ended: (code: number) => void): Command =>
  new Command('discover')
    .description('读取公开网站的栏目目录，提出单位、栏目和主题的建议，并与现有巡检对象文件比较')
    .addArgument(new Argument('<网址>', '政务公开首页、单位目录或某一单位公开站的网址'))
    .addOption(new Option('--targets <文件>', '与之比较的巡检对象文件，网站范围和访问节奏也以它为准'))
    .addOption(new Option('--format <格式>', '输出格式').choices(['yaml', 'json']).default('yaml'))
    .addOption(new Option('--plain', '不输出把握程度和理由，结果可直接用于巡检对象文件').default(false, '否'))
    .addOption(flags.out('保存到该文件'))
    .addOption(flags.quiet())
    .action(async (url: string, { targets, format, out, plain, quiet }: Options) => {
      const progress = stageProgress('读取栏目', { quiet });
      const aborted = { yes: false };
      const discovery = await untilInterrupted((signal) => {
        signal.addEventListener('abort', () => {
          aborted.yes = true;
        });
        return discoverSite({ url, targets, signal, onProgress: progress.show, onNotice: notice(quiet) });
      })
        .catch((error: unknown) => {
          if (aborted.yes) return null;
          throw error;
        })
        .finally(progress.stop);
      if (discovery === null) {
        process.stderr.write('已停止，没有输出结果；再次运行将重新读取。\n');
        ended(EXIT.interrupted);
        return;
      }
      printOrSave(format === 'json' ? discoveryJson(discovery, { plain }) : discoveryYaml(discovery, { plain }), out, {
        quiet,
      });
      if (!quiet) process.stderr.write(`${discoveryLines(discovery).join('\n')}\n`);
      ended(discovery.unread.length > 0 ? EXIT.unreadable : EXIT.done);
    });
