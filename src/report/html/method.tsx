import type { ReportModel } from '../report-model.ts';

/** How the figures came about, and where to sign. */
export function Method({ report }: { report: ReportModel }) {
  const { rulebook, run, timeZone } = report;
  return (
    <section aria-labelledby="method">
      <h2 id="method">五、有关说明</h2>
      <div class="method">
        <ol>
          <li>{`本报告依据《${rulebook.title}》判定，巡检批次${run.id}，共取证${run.captures}次，其中${run.unreadable}次未取得可读内容。`}</li>
          <li>{`合计＝基础分${rulebook.base}分＋重点栏目保障得分（满分${rulebook.coverageMax}分）－减分，最低为0分。同一单位同一季度的同类问题只减一次分。合计相同的单位，按巡检对象名单的次序排列。`}</li>
          <li>
            减分以已取证且可复核的问题为限；标注“提醒”的问题不减分。只有栏目各页、替代位置和附件全部读取完毕，才判定内容缺失。
          </li>
          <li>
            “待定”是指因内容未能读取，今后可能减少的分值；“建议值”由程序按重点栏目更新情况计算，须由考核人员核定。
          </li>
          <li>{`每条取证均保存网站原始应答，可凭记录位置和 SHA-256 校验值复核。文中时间为${timeZone}时区时间。`}</li>
        </ol>
      </div>
      <div class="sign">
        <p>制表：</p>
        <p>审核：</p>
        <p>签发：</p>
      </div>
      <p class="sign-date">　　年　　月　　日</p>
    </section>
  );
}
