/** An application with some of its methods replaced. */
import type { Application } from "@assay/chain/abci/application";

export function withPart(app: Application, part: Partial<Application>): Application {
  return {
    info: (request) => app.info(request),
    initChain: (request) => app.initChain(request),
    checkTx: (request) => app.checkTx(request),
    prepareProposal: (request) => app.prepareProposal(request),
    processProposal: (request) => app.processProposal(request),
    finalizeBlock: (request) => app.finalizeBlock(request),
    commit: (extra) => app.commit(extra),
    query: (request) => app.query(request),
    ...part,
  };
}
