/** A load of transfers: several senders, each with a sequence of its own, handed over without waiting. */

import { send } from "@assay/client/modules/bank/messages";
import { SigningAssayClient } from "@assay/client/signing";
import { importWallet } from "@assay/client/wallet";
import type { DevnetKey } from "@assay/devnet/keys";

const FEE = { amount: [{ denom: "uassay", amount: "3000" }], gas: "120000" };

export class Load {
  readonly #rpcUrl: string;
  readonly #senders: readonly DevnetKey[];
  readonly #pauseMs: number;
  readonly #clients: SigningAssayClient[] = [];
  #stop = false;
  #running: Promise<unknown> = Promise.resolve();
  #nonce = 0;
  /** Transactions that the node took into its mempool. */
  accepted = 0;

  /** @param pauseMs of each sender, between two. */
  constructor(rpcUrl: string, senders: readonly DevnetKey[], pauseMs = 0) {
    this.#rpcUrl = rpcUrl;
    this.#senders = senders;
    this.#pauseMs = pauseMs;
  }

  /** Sends from all accounts until it is stopped or the node is gone. */
  async start(): Promise<void> {
    if (this.#clients.length === 0) {
      for (const { mnemonic } of this.#senders) {
        const wallet = await importWallet(mnemonic);
        this.#clients.push(SigningAssayClient.createWithSigner(this.#rpcUrl, wallet));
      }
    }
    this.#stop = false;
    this.#running = Promise.all(this.#senders.map((sender, i) => this.#run(this.#clients[i]!, sender)));
  }

  async stop(): Promise<void> {
    this.#stop = true;
    await this.#running;
  }

  async #run(client: SigningAssayClient, sender: DevnetKey): Promise<void> {
    try {
      let { accountNumber, sequence } = await client.getSequence(sender.address);
      while (!this.#stop) {
        const to = this.#senders[(this.#senders.indexOf(sender) + 1) % this.#senders.length]!.address;
        const message = send({ from: sender.address, to, amount: [{ denom: "uassay", amount: "1" }] });
        const bytes = await client.sign(
          sender.address,
          [message],
          FEE,
          { accountNumber, sequence },
          { memo: `${this.#nonce++}` },
        );
        try {
          await client.broadcastTxSync(bytes);
          this.accepted++;
          sequence++;
          if (this.#pauseMs > 0) await new Promise((resolve) => setTimeout(resolve, this.#pauseMs));
        } catch {
          // Refused, or the node is gone: look again where the account is.
          if (this.#stop) return;
          await new Promise((resolve) => setTimeout(resolve, 50));
          ({ accountNumber, sequence } = await client.getSequence(sender.address));
        }
      }
    } catch {
      // The node was killed: the next round begins anew.
    }
  }
}
