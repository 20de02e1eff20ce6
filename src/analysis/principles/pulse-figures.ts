import type { PeopleSay, Profile } from '../../model/audit/profile.ts';
import { NOISE_ITEM, SATISFACTION_ITEM } from '../../model/pulse.ts';
import type { SignalInput } from './signal-unit.ts';
import { agreementWith } from './survey-answers.ts';

/** What people say of message noise and of their tools: shown beside the profile, scored nowhere (METHOD 6a.27). */
export function pulseFigures(input: SignalInput): Pick<Profile, 'selfDeclaredNoise' | 'satisfaction'> {
  const say = (id: string): PeopleSay | null => agreementWith(id, input);
  return { selfDeclaredNoise: say(NOISE_ITEM), satisfaction: say(SATISFACTION_ITEM) };
}
