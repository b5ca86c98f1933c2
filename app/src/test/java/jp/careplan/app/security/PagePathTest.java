package jp.careplan.app.security;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagePathTest {
  @ParameterizedTest
  @ValueSource(strings = {"/office/home", "/office/home.xhtml", "/office/download/x/all"})
  void wantsACareSessionForEverythingOfTheOffice(String path) {
    assertTrue(new PagePath(path).wantsCareSession());
    assertTrue(new PagePath(path).isBehindLock());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/account/sign-in",
        "/account/sign-in.xhtml",
        "/account/password",
        "/account/reset",
        "/account/new-password",
        "/account/recover",
        "/account/stop-terminal",
        "/account/id-request",
        "/account/join",
        "/account/passkey-sign-in",
        "/",
        "/enter",
        "/way-in"
      })
  void leadsInWithoutASession(String path) {
    assertFalse(new PagePath(path).wantsSession());
  }

  @Test
  void opensTheLockToASessionAlone() {
    assertTrue(new PagePath("/account/locked").wantsSession());
    assertFalse(new PagePath("/account/locked").isBehindLock());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/desk",
        "/desk/",
        "/desk/home",
        "/desk/home.xhtml",
        "/desk/trail-export",
        "/desk/sign-in/x",
        "/desk/no-such-page",
        "/desk/office.xhtml"
      })
  void wantsAnOperatorForEverythingOfTheDesk(String path) {
    assertTrue(new PagePath(path).wantsOperator());
    assertTrue(new PagePath(path).isBehindDeskLock());
    assertFalse(new PagePath(path).wantsSession());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/desk/sign-in", "/desk/set-up", "/desk/session/hand", "/", "/desks"})
  void leadsToTheDeskWithoutOne(String path) {
    assertFalse(new PagePath(path).wantsOperator());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/account/home",
        "/account/mail",
        "/account/recovery-codes",
        "/account/passkey-registration",
        "/account/staff",
        "/account/join/more",
        "/account/sessions.xhtml",
        "/account/reset/more",
        "/account/.xhtml"
      })
  void keepsTheAccountBehindTheLock(String path) {
    assertTrue(new PagePath(path).isBehindLock());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/account/staff", "/account/staff.xhtml", "/account/certificate-file"})
  void keepsWhatConcernsTheOfficeForItsAdministrators(String path) {
    assertTrue(new PagePath(path).wantsAdministrator());
    assertFalse(new PagePath("/account/home").wantsAdministrator());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/account/part/staff-form.xhtml", "/desk/panel/office"})
  void knowsPiecesOfPages(String path) {
    assertTrue(new PagePath(path).isPanel());
  }
}
