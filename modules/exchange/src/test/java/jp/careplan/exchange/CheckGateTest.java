package jp.careplan.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

class CheckGateTest {
  @Test
  void countsANetworkOfTheNewAddressesAsOneSource() {
    assertEquals(
        CheckGate.network("2001:db8:1:2::1"), CheckGate.network("2001:db8:1:2:ff::9%eth0"));
    assertNotEquals(CheckGate.network("2001:db8:1:2::1"), CheckGate.network("2001:db8:1:3::1"));
    assertNotEquals(CheckGate.network("192.0.2.1"), CheckGate.network("192.0.2.2"));
  }
}
