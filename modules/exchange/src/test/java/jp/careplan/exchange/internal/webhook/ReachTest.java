package jp.careplan.exchange.internal.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.atomic.AtomicInteger;
import jp.careplan.exchange.internal.webhook.HookAddress.NotCalled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReachTest {
  private static final Reach NONE = Reach.allowing("");

  private static InetAddress address(String literal) throws UnknownHostException {
    return InetAddress.getByName(literal);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.9.9.9",
        "0.0.0.0",
        "10.1.2.3",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "192.0.0.8",
        "198.18.0.1",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "fe80::1",
        "fc00::1",
        "fd12::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "2001:db8::1",
        "2001::1",
        "::127.0.0.1",
        "fec0::1"
      })
  void whatLeadsIntoANetworkOfOnesOwnIsNotCalled(String literal) throws UnknownHostException {
    assertFalse(NONE.mayCall(address(literal)), literal);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"8.8.8.8", "172.32.0.1", "192.169.0.1", "2606:4700::1111", "2400:4050::1"})
  void whatIsPublicIsCalled(String literal) throws UnknownHostException {
    assertTrue(NONE.mayCall(address(literal)), literal);
  }

  @Test
  void theOperatorNamesWhatMayBeCalledAllTheSame() throws UnknownHostException {
    Reach reach = Reach.allowing("10.1.0.0/16  127.0.0.7 fd00::/8");

    assertTrue(reach.mayCall(address("10.1.255.1")));
    assertTrue(reach.mayCall(address("127.0.0.7")));
    assertTrue(reach.mayCall(address("fd00::5")));
    assertFalse(reach.mayCall(address("10.2.0.1")));
    assertFalse(reach.mayCall(address("127.0.0.1")));
    assertThrows(IllegalArgumentException.class, () -> Reach.allowing("localhost"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://example.jp/", "https:///x", "https://user:word@example.jp/", "javascript:alert(1)",
        "https://example.jp/#x", "https://exa mple.jp/", "https://example.jp:99999/", "example.jp",
        "https://example.jp/\r\nX: y", ""
      })
  void anAddressThatIsNoneIsRefused(String text) {
    assertThrows(NotCalled.class, () -> HookAddress.parse(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://2130706433/", "https://0x7f.1/", "https://[::1]:9443/x"})
  void otherSpellingsOfLoopbackAreRefused(String text) {
    assertThrows(
        NotCalled.class, () -> HookAddress.parse(text).checked(NONE, InetAddress::getAllByName));
  }

  @Test
  void oneBadAddressOfANameIsEnough() throws NotCalled {
    HookAddress address = HookAddress.parse("https://soft.example.jp/");

    assertThrows(
        NotCalled.class,
        () ->
            address.checked(
                NONE, host -> new InetAddress[] {address("8.8.8.8"), address("10.0.0.1")}));
  }

  @Test
  void theAddressThatWasLookedAtIsTheOneThatIsUsed() throws Exception {
    var asked = new AtomicInteger();
    HookAddress address = HookAddress.parse("https://changes.example.jp/");

    InetAddress first =
        address.checked(
            NONE,
            host ->
                new InetAddress[] {
                  asked.getAndIncrement() == 0 ? address("8.8.8.8") : address("127.0.0.1")
                });

    assertEquals(address("8.8.8.8"), first);
    assertEquals(1, asked.get());
  }

  @Test
  void plainHttpIsForNamedAddressesAlone() throws NotCalled {
    HookAddress plain = HookAddress.parse("http://127.0.0.7:8099/hook");

    assertThrows(
        NotCalled.class,
        () ->
            HookAddress.parse("http://soft.example.jp/")
                .checked(NONE, host -> new InetAddress[] {address("8.8.8.8")}));
    assertEquals(
        8099,
        plain.checked(Reach.allowing("127.0.0.7"), InetAddress::getAllByName) == null
            ? 0
            : plain.port());
  }
}
