package org.fitmesh.http;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * Which addresses a webhook may have. Without the setting, none that only this machine or its
 * network can reach: who may write metadata must not be able to call those.
 *
 * <p>All addresses of a name are looked at. The connection is made by name a moment later; both ask
 * the JVM's cache of names, so that they see the same addresses unless the entry ends in between
 * (30 s, {@code networkaddress.cache.ttl}).
 */
public final class AddressRule {
    private static final String REFUSED =
            "the address is refused: it is a loopback, private, link-local or reserved one;"
                    + " FITMESH_WEBHOOK_PRIVATE_ADDRESSES=true allows it";

    private final boolean privateAllowed;

    /**
     * The rule of this server.
     *
     * @param privateAllowed {@code FITMESH_WEBHOOK_PRIVATE_ADDRESSES}
     */
    public AddressRule(boolean privateAllowed) {
        this.privateAllowed = privateAllowed;
    }

    /** A refusal; the message names neither host nor address. */
    public static final class RefusedAddress extends Exception {
        private static final long serialVersionUID = 1L;

        RefusedAddress(String message) {
            super(message);
        }
    }

    /**
     * Looks the name up, which may take a while.
     *
     * @throws RefusedAddress for an address that is not allowed, or a name that has none
     */
    public void check(String host) throws RefusedAddress {
        if (privateAllowed) {
            return;
        }
        try {
            InetAddress[] addresses = InetAddress.getAllByName(host);
            if (Arrays.stream(addresses).anyMatch(AddressRule::isInternal)) {
                throw new RefusedAddress(REFUSED);
            }
        } catch (UnknownHostException e) {
            throw new RefusedAddress("the host of the webhook has no address in the DNS");
        }
    }

    /** Whether it is no address of the public internet. */
    static boolean isInternal(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return true;
        }
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address ? isReserved4(bytes) : isInternal6(address, bytes);
    }

    /** The registries of IANA for special addresses (RFC 6890), besides those the JDK knows. */
    private static boolean isReserved4(byte[] bytes) {
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        return first == 0
                || first >= 240
                || (first == 100 && second >= 64 && second < 128)
                || (first == 198 && (second == 18 || second == 19))
                || (first == 192 && second == 0 && bytes[2] == 0);
    }

    private static boolean isInternal6(InetAddress address, byte[] bytes) {
        boolean uniqueLocal = (bytes[0] & 0xfe) == 0xfc;
        return uniqueLocal || (address instanceof Inet6Address && holdsInternal4(bytes));
    }

    /** IPv4 inside of IPv6: compatible (::/96), NAT64 (64:ff9b::/96) and 6to4 (2002::/16). */
    private static boolean holdsInternal4(byte[] bytes) {
        if (startsWith(bytes, 0x20, 0x02)) {
            return isInternal4(bytes, 2);
        }
        boolean zeros = Arrays.equals(bytes, 4, 12, new byte[8], 0, 8);
        boolean wraps = startsWith(bytes, 0, 0, 0, 0) || startsWith(bytes, 0, 0x64, 0xff, 0x9b);
        return zeros && wraps && isInternal4(bytes, 12);
    }

    private static boolean isInternal4(byte[] bytes, int from) {
        try {
            return isInternal(InetAddress.getByAddress(Arrays.copyOfRange(bytes, from, from + 4)));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }

    private static boolean startsWith(byte[] bytes, int... start) {
        for (int i = 0; i < start.length; i++) {
            if ((bytes[i] & 0xff) != start[i]) {
                return false;
            }
        }
        return true;
    }
}
