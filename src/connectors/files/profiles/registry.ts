import type { FileProfile } from '../profile.ts';
import { amexUk } from './amex-uk.ts';
import { amexUs } from './amex-us.ts';
import { expensify } from './expensify.ts';
import { gamTokens } from './gam-tokens.ts';
import { githubCopilotSeats } from './github-copilot-seats.ts';
import { githubLicences } from './github-licences.ts';
import { googleUsers } from './google-users.ts';
import { m365ActiveUsers } from './m365-active-users.ts';
import { oktaAppUsage } from './okta-app-usage.ts';
import { oktaAssignments } from './okta-assignments.ts';
import { ramp } from './ramp.ts';
import { slackAnalytics } from './slack-analytics.ts';
import { slackMembers } from './slack-members.ts';
import { templateContracts } from './template-contracts.ts';
import { templateDecisions } from './template-decisions.ts';
import { templateDocuments } from './template-documents.ts';
import { templateEvents } from './template-events.ts';
import { templateHomes } from './template-homes.ts';
import { templateIntegrations } from './template-integrations.ts';
import { templateInventory } from './template-inventory.ts';
import { templateMeetings } from './template-meetings.ts';
import { templateMessages } from './template-messages.ts';
import { templateNeeds } from './template-needs.ts';
import { templatePeople } from './template-people.ts';
import { templateRates } from './template-rates.ts';
import { templateSpend } from './template-spend.ts';
import { templateSurvey } from './template-survey.ts';
import { templateUsage } from './template-usage.ts';
import { templateWorkItems } from './template-work-items.ts';

/** Every file shape that is recognised: the templates in the order of DESIGN 6, then vendors' exports by name. */
export const profiles: readonly FileProfile[] = [
  templateRates,
  templatePeople,
  templateInventory,
  templateContracts,
  templateUsage,
  templateEvents,
  templateSpend,
  templateIntegrations,
  templateMeetings,
  templateMessages,
  templateDocuments,
  templateWorkItems,
  templateDecisions,
  templateHomes,
  templateNeeds,
  templateSurvey,
  amexUk,
  amexUs,
  expensify,
  gamTokens,
  githubCopilotSeats,
  githubLicences,
  googleUsers,
  m365ActiveUsers,
  oktaAppUsage,
  oktaAssignments,
  ramp,
  slackAnalytics,
  slackMembers,
];
