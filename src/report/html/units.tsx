import type { ReportModel, UnitReport } from '../report-model.ts';
import { anchorOf } from './anchor.ts';
import { FindingView } from './finding.tsx';

/** Every unit's findings: what costs points first, then what is only pointed out. Units with nothing to say of are named together. */
export function Units({ report }: { report: ReportModel }) {
  const clean = report.units.filter((unit) => isClean(unit) && unit.inspected && unit.unsettled === 0);
  return (
    <section aria-labelledby="units" class="page">
      <h2 id="units">三、各单位问题及整改要求</h2>
      {report.units
        .filter((unit) => !clean.includes(unit))
        .map((unit) => (
          <UnitView unit={unit} report={report} />
        ))}
      {clean.length > 0 && (
        <div class="unit">
          <header>
            <h3>未发现问题的单位</h3>
            <p>{`${clean.length}个`}</p>
          </header>
          <p class="say">
            {clean.map((unit, index) => (
              <span
                id={anchorOf(report, unit.id)}
              >{`${index > 0 ? '、' : ''}${unit.name}（${unit.score.total}分）`}</span>
            ))}
            。
          </p>
        </div>
      )}
    </section>
  );
}

const isClean = (unit: UnitReport): boolean => unit.charges.length === 0 && unit.advisories.length === 0;

function UnitView({ unit, report }: { unit: UnitReport; report: ReportModel }) {
  const { score } = unit;
  return (
    <article class="unit" id={anchorOf(report, unit.id)} aria-label={unit.name}>
      <header>
        <h3>{unit.name}</h3>
        <p>
          {`重点栏目保障得分${score.coverage}分${score.coverageFrom === 'suggested' ? '（建议值）' : ''}，减${score.deducted}分，`}
          <b>{`合计${score.total}分`}</b>
          {score.open > 0 ? `（待定${score.open}分）` : ''}
        </p>
      </header>
      {isClean(unit) && (
        <p class="say">{unit.inspected ? '已读取的内容中未发现问题。' : '尚无经确认的网址，公开栏目本次未巡检。'}</p>
      )}
      {unit.charges.map((charge) => (
        <>
          <h4 class="charge">
            <span>{charge.title}</span>
            <b>{`减${charge.points}分`}</b>
          </h4>
          {charge.findings.map((finding) => (
            <FindingView finding={finding} kind="cost" timeZone={report.timeZone} />
          ))}
        </>
      ))}
      {unit.advisories.length > 0 && (
        <>
          <h4 class="charge">
            <span>提醒事项</span>
            <span>不减分</span>
          </h4>
          {unit.advisories.map((finding) => (
            <FindingView finding={finding} kind="advice" timeZone={report.timeZone} />
          ))}
        </>
      )}
      {unit.inspected && unit.unsettled > 0 && (
        <p class="say">{`另有${unit.unsettled}项因内容未能读取而未能判定，未减分，详见“未能读取的内容”。`}</p>
      )}
    </article>
  );
}
