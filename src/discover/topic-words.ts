import type { Topic } from '../model/topic.ts';

/** Words by which a column's name tells its topic, and how sure that makes it (0–1). */
export interface WordRule {
  readonly topic: Topic;
  readonly words: RegExp;
  readonly sure: number;
}

const rule = (topic: Topic, sure: number, words: RegExp): WordRule => ({ topic, words, sure });

/**
 * The first rule that matches decides: what is narrow stands before what is wide. The words are those of the catalogues
 * for disclosure (《条例》第二十条, 基层政务公开标准目录) and of the columns that districts really have.
 *
 * Decided where practice differs: 行政许可 alone is a service item (依据、条件、程序), its published results belong to
 * 行政执法公示, and 双公示 (licences and penalties in one list) to 行政处罚.
 */
export const NAME_RULES: readonly WordRule[] = [
  // Of no topic of the list, although they use a topic's words.
  rule('other', 0.9, /依申请|申请公开|公开申请|申请(?:表|流程|须知|指南|受理)/),
  rule(
    'other',
    0.9,
    /^(?:工作|政务|部门|基层|镇街|街道|乡镇|政府|本局|单位|机关|今日|图片|综合|最新)*(?:动态|要闻|新闻|信息|资讯)$/,
  ),
  rule(
    'other',
    0.9,
    /^(?:最新|政务|重要)?(?:通知|公告|公示)(?:公告|公示|通知|栏|信息|、公告)*$|^专[题栏](?:专栏|集锦|聚焦)?$/,
  ),
  rule('other', 0.85, /网站(?:工作|年度|监管)|年度报表|法治(?:政府|建设)|企业年报|公开制度|公开保障|保障机制/),
  rule(
    'other',
    0.8,
    /政务公开(?:工作)?(?:要点|方案|组织|推进|培训|考核|领导|机构|安排|日)|新闻发布|回应关切|热点回应|政府工作报告/,
  ),
  rule('other', 0.75, /领导(?:讲话|活动|批示|小组|调研)|招考|招录|录用|公务员|事业单位.{0,4}招聘|选调|人才引进/),
  rule('other', 0.7, /办件|食品|药品|产品质量|质量抽/),

  rule('double-random', 0.97, /双随机|随机抽查|一单两库|抽查(?:工作)?(?:计划|事项|结果|清单|情况)/),
  rule('guide', 0.97, /公开(?:工作)?(?:指南|指引)/),
  rule(
    'annual-report',
    0.97,
    /公开(?:工作)?(?:情况)?(?:年度|年)?(?:工作)?(?:年报|年度报告|年度工作报告|情况年报|工作报告)/,
  ),
  rule(
    'service-items',
    0.93,
    /(?:办事|服务)指南|政务服务|办理(?:流程|指南)|(?:许可|审批|服务|证明|政务)(?:服务)?事项|一件事|一次办好|最多跑一次/,
  ),
  rule('policy-docs', 0.65, /文件(?:及|和|与|、)(?:其)?解读/),
  rule('interpretation', 0.96, /解读|图解|一图(?:读|看)懂|政策(?:问答|答疑|宣讲)|简明问答/),
  rule(
    'consultation',
    0.95,
    /(?:意见|民意|建议|民情).{0,3}征集|征求.{0,4}意见|征集(?:调查|公告|反馈|采纳|结果)|调查征集|公开征|预公开|(?:采纳|征集|意见)(?:情况)?反馈|意见采纳/,
  ),
  rule('consultation', 0.65, /决策(?:草案|征求)|听证|公众参与|网上(?:调查|征集)|在线(?:调查|征集)|问卷/),
  rule('direct-funds', 0.96, /直达(?:资金|基层)|资金直达/),
  rule('procurement', 0.95, /政府采购|集中采购|采购(?:公告|信息|意向|项目|结果|公示|合同|实施)|^采购/),
  rule('audit-report', 0.93, /审计/),
  rule('fees', 0.95, /收费|政府性基金|涉企保证金/),
  rule('budget', 0.96, /预决算|预、决算|预算|决算|三公/),
  rule('budget', 0.8, /财政(?:收支|信息|数据|报告|公开|资金使用)|政府债务|债务信息|^财[政务](?:信息|公开)?$|资金信息/),
  rule('fair-competition', 0.96, /不正当竞争|公平竞争|反垄断/),
  rule('penalties', 0.95, /行政处罚|处罚(?:强制|决定|公示|信息|案件|结果|公开)/),
  rule('penalties', 0.6, /双公示|处罚/),
  rule(
    'enforcement',
    0.96,
    /行政执法|执法(?:公示|公开|信息|人员|事项|结果|清单|流程|依据|职责|权限|岗位|统计|主体|资格)|三项制度/,
  ),
  rule('enforcement', 0.65, /行政(?:强制|检查)|许可(?:结果|公示|决定|信息)|执法/),
  rule('service-items', 0.6, /行政(?:许可|审批|确认|给付)|便民服务|公共服务|在线办事|网上办事|^办事/),
  rule('powers-list', 0.96, /权责|权力(?:和|与|、|及)?责任?(?:清单|事项)|(?:权力|责任|职权)(?:清单|目录|事项)/),
  rule('powers-list', 0.8, /行政(?:权力|职权)|权力(?:运行|配置|公开|流程)/),
  rule('proposals', 0.96, /提案|人大(?:代表)?.{0,4}建议|代表建议|建议(?:办理|答复|议案)|议案/),
  rule('mailbox', 0.95, /信箱|来信|写信/),
  rule('mailbox', 0.7, /咨询投诉|投诉咨询|留言|网上咨询|在线咨询|互动交流|12345|热线/),
  rule('gazette', 0.95, /政府公报|公报(?:目录|查询|专栏)|^公报$/),
  rule('statistics', 0.95, /统计(?:数据|信息|公报|月报|季报|分析|年鉴|资料|指标|快报)|国民经济/),
  rule(
    'statistics',
    0.8,
    /统计|(?:经济|运行|指标|业务)数据|经济(?:运行|指标)|数据(?:发布|公开|解读)|运行(?:情况|分析)|月度数据/,
  ),
  rule('air-quality', 0.96, /空气质量|环境空气|大气环境/),
  rule('water-quality', 0.96, /饮用?水|供水水质|水质|水源地/),
  rule('medical-aid', 0.96, /医疗.{0,4}救助|大病救助|医疗扶贫/),
  rule('elderly-allowance', 0.95, /高龄|老(?:年人?|龄).{0,2}(?:津贴|补贴|补助|福利)|长寿/),
  rule('medical-resources', 0.93, /(?:医疗|卫生)(?:卫生)?(?:资源|机构|服务资源)|床位|医疗设施/),
  rule('medical-resources', 0.6, /医疗(?:卫生|服务)/),
  rule('major-projects', 0.95, /重[大点].{0,4}(?:项目|工程)|重大建设|政府投资项目/),
  rule(
    'major-projects',
    0.6,
    /(?:水利|交通|市政|道路|公路|基础设施|基本建设)(?:建设)?(?:工程|项目)|项目(?:建设|进展)|工程(?:建设|进展)/,
  ),
  rule('rural-revitalisation', 0.97, /乡村振兴/),
  rule('rural-revitalisation', 0.65, /脱贫|扶贫|美丽乡村/),
  rule('employment', 0.95, /就业|创业|稳岗|招聘会/),
  rule('employment', 0.65, /招聘|职业(?:技能|培训)|劳动力|技能培训/),
  rule(
    'culture',
    0.95,
    /公共文化|文化(?:活动|服务|场馆|机构|惠民|设施|事业|遗产)|非物质|非遗|免费开放|图书馆|文化馆|博物馆|文艺/,
  ),
  rule('culture', 0.6, /文化体育|文体/),
  rule(
    'leadership',
    0.97,
    /领导(?:分工|之窗|信息|简介|班子|成员|介绍|简历|名录|概况|职务|[^之]{0,3}分工)|班子(?:成员|分工)/,
  ),
  rule('leadership', 0.8, /领导|^[区县市镇乡局]长(?!信箱|办公会|热线)|负责人|工作分工/),
  rule('personnel', 0.95, /人事(?:任免|任命|变动|调整)|任免|任前公示|任职公示|干部任用/),
  rule('personnel', 0.75, /人事/),
  rule(
    'catalogue',
    0.95,
    /主动公开.{0,4}目录|公开(?:事项|标准|内容)目录|标准目录|事项目录|公开标准|标准化(?:规范化)?目录/,
  ),
  rule(
    'meetings',
    0.95,
    /(?:常务|全体|政府|专题|办公|党组|局务|联席|行政).{0,2}会议?|会议(?:公开|信息|纪要|议定|精神|开放|审议)/,
  ),
  rule('meetings', 0.75, /会议/),
  rule('policy-docs', 0.97, /规范性文件|政策(?:性)?文件/),
  rule(
    'policy-docs',
    0.9,
    /法规(?:公文|文件|规章)|(?:政府|部门|本级|公开|局|办公室|党组|委)文件|文件(?:公开|查询|通知|库|发布|资料|汇编)|公文|政策(?:法规|公开|措施|库|制度)|政府规章|制度文件/,
  ),
  rule('policy-docs', 0.7, /法律法规|规章|文件|[优惠]惠政策|^政策|政策(?:转载)?$|法规/),
  rule(
    'org-functions',
    0.96,
    /机构(?:职能|设置|概况|职责|信息|简介|编制|领导)|内设|组织机构|三定|职能(?:配置|职责|介绍|信息|简介)|(?:主要|部门|单位|机关|工作)(?:职责|职能)/,
  ),
  rule(
    'org-functions',
    0.9,
    /(?:单位|部门|机关|本局|镇情|镇街|街道|基本|政府|乡镇)(?:概况|简介|介绍)|(?:下属|直属|派出|所属)(?:单位|机构)|科室/,
  ),
  rule('org-functions', 0.7, /机构|职能|职责|概况$|简介$|联系(?:方式|我们)|办公(?:地址|时间)/),
  rule('catalogue', 0.75, /公开目录|信息目录|^目录$/),

  // Fields of disclosure that the list of topics does not name.
  rule(
    'other',
    0.75,
    /规划|计划|总结|应急|预案|安全生产|环境保护|生态环境|环评|教育|学校|招生|社会(?:保障|保险|救助|福利)|社保|低保|特困|救灾|养老|住房|保障房|棚户|征地|征收|土地|拆迁/,
  ),
  rule(
    'other',
    0.75,
    /国有|国企|国资|价格|信用|营商|优化|减税|降费|招商|科技|信访|法律|普法|党建|党务|廉政|疫情|防汛|残疾|退役|优抚|抚恤|公路|交通|农业|补贴|惠[民农]|基金|医保|医疗保障|金融/,
  ),
  rule(
    'other',
    0.75,
    /公共资源|招标|招投标|中标|文物|食堂|燃气|供热|消防|水利|河长|林|畜|防疫|计生|健康|卫生|旅游|体育|民政|婚姻|户籍|自贸|决策|执行|村务|财务公开|志愿|慈善/,
  ),
  rule('other', 0.7, /动态|新闻|要闻|公示|公告|通知|专题|专栏|视频|图片|活动|宣传|风采|名单|其他/),
];

/** Names that say nothing of their own: what stands above them tells what they are. */
export const EMPTY_NAME =
  /^(?:\d{4}年?(?:度)?|(?:本级|区级|县级|市级|部门|单位|镇级|街道|本部门|本单位|本级政府)|其他|其它|清单|计划|结果|年度计划|方案|事[前中后](?:公开|公示)?|事项清单|信息|公开|名单|查询|目录|公示|公告|执行情况|进展(?:情况)?|完成情况|情况|发放情况|通知|政策|标准|流程|依据|更多|全部|历年)$/;

/** Names of the tree itself and of its main branches: they stand above columns of every topic. */
export const TREE_NAME =
  /^(?:政府|政务|法定|主动)*(?:信息)?(?:主动)?公开(?:目录|专栏|栏目|平台|内容|事项|信息|导航|专题)*$|^(?:栏目|分类|网站|本站|信息)?(?:导航|目录|菜单|分类|列表)$|^(?:重点领域|法定主动公开内容|公开信息|栏目|首页)/;

/** Titles of documents that name no topic but have the form of one. */
export const TITLE_RULES: readonly WordRule[] = [
  rule('policy-docs', 0.8, /〔\d{4}〕\s*\d+\s*号|(?:印发|公布|废止|修改).{2,60}(?:通知|决定|公告)$/),
  rule('personnel', 0.9, /(?:任职|免职|任免|职务).{0,6}(?:通知|公告)$/),
];
