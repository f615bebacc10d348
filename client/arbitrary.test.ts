import { Secp256k1HdWallet, type StdSignDoc } from "@cosmjs/amino";
import { describe, expect, it } from "vitest";
import { arbitraryDocument, verifyArbitrary } from "./arbitrary.ts";

async function signed(data: string | Uint8Array) {
  const wallet = await Secp256k1HdWallet.generate(12, { prefix: "assay" });
  const { address } = (await wallet.getAccounts())[0]!;
  const document = arbitraryDocument(address, data) as unknown as StdSignDoc;
  return { address, ...(await wallet.signAmino(address, document)) };
}

describe("off-chain signatures", () => {
  it.each(["I own this, until block 900 & not longer", "", "漢😀"])(
    "hold for what was signed: %s",
    async (data) => {
      const { address, signature } = await signed(data);
      expect(await verifyArbitrary(address, data, signature)).toBe(true);
      expect(await verifyArbitrary(address, new TextEncoder().encode(data), signature)).toBe(true);
      expect(await verifyArbitrary(address, `${data}.`, signature)).toBe(false);
    },
  );

  it("for no other account, key or signature, and never throw", async () => {
    const mine = await signed("x");
    const other = await signed("x");
    expect(await verifyArbitrary(other.address, "x", mine.signature)).toBe(false);
    expect(await verifyArbitrary(mine.address, "x", other.signature)).toBe(false);
    expect(await verifyArbitrary("nobody", "x", mine.signature)).toBe(false);
    for (const change of [
      { signature: "" },
      { signature: "!" },
      { signature: mine.signature.signature.slice(0, 40) },
      { pub_key: { type: "tendermint/PubKeyEd25519", value: mine.signature.pub_key.value } },
      { pub_key: { type: "tendermint/PubKeySecp256k1", value: "AA==" } },
      { pub_key: { type: "tendermint/PubKeyMultisigThreshold", value: { threshold: "1", pubkeys: [] } } },
    ]) {
      expect(await verifyArbitrary(mine.address, "x", { ...mine.signature, ...change })).toBe(false);
    }
  });

  it("are of no chain", async () => {
    const { signed: document } = await signed("x");
    expect(document).toMatchObject({ chain_id: "", account_number: "0", sequence: "0", fee: { gas: "0" } });
  });
});
