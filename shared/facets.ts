/** What a list can be narrowed by: the values of a facet and how many records have each. */

export interface FacetCount {
  value: string;
  /** Under all other filters that are set. */
  count: number;
}
