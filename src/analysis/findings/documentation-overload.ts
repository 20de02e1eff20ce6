import { makeFinding } from './make-finding.ts';
import { type MeasuredSignal, measuredSignal, sentenceOf } from './measured-signal.ts';
import type { FindingRule } from './rule.ts';

const SEVERE = 60;
const SHOWN = 2;
const SIGNALS = ['C2.1', 'C2.2', 'C2.3', 'C2.4'];

export const documentationOverload = {
  meta: {
    id: 'documentation-overload',
    title: 'More is written than is read',
    condition:
      'At least one of these is measured with a severity of 60 of 100 or more: pages that nobody opens, near duplicates, pages for each active person, new pages without readers.',
    reference: 'METHOD 1 C2, Annex A',
    step: 3,
  },
  find({ profile }) {
    const severe = SIGNALS.flatMap((id) => measuredSignal(profile, id) ?? [])
      .filter(({ score }) => score >= SEVERE)
      .sort(bySeverity);
    const [worst, second] = severe.slice(0, SHOWN);
    if (worst === undefined) return [];
    const title = second === undefined ? sentenceOf(worst.words) : `${sentenceOf(worst.words)}; ${second.words}`;
    return [
      makeFinding(
        { rule: 'documentation-overload', title, severity: 'look', because: severe.map(severityWords) },
        [],
        severe.flatMap(({ evidence }) => evidence),
      ),
    ];
  },
} satisfies FindingRule;

function bySeverity(a: MeasuredSignal, b: MeasuredSignal): number {
  return b.score - a.score || (a.id < b.id ? -1 : 1);
}

function severityWords({ id, title, score, anchors }: MeasuredSignal): string {
  return `${title} (${id}): severity ${score.toFixed(0)} of 100 (${anchors}).`;
}
