/**
 * Which addresses lead into this machine or its network, or nowhere.
 *
 * @module
 */
import { BlockList, isIP } from "node:net";

/** IPv4 that is not for the public (RFC 6890 and its successors). */
const closed = new BlockList();
for (const [net, bits] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 3],
] as const) {
  closed.addSubnet(net, bits, "ipv4");
}

/** IPv6 that is public: global unicast, less what carries IPv4 inside or is for special use. */
const open = new BlockList();
open.addSubnet("2000::", 3, "ipv6");
const special = new BlockList();
for (const [net, bits] of [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
] as const) {
  special.addSubnet(net, bits, "ipv6");
}

/** IPv4 in IPv6 clothes, dotted or not; undefined for other addresses. */
function mappedIpv4(address: string): string | undefined {
  const match = /^::ffff:(?:(\d+\.\d+\.\d+\.\d+)|([0-9a-f]{1,4}):([0-9a-f]{1,4}))$/i.exec(address);
  if (match === null) return undefined;
  const [, dotted, high, low] = match;
  if (dotted !== undefined) return dotted;
  const [a, b] = [Number.parseInt(high!, 16), Number.parseInt(low!, 16)];
  return `${a >> 8}.${a & 255}.${b >> 8}.${b & 255}`;
}

/** True for an address that a stranger must not make us connect to, and for what is no address. */
export function isPrivateAddress(address: string): boolean {
  const plain = mappedIpv4(address) ?? address;
  switch (isIP(plain)) {
    case 4:
      return closed.check(plain, "ipv4");
    case 6:
      return !open.check(plain, "ipv6") || special.check(plain, "ipv6");
    default:
      return true;
  }
}
