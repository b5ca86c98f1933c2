package jp.careplan.exchange.internal.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which addresses may be called: public ones, and those that the operator names. Everything that
 * leads back into a network of one's own stays out, whatever name stood for it.
 */
public final class Reach {
  private static final List<Range> NOT_PUBLIC =
      Stream.of(
              "0.0.0.0/8",
              "10.0.0.0/8",
              "100.64.0.0/10",
              "127.0.0.0/8",
              "169.254.0.0/16",
              "172.16.0.0/12",
              "192.0.0.0/24",
              "192.0.2.0/24",
              "192.88.99.0/24",
              "192.168.0.0/16",
              "198.18.0.0/15",
              "198.51.100.0/24",
              "203.0.113.0/24",
              "224.0.0.0/3")
          .map(Range::parse)
          .toList();

  /** What there is of IPv6 on the open internet, without what carries an IPv4 address inside. */
  private static final Range GLOBAL_V6 = Range.parse("2000::/3");

  private static final List<Range> NOT_PUBLIC_V6 =
      Stream.of("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20").map(Range::parse).toList();

  private final List<Range> allowed;

  private Reach(List<Range> allowed) {
    this.allowed = allowed;
  }

  /**
   * @param ranges addresses or networks ({@code 10.1.0.0/16}), parted by blanks
   */
  public static Reach allowing(String ranges) {
    return new Reach(
        Arrays.stream(ranges.strip().split("\\s+"))
            .filter(it -> !it.isEmpty())
            .map(Range::parse)
            .toList());
  }

  /** Whether the operator named it. */
  boolean isNamed(InetAddress address) {
    return allowed.stream().anyMatch(it -> it.holds(address));
  }

  boolean mayCall(InetAddress address) {
    return isNamed(address) || isPublic(address);
  }

  private static boolean isPublic(InetAddress address) {
    return address.getAddress().length == 4
        ? NOT_PUBLIC.stream().noneMatch(it -> it.holds(address))
        : GLOBAL_V6.holds(address) && NOT_PUBLIC_V6.stream().noneMatch(it -> it.holds(address));
  }

  /** A network: its first bits. */
  @SuppressWarnings("ArrayRecordComponent") // compared bit by bit alone
  private record Range(byte[] first, int bits) {
    static Range parse(String text) {
      String[] parts = text.split("/", 2);
      if (!parts[0].matches("[0-9.]+|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*")) {
        throw new IllegalArgumentException("no address: " + text); // never a name to be looked up
      }
      try {
        byte[] first = InetAddress.getByName(parts[0]).getAddress();
        return new Range(
            first, parts.length == 2 ? Integer.parseInt(parts[1]) : first.length * Byte.SIZE);
      } catch (UnknownHostException e) {
        throw new IllegalArgumentException("no address: " + text, e);
      }
    }

    boolean holds(InetAddress address) {
      byte[] given = address.getAddress();
      if (given.length != first.length) {
        return false;
      }
      for (int i = 0; i < bits; i++) {
        int mask = 0x80 >> (i % Byte.SIZE);
        if ((given[i / Byte.SIZE] & mask) != (first[i / Byte.SIZE] & mask)) {
          return false;
        }
      }
      return true;
    }
  }
}
