/** Single surnames in order of frequency, then compound ones: enough to tell a name from a word. */
const SURNAMES = new Set(
  (
    '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文' +
    '闫樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐沿梅莫庄辛管祝左涂谷祁时舒耿牟卜路詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边净' +
    '肖付代宫逄巩訾亓钊崇封仇苑滕佟冷卓尚芮靖商国初吉由桑' +
    '蒲卞冉岑荀娄麦宓郦鄢郗糜蔺阚佘谌旷粟晏敖邸栾尉戚迟边郎虞储匡邝冼郁邬芦寇仝奚艾扈雍濮茅庞湛晁胥苟冀浦尧蒙屠昝喻麻谯褚廉符滑郏'
  ).split(''),
);
const COMPOUND = /^(?:欧阳|上官|司马|诸葛|司徒|东方|夏侯|尉迟|皇甫|令狐|公孙|慕容|宇文|长孙|淳于|端木|南宫)/;
const HAN_NAME = /^\p{Script=Han}{2,4}$/u;
const NO_NAME =
  /(?:[室科股所站局处部委院队办会厅组镇乡村区县市省街]|中心|公司|职务|姓名|分工|工作|单位|领导|班子|成员|电话|地址|时间|日期|职责|职能|方面|事项|附件|全面|任免|同志)$/;

/** Words of headings and labels that might pass for a name. */
const WORDS = new Set(
  '单位 性别 职务 职责 职位 职称 电话 姓名 分工 备注 岗位 年龄 民族 学历 照片 出生 籍贯 时间 部门 序号 编号 证号 类别 区域 空缺 暂缺 待定 人员 领导 男 女 汉族'.split(
    ' ',
  ),
);

/**
 * A person's name without inner spaces, or null where the text is none: 2–4 Chinese characters. Where nothing but the
 * text itself tells that it is a name (`marked` false), it must be led by a known surname; beside a label or a word
 * such as 任命 or 同志 any other will do, for rare surnames are many.
 */
export function personName(text: string, marked = false): string | null {
  const name = text
    .replace(/[\s\u3000]/g, '')
    .replace(/同志$/, '')
    .replace(/[（(][男女][^)）]*[)）]$/, '');
  if (/^\p{Script=Han}{2,8}·\p{Script=Han}{2,8}$/u.test(name)) return name;
  if (!HAN_NAME.test(name) || WORDS.has(name) || (name.length > 2 && NO_NAME.test(name))) return null;
  if (marked || (COMPOUND.test(name) && name.length > 2)) return name;
  return SURNAMES.has(name[0] ?? '') && name.length < 4 ? name : null;
}

export const POST_WORDS =
  /书记|主任|[局镇区市县乡院校馆所站科处部厂队股组会司厅]长|主席|委员|调研员|总工程师|总经济师|总会计师|秘书长|经理|董事|监事|政委|参谋|协理|专员|检察官|法官|主任科员|党组成员|班子成员|级干部|负责人|理事长|督察|巡视员|会计师|统计师/;

/** The single posts of a line such as `党工委副书记、办事处主任`, comparable: no white space, brackets or unit of office. */
export function postsOf(post: string): string[] {
  return post
    .replace(/[\s\u3000]/g, '')
    .replace(/[（(][^）)]*[)）]/g, '')
    .split(/[、，,；;/]|兼任?|和/)
    .filter((part) => part !== '' && POST_WORDS.test(part));
}
