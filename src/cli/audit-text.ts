import type { AuditResult } from '../pipeline/audit.ts';
import { counted } from '../util/counted.ts';
import { moneyText } from './money-text.ts';

/** What people say never looks like what was seen. */
function declared(share: number | null): string {
  if (share === null || share === 0) return '';
  return share === 1 ? ', people say' : `, ${Math.round(share * 100)} % of it self-declared`;
}

function principles(summary: AuditResult['summary']): string {
  return summary.principles
    .map(({ id, score, coverage, selfDeclaredShare }) =>
      score === null
        ? `${id} not enough evidence`
        : `${id} ${Math.round(score)} (${Math.round(coverage * 100)} % known${declared(selfDeclaredShare)})`,
    )
    .join(', ');
}

/** Ten lines and the paths of what was written. */
export function auditText(result: AuditResult, folder: string): string {
  const { summary } = result;
  const { tools, rows, net } = summary;
  const money = summary.money.map(
    (line) => `${moneyText(line.usedMinor, line.currency)} of ${moneyText(line.totalMinor, line.currency)}`,
  );
  const lines = [
    `Tools        ${tools.total}, of which ${tools.recognised} recognised; usage known for ${tools.withUsage}, unknown for ${tools.unknownUsage}`,
    `Rows         ${rows.total} read: ${rows.used} used, ${rows.rejected} rejected, ${rows.open} open; every row is in one bucket`,
    `Money        ${money.length === 0 ? 'no spend source' : `${money.join('; ')} is spend on tools`}`,
    ...(summary.findings.length === 0
      ? ['Findings     none from these sources']
      : summary.findings.map((title, index) => `Finding ${index + 1}    ${title}`)),
    `Saving       ${net === null ? 'nothing to decide yet' : `${moneyText(net.p10.minor, net.p10.currency)} to ${moneyText(net.p90.minor, net.p90.currency)} net in the first twelve months (middle ${moneyText(net.p50.minor, net.p50.currency)}), ${counted(summary.decisions, 'decision')}`}`,
    `Async        ${principles(summary)}`,
    `Deadline     ${summary.nextDeadline === null ? 'no notice deadline known' : `${summary.nextDeadline.date}: ${summary.nextDeadline.title}`}`,
    `Missing most ${summary.mostValuableMissing ?? 'nothing'}`,
  ];
  const width = Math.max(...result.files.map((file) => file.kind.length));
  const files = result.files.map(
    (file) => `  ${file.kind.padEnd(width)}  ${folder === '' ? file.path : `${folder}/${file.path}`}`,
  );
  return [...lines, '', 'Written:', ...files].join('\n');
}
