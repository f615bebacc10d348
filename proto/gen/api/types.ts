// Made by `npm run proto` from all .proto files. Do not edit.
import { MessageType } from "../../wire/message-type.ts";
import * as f0 from "../assay/attest/v1/event.ts";
import * as f1 from "../assay/attest/v1/genesis.ts";
import * as f2 from "../assay/attest/v1/query.ts";
import * as f3 from "../assay/attest/v1/tx.ts";
import * as f4 from "../assay/attest/v1/types.ts";
import * as f5 from "../assay/chain/v1/genesis.ts";
import * as f6 from "../assay/chain/v1/query.ts";
import * as f7 from "../assay/chain/v1/types.ts";
import * as f8 from "../assay/challenge/v1/event.ts";
import * as f9 from "../assay/challenge/v1/genesis.ts";
import * as f10 from "../assay/challenge/v1/query.ts";
import * as f11 from "../assay/challenge/v1/tx.ts";
import * as f12 from "../assay/challenge/v1/types.ts";
import * as f13 from "../assay/data/v1/event.ts";
import * as f14 from "../assay/data/v1/genesis.ts";
import * as f15 from "../assay/data/v1/query.ts";
import * as f16 from "../assay/data/v1/tx.ts";
import * as f17 from "../assay/data/v1/types.ts";
import * as f18 from "../assay/staking/v1/genesis.ts";
import * as f19 from "../assay/staking/v1/query.ts";
import * as f20 from "../assay/staking/v1/types.ts";
import * as f21 from "../cosmos/auth/v1beta1/auth.ts";
import * as f22 from "../cosmos/auth/v1beta1/genesis.ts";
import * as f23 from "../cosmos/auth/v1beta1/query.ts";
import * as f24 from "../cosmos/bank/v1beta1/bank.ts";
import * as f25 from "../cosmos/bank/v1beta1/genesis.ts";
import * as f26 from "../cosmos/bank/v1beta1/query.ts";
import * as f27 from "../cosmos/bank/v1beta1/tx.ts";
import * as f28 from "../cosmos/base/abci/v1beta1/abci.ts";
import * as f29 from "../cosmos/base/node/v1beta1/query.ts";
import * as f30 from "../cosmos/base/query/v1beta1/pagination.ts";
import * as f31 from "../cosmos/base/tendermint/v1beta1/query.ts";
import * as f32 from "../cosmos/base/tendermint/v1beta1/types.ts";
import * as f33 from "../cosmos/base/v1beta1/coin.ts";
import * as f34 from "../cosmos/crypto/ed25519/keys.ts";
import * as f35 from "../cosmos/crypto/multisig/keys.ts";
import * as f36 from "../cosmos/crypto/multisig/v1beta1/multisig.ts";
import * as f37 from "../cosmos/crypto/secp256k1/keys.ts";
import * as f38 from "../cosmos/ics23/v1/proofs.ts";
import * as f39 from "../cosmos/tx/signing/v1beta1/signing.ts";
import * as f40 from "../cosmos/tx/v1beta1/service.ts";
import * as f41 from "../cosmos/tx/v1beta1/tx.ts";

const files: readonly object[] = [f0, f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11, f12, f13, f14, f15, f16, f17, f18, f19, f20, f21, f22, f23, f24, f25, f26, f27, f28, f29, f30, f31, f32, f33, f34, f35, f36, f37, f38, f39, f40, f41];
export const MESSAGE_TYPES: readonly MessageType<object>[] = files
  .flatMap((file) => Object.values(file))
  .filter((item): item is MessageType<object> => item instanceof MessageType);
