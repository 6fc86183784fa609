const GOVERNMENT = /[区县市旗](?:人民)?政府$/;
/** 某区2022年…… and 某区人民政府2022年……; a town's name, which the district's may precede, is none. */
const TITLE = /^([^局镇乡委办院街]{2,14}?[区县市旗])(?:人民政府)?(?:关于)?(?:19|20)\d\d年/;

/** Whether a unit is the government of a district or county itself, not its office. */
export const isGovernment = (fullName: string): boolean => GOVERNMENT.test(fullName);

/** Whether a report's title says that it is the government's, which is due later than those of its departments. */
export const isOfGovernment = (title: string): boolean => TITLE.test(title.replace(/\s/g, ''));
