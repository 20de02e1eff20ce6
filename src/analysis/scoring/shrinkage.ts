/** Within-team variance / between-team variance where it is not estimated (METHOD 0.2). */
export const DEFAULT_KAPPA = 10;

/** Pulls a small team towards the organisation: n/(n+kappa) team + kappa/(n+kappa) organisation. Show it beside the raw mean. */
export function shrink(teamMean: number, teamSize: number, organisationMean: number, kappa = DEFAULT_KAPPA): number {
  const own = teamSize / (teamSize + kappa);
  return own * teamMean + (1 - own) * organisationMean;
}
