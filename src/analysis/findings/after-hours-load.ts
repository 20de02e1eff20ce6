import { makeFinding } from './make-finding.ts';
import { measuredSignal, sentenceOf } from './measured-signal.ts';
import type { FindingRule } from './rule.ts';

const SCORE = 50;

export const afterHoursLoad = {
  meta: {
    id: 'after-hours-load',
    title: 'Work outside working hours',
    condition:
      'The share of messages outside working hours is measured and scores under 50 of 100 (15 % and more with the default anchors). For the whole organisation only, never for a person or a team.',
    reference: 'METHOD 1 P1.3, 4.4',
    step: 1,
  },
  find({ profile }) {
    const share = measuredSignal(profile, 'P1.3');
    if (share === null || share.score >= SCORE) return [];
    const because = [
      `That scores ${share.score.toFixed(0)} of 100 (${share.anchors}).`,
      'Quiet hours and an expected time to answer belong into the charter.',
      ...(share.note === null ? [] : [share.note]),
    ];
    return [
      makeFinding(
        { rule: 'after-hours-load', title: sentenceOf(share.words), severity: 'look', because },
        [],
        share.evidence,
      ),
    ];
  },
} satisfies FindingRule;
