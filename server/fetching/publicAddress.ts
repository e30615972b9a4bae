/** Whether an IP address belongs to the public internet: everything else is somebody's own network, or nobody's. */

/** RFC 4291 §2.4: global unicast; what stands below it embeds or reserves. */
const GLOBAL_UNICAST = "2000::/3";
/** RFC 5214: the identifier of an interface that tunnels to the IPv4 address after it. */
const ISATAP = 0x5efe;

/**
 * Loopback, private, link-local, unique-local, carrier-grade NAT, multicast, documentation, benchmarks, and IPv6 addresses
 * that carry an IPv4 address (mapped, NAT64, 6to4, Teredo, ISATAP) are not public.
 */
export async function isPublicAddress(address: string): Promise<boolean> {
  const { default: ipaddr } = await import("ipaddr.js");
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== "unicast") return false;
  if (!("parts" in parsed)) return true;
  return parsed.match(ipaddr.IPv6.parseCIDR(GLOBAL_UNICAST)) && parsed.parts[5] !== ISATAP;
}
