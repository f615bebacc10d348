/** Who plays in the demo, and what. */
export const ROLES: Readonly<Record<string, string>> = {
  alice: "publishes raw product reviews, and claims no duplicates",
  bob: "publishes restaurant reviews, cleaned first",
  carol: "backs both claims",
  dave: "finds Alice's duplicates and proves them",
  erin: "publishes film reviews that were padded with copies: yours to find",
  faucet: "gives test coins",
};

export const DATASETS = {
  amazon: "amazon-product-sentences",
  yelp: "yelp-restaurant-sentences",
  imdb: "imdb-film-sentences",
} as const;

/** The set that waits for the newcomer. */
export const TOUR = {
  owner: "erin",
  dataset: DATASETS.imdb,
  sentence: "One dataset here was padded with copied rows. Find them and take the stake, with test coins.",
} as const;
