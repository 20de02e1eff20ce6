import { describe, expect, it } from 'vitest';
import type { ToolDecision } from '../../../src/model/audit/consolidation.ts';
import { agendaOf } from '../../../src/transition/agenda.ts';
import { sampleAudit } from '../../support/audit-sample.ts';

const [model] = sampleAudit().consolidation.decisions;
const decision = (
  id: string,
  verdict: ToolDecision['verdict'],
  gross: number | null,
  decideBy: string | null,
): ToolDecision => ({
  ...model!,
  id,
  verdict,
  decideBy,
  savingGross: gross === null ? null : { minor: gross, currency: 'EUR' },
});

describe('agendaOf', () => {
  it('takes what goes before what is cut, even at a cost, and orders five by date', () => {
    const all = [
      decision('costly', 'retire', -900, '2026-11-01'),
      decision('big', 'cut seats', 9000, '2026-12-01'),
      decision('mid', 'cut seats', 5000, null),
      decision('small', 'cut seats', 100, '2026-10-20'),
      decision('price', 'renegotiate', null, '2026-10-15'),
      decision('join', 'merge workspaces', 50, '2027-01-01'),
      decision('kept', 'keep', null, '2026-10-01'),
      decision('open', 'not enough evidence', null, '2026-10-01'),
    ];
    expect(agendaOf(all)).toEqual(['small', 'costly', 'big', 'join', 'mid']);
    expect(agendaOf([...all].reverse())).toEqual(agendaOf(all));
  });

  it('is empty where nothing is asked', () => {
    expect(agendaOf([decision('kept', 'keep', null, null)])).toEqual([]);
  });
});
