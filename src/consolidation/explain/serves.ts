import type { Verdict } from '../../model/audit/consolidation.ts';
import type { Outcome } from '../outcome.ts';

/** Principle that a tidy home for the jobs of a domain serves; tools as the workplace (P4) otherwise. */
const PRINCIPLE_OF_DOMAIN: Readonly<Record<string, string>> = {
  conversation: 'P1',
  meetings: 'P1',
  async_media: 'P1',
  knowledge: 'P2',
  work: 'P3',
  alignment: 'P5',
};
/** Step 4 is the tool clean-up; a single home for knowledge is step 3. */
const CLEAN_UP = 4;
const SINGLE_SOURCE = 3;

/** Principle and step that the decision serves (METHOD 6a.25); nulls where it changes nothing. */
export function servedBy(verdict: Verdict, capability: string | null, outcome: Outcome) {
  if (verdict === 'keep' || verdict === 'not enough evidence') return { principle: null, step: null };
  if (verdict !== 'retire' && verdict !== 'merge workspaces') {
    return { principle: verdict === 'integrate' ? 'P4' : null, step: CLEAN_UP };
  }
  const domain = outcome.estate.capabilities.find(({ id }) => id === capability)?.domain ?? '';
  return {
    principle: PRINCIPLE_OF_DOMAIN[domain] ?? 'P4',
    step: domain === 'knowledge' ? SINGLE_SOURCE : CLEAN_UP,
  };
}
