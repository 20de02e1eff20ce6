import type { Audit } from '../../model/audit/audit.ts';
import type { Construct } from '../../model/audit/profile.ts';
import { nameKindWords } from '../../util/name-kind-words.ts';
import { rejectedCount, rejectReason } from '../format/rejected-rows.ts';
import { apartFromSignals, declaredShare, gapWords, saidAndSeen } from '../format/self-declared.ts';
import { bullets, inline, missing, type Part, type PartInput, table } from './lines.ts';

function scoreCell(construct: Construct, format: PartInput['format']): string {
  if (construct.score === null) return 'insufficient evidence';
  return `${format.number(construct.score)} (${format.number(construct.bounds[0])} to ${format.number(construct.bounds[1])})`;
}

function constructTable(constructs: readonly Construct[], format: PartInput['format']): readonly string[] {
  return table([
    ['', 'Score of 100 (bounds)', 'Rests on', 'Reading', 'Known', 'Confidence', 'Would add most'],
    ...constructs.map((construct) => [
      `${construct.id} ${inline(construct.title)}`,
      scoreCell(construct, format),
      construct.selfDeclaredShare === null ? '' : (declaredShare(construct, format) ?? 'observed'),
      construct.direction,
      format.share(construct.coverage),
      construct.confidenceLabel ?? 'none',
      inline(construct.wouldAddMost[0]?.source ?? ''),
    ]),
  ]);
}

/** Signals that were both seen and asked. */
function gaps(constructs: readonly Construct[], format: PartInput['format']): readonly string[] {
  const both = saidAndSeen(constructs);
  if (both.length === 0) return [];
  return [
    '### Saying and doing',
    ...table([
      ['Signal', 'Observed score', 'People say', 'Gap', 'Answers'],
      ...both.map(({ id, title, score, selfDeclared }) => [
        `${id} ${inline(title)}`,
        format.number(score),
        format.number(selfDeclared?.score ?? null),
        gapWords(selfDeclared?.gap ?? 0, format),
        format.number(selfDeclared?.answers ?? null),
      ]),
    ]),
  ];
}

/** Part 7. */
export const profile: Part = ({ audit, format }) => {
  const measured = audit.principles.flatMap((construct) => construct.signals).filter((signal) => signal.value !== null);
  return [
    ...bullets(
      measured.map(
        (signal) => `${signal.id}${signal.basis === 'self-declared' ? ' (self-declared)' : ''} ${inline(signal.words)}`,
      ),
    ),
    ...bullets(apartFromSignals(audit, format)),
    '### Five principles',
    ...constructTable(audit.principles, format),
    '### Four differences',
    ...constructTable(audit.differences, format),
    '### Four challenges (100 = severe)',
    ...constructTable(audit.challenges, format),
    ...gaps([...audit.principles, ...audit.differences, ...audit.challenges], format),
    ...(audit.fragmentation.every(({ severity }) => severity === null)
      ? []
      : ['### What tool fragmentation is made of']),
    ...bullets(
      audit.fragmentation
        .filter(({ severity }) => severity !== null)
        .map(({ title, severity, remedy }) => `${title}: ${format.number(severity)} of 100 severe; remedy: ${remedy}`),
    ),
    ...(audit.legacyTraits.length === 0 ? [] : ['### Traits of the industrial playbook']),
    ...bullets(audit.legacyTraits.map((trait) => `${inline(trait.title)}: ${inline(trait.words)}`)),
  ];
};

/** Part 14. */
export const openQuestions: Part = ({ audit, format }) => {
  const names = table([
    ['Name', 'Kind', 'State', 'Rows', 'Money', 'Why'],
    ...audit.openNames.map((name) => [
      inline(name.raw),
      name.kind,
      name.status,
      String(name.rows),
      name.money.map((sum) => format.money(sum)).join(', '),
      inline(name.reason),
    ]),
  ]);
  const open = table([
    ['What', 'Why', 'What would supply it'],
    ...audit.notAssessed.map((entry) => [inline(entry.title), inline(entry.why), inline(entry.wouldSupply)]),
  ]);
  const rejected = table([
    ['Source', 'Row', 'Field', 'Why it was rejected'],
    ...audit.rejected.map((row) => [
      inline(row.at.source),
      String(row.at.row ?? ''),
      inline(row.field ?? ''),
      inline(rejectReason(row)),
    ]),
  ]);
  return [
    `${audit.notAssessed.length} things could not be assessed, ${audit.openNames.length} names are open, ${format.number(rejectedCount(audit.rejected))} rows were rejected.`,
    ...open,
    ...names,
    ...rejected,
  ];
};

/** How well names are recognised by this version, on labelled names. */
function matching(audit: Audit): readonly string[] {
  if (audit.matching.length === 0) return [];
  const of = (part: number, all: number) => (all === 0 ? 'none' : `${part} of ${all}`);
  const caveat =
    'How well names are recognised: measured on labelled names that come with this version, after mending what they showed; the last row is a batch measured before anything was mended for it.';
  const rows = table([
    [
      'Kind of name',
      'Product known to the catalogue',
      'Right where known',
      'Vendor alone told right',
      'Other things taken for software',
      'Wrong with confidence',
    ],
    ...audit.matching.map((m) => [
      nameKindWords(m.kind),
      of(m.known, m.products),
      of(m.right, m.known),
      of(m.vendorRight, m.vendorOnly),
      of(m.takenIn, m.notSoftware),
      of(m.confidentlyWrong, m.rows),
    ]),
  ]);
  return [caveat, '', ...rows];
}

/** Part 15. */
export const method: Part = ({ audit, format }) => {
  const signals = [...audit.principles, ...audit.differences, ...audit.challenges].flatMap(
    (construct) => construct.signals,
  );
  const { k } = audit.people.privacy;
  return [
    `unsprawl ${audit.version}. Seats: active within ${audit.policy.seat_threshold_days} days, ${audit.policy.grace_days} days of grace. Groups under ${k.usage} people (collaboration: ${k.collaboration}) are withheld; ${audit.people.privacy.suppressed} cells were.`,
    ...table([
      ['Signal', 'State', 'Basis', 'Value', 'Unit', 'Score', 'People say', 'Weight', 'Grade', 'Formula', 'Anchors'],
      ...signals.map((signal) => [
        `${signal.id} ${inline(signal.title)}`,
        signal.state,
        signal.basis ?? '',
        format.number(signal.value, 3),
        inline(signal.unit),
        signal.score === null ? 'none' : format.number(signal.score),
        signal.selfDeclared === null ? '' : format.number(signal.selfDeclared.score),
        format.number(signal.weight, 2),
        signal.grade,
        inline(signal.formula),
        inline(signal.anchors),
      ]),
    ]),
    ...(audit.sensitivity.length === 0
      ? missing('No sensitivity appendix.', 'It needs at least two scored principles.')
      : table([
          ['Sensitivity', 'Result'],
          ...audit.sensitivity.map((entry) => [inline(entry.title), inline(entry.result)]),
        ])),
    ...matching(audit),
  ];
};
