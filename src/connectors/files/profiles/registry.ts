import type { FileProfile } from '../profile.ts';
import { amexUk } from './amex-uk.ts';
import { amexUs } from './amex-us.ts';
import { atlassianManagedAccounts } from './atlassian-managed-accounts.ts';
import { atlassianUsers } from './atlassian-users.ts';
import { bankCamtDe } from './bank-camt-de.ts';
import { bankDebitCredit } from './bank-debit-credit.ts';
import { bankStatement } from './bank-statement.ts';
import { brex } from './brex.ts';
import { cardStatement } from './card-statement.ts';
import { datevBookings } from './datev-bookings.ts';
import { entraEnterpriseApps } from './entra-enterprise-apps.ts';
import { entraSignIns } from './entra-sign-ins.ts';
import { expensify } from './expensify.ts';
import { focusCosts } from './focus-costs.ts';
import { gamLicences } from './gam-licences.ts';
import { gamLoginReport } from './gam-login-report.ts';
import { gamTokens } from './gam-tokens.ts';
import { githubAdvancedSecurity } from './github-advanced-security.ts';
import { githubCopilotSeats } from './github-copilot-seats.ts';
import { githubLicences } from './github-licences.ts';
import { githubUsage } from './github-usage.ts';
import { googleLoginEvents } from './google-login-events.ts';
import { googleOauthEvents } from './google-oauth-events.ts';
import { googleUsers } from './google-users.ts';
import { m365ActiveUsers } from './m365-active-users.ts';
import { m365TeamsActivity } from './m365-teams-activity.ts';
import { m365Users } from './m365-users.ts';
import { oktaAppUsage } from './okta-app-usage.ts';
import { oktaAssignments } from './okta-assignments.ts';
import { oktaSystemLog } from './okta-system-log.ts';
import { quickbooksTransactions } from './quickbooks-transactions.ts';
import { ramp } from './ramp.ts';
import { slackAnalytics } from './slack-analytics.ts';
import { slackMembers } from './slack-members.ts';
import { templateBoards } from './template-boards.ts';
import { templateContracts } from './template-contracts.ts';
import { templateDecisions } from './template-decisions.ts';
import { templateDeliveries } from './template-deliveries.ts';
import { templateDocuments } from './template-documents.ts';
import { templateEvents } from './template-events.ts';
import { templateHomes } from './template-homes.ts';
import { templateIntegrations } from './template-integrations.ts';
import { templateInventory } from './template-inventory.ts';
import { templateMeetings } from './template-meetings.ts';
import { templateMessages } from './template-messages.ts';
import { templateNeeds } from './template-needs.ts';
import { templateOnboarding } from './template-onboarding.ts';
import { templatePeople } from './template-people.ts';
import { templateProcesses } from './template-processes.ts';
import { templateRates } from './template-rates.ts';
import { templateRequests } from './template-requests.ts';
import { templateResponses } from './template-responses.ts';
import { templateRollouts } from './template-rollouts.ts';
import { templateSpend } from './template-spend.ts';
import { templateSurvey } from './template-survey.ts';
import { templateUsage } from './template-usage.ts';
import { templateWikiWeeks } from './template-wiki-weeks.ts';
import { templateWorkItems } from './template-work-items.ts';
import { templateWriting } from './template-writing.ts';
import { xeroAccountTransactions } from './xero-account-transactions.ts';
import { xeroStatement } from './xero-statement.ts';
import { zoomUsers } from './zoom-users.ts';

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
  templateResponses,
  templateDeliveries,
  templateRequests,
  templateBoards,
  templateWikiWeeks,
  templateOnboarding,
  templateProcesses,
  templateRollouts,
  templateWriting,
  amexUk,
  amexUs,
  atlassianManagedAccounts,
  atlassianUsers,
  bankCamtDe,
  bankDebitCredit,
  bankStatement,
  brex,
  cardStatement,
  datevBookings,
  entraEnterpriseApps,
  entraSignIns,
  expensify,
  focusCosts,
  gamLicences,
  gamLoginReport,
  gamTokens,
  githubAdvancedSecurity,
  githubCopilotSeats,
  githubLicences,
  githubUsage,
  googleLoginEvents,
  googleOauthEvents,
  googleUsers,
  m365ActiveUsers,
  m365TeamsActivity,
  m365Users,
  oktaAppUsage,
  oktaAssignments,
  oktaSystemLog,
  quickbooksTransactions,
  ramp,
  slackAnalytics,
  slackMembers,
  xeroAccountTransactions,
  xeroStatement,
  zoomUsers,
];
