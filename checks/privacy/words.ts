import { personName } from '../kit.ts';

/** Labels and headings of resident numbers, and of papers that mostly bear them. */
export const ID_WORDS = /身份证|公民身份|身份号码|(?<!执法|工作|资格|许可|从业|学生|会员)证件号/;
/** Of resident numbers alone: numbers without a check digit need them. */
export const RESIDENT_WORDS = /身份证|公民身份|身份号码/;
/** Of numbers that are as long and are nobody's. */
export const OTHER_NUMBERS =
  /信用代码|机构代码|[账帐]号|[账帐]户|卡号|编号|序号|索引|流水|订单|合同|发票|票据|条码|许可|执照|学籍|户号|案号|代码/;
export const PHONE_WORDS = /电话|手机|联系方式|联系号码|联系号/;
export const CARD_WORDS = /银行卡|卡号|[账帐]号|一卡通|存折/;

/** Headings of columns of citizens' names. */
export const NAME_WORDS =
  /姓名|户主|申请人|受助人|领取人|持卡人|开户人|(?:补贴|救助|保障|补助|资助)对象|残疾人|考生|学生|患者|业主|承租人|被征收人|信访人|投诉人|来信人/;
/** Lists of citizens, as titles, captions and headings tell them. */
export const CITIZENS =
  /低保|特困|救助|补助|补贴|残疾|高龄|津贴|救济|发放|受助|资助|帮扶|脱贫|困难|摇号|公租房|廉租|保障房|配租|录用|录取|考生|应聘|体检|获奖|征收|征地|拆迁|安置|补偿|退役|优抚|奖扶|养老|报销|孤儿|留守|危房|改厕|信访|投诉|申请人|学生|家长|户主|村民|居民|失业|见习/;
/** Headings and titles of lists of people who are named for what they do: their phones are there to be called. */
export const ON_DUTY =
  /职务|职级|职称|科室|部门|岗位|值班|值守|[河湖林田路链]长|网格|负责人|联系人|责任人|经办人|包[保联]|执法|服务电话|监督电话|单位|企业|公司|机构|学校|医院|药店|专家|律师|党员|干部|队长|站长|医生|教师|导师|工作人员|公示牌|通讯录|通信录|名录|志愿|中介|法人|经营|供应商|中标|投标|采购|两委|辅导员|专干|协理员|(?:站|所|中心)[^ ]{0,4}(?:联系方式|电话)/;

/** Whether a cell or word is a person's name: led by a surname, or under a heading that says so. */
export const isName = (text: string, underName: boolean): boolean =>
  personName(text.replace(/^\d+[、.．]?/, ''), underName) !== null;
