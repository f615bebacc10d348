/** @module Which page an address is, its title, and what of it lies over the page. */
import type { ComponentChildren } from "preact";
import { AccountPage } from "../pages/account.tsx";
import { BlockPage } from "../pages/block.tsx";
import { Blocks } from "../pages/blocks.tsx";
import { ChallengePage } from "../pages/challenge.tsx";
import { Challenges } from "../pages/challenges.tsx";
import { DatasetPage } from "../pages/dataset.tsx";
import { Datasets } from "../pages/datasets.tsx";
import { NotFound } from "../pages/not-found.tsx";
import { Overview } from "../pages/overview.tsx";
import { Params } from "../pages/params.tsx";
import { SearchPage } from "../pages/search.tsx";
import { TxPage } from "../pages/tx.tsx";
import { Validators } from "../pages/validators.tsx";
import { GlobalDialogs } from "./global-dialogs.tsx";
import { matchPath, route } from "./router.ts";
import { Shell } from "./shell.tsx";

type PathParams = Readonly<Record<string, string>>;
interface PageRoute {
  readonly pattern: string;
  readonly title: (params: PathParams) => string;
  readonly page: (params: PathParams) => ComponentChildren;
}

const PAGES: readonly PageRoute[] = [
  { pattern: "/", title: () => "Overview", page: () => <Overview /> },
  { pattern: "/datasets", title: () => "Datasets", page: () => <Datasets /> },
  { pattern: "/datasets/:id", title: () => "Dataset", page: ({ id }) => <DatasetPage id={id!} /> },
  { pattern: "/challenges", title: () => "Challenges", page: () => <Challenges /> },
  {
    pattern: "/challenges/:id",
    title: ({ id }) => `Challenge ${id}`,
    page: ({ id }) => <ChallengePage id={id!} />,
  },
  { pattern: "/blocks", title: () => "Blocks", page: () => <Blocks /> },
  {
    pattern: "/blocks/:height",
    title: ({ height }) => `Block ${height}`,
    page: ({ height }) => <BlockPage height={height!} />,
  },
  { pattern: "/tx/:hash", title: () => "Transaction", page: ({ hash }) => <TxPage hash={hash!} /> },
  {
    pattern: "/accounts/:address",
    title: () => "Account",
    page: ({ address }) => <AccountPage address={address!} />,
  },
  { pattern: "/validators", title: () => "Validators", page: () => <Validators /> },
  { pattern: "/params", title: () => "Parameters", page: () => <Params /> },
  { pattern: "/search", title: () => "Search", page: () => <SearchPage /> },
];

function currentPage(path: string): { title: string; page: ComponentChildren } {
  for (const { pattern, title, page } of PAGES) {
    const params = matchPath(pattern, path);
    if (params !== undefined) return { title: title(params), page: page(params) };
  }
  return { title: "No such page", page: <NotFound /> };
}

export function pageTitle(path: string): string {
  return `${currentPage(path).title} · Assay`;
}

export function App() {
  const { path } = route.value;
  return (
    <Shell>
      {currentPage(path).page}
      <GlobalDialogs />
    </Shell>
  );
}
