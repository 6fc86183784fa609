import type { MailServer } from '../model/console-settings.ts';
import { DeliveryError, serverWords } from './delivery-error.ts';

/** What nodemailer tells of a failure. */
interface MailFailure {
  readonly code?: string;
  /** The system's own code, where `code` says only in which part it failed. */
  readonly originalCode?: string;
  /** Of SMTP: `RCPT TO`, `MAIL FROM`, `DATA`, …. */
  readonly command?: string;
  readonly response?: string;
}

const CERTIFICATE = /^(?:CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|ERR_TLS|ERR_SSL|HOSTNAME_MISMATCH|INVALID_CA)/;
const LATER = '稍后会自动重试';

/** The failure in words for people: what, and what to do. */
export function mailError(error: unknown, server: MailServer, recipient: string): DeliveryError {
  const failure = (error ?? {}) as MailFailure;
  const said = failure.response ? `（${serverWords(failure.response, [server.login?.password ?? ''])}）` : '';
  const [what, remedy, ofServer] = wordsOf(failure, `邮件服务器 ${server.host}`, recipient);
  return new DeliveryError(`${what}${said}`, remedy, { ofServer, cause: error });
}

type Words = readonly [what: string, remedy: string, ofServer: boolean];

function wordsOf(
  { code = '', originalCode = '', command = '' }: MailFailure,
  server: string,
  recipient: string,
): Words {
  if (CERTIFICATE.test(originalCode))
    return [
      `${server} 的加密证书不受信任：${originalCode}`,
      '请更换证书；用本单位自签证书的，用环境变量 NODE_EXTRA_CA_CERTS 指明签发证书',
      true,
    ];
  switch (code) {
    case 'EAUTH':
      return [`${server} 不接受用户名或密码`, '请核对 console.yaml 的 mail.user 和 passwordEnv 所指的环境变量', true];
    case 'ETLS':
      return [
        `${server} 不能加密连接，密码没有发送`,
        '请核对 console.yaml 的 mail.port 和 mail.secure（465 端口为 true）',
        true,
      ];
    case 'EENVELOPE':
      return command === 'MAIL FROM'
        ? [`${server} 不接受发件人`, '请核对 console.yaml 的 mail.from，或填写 mail.user 和 passwordEnv', true]
        : [`收件人 ${recipient} 未被接受`, '请核对该账号的邮箱地址', false];
    case 'EMESSAGE':
      return [`${server} 没有接受邮件内容`, `请按服务器的说明处理；${LATER}`, false];
    case 'EDNS':
      return [`找不到${server}`, '请核对 console.yaml 的 mail.host 和本机的域名解析', true];
    case 'ETIMEDOUT':
    case 'EABORT':
      return [`${server} 没有在规定时间内应答`, `请检查网络；${LATER}`, true];
    case 'ESOCKET':
      return [
        `${server} 连接不上（${originalCode || code}）`,
        `请核对 console.yaml 的 mail.host 和 mail.port，检查网络和防火墙；${LATER}`,
        true,
      ];
    default:
      return [`与${server} 的连接中断（${code || '原因不明'}）`, `请检查网络和邮件服务器；${LATER}`, true];
  }
}
