package jp.careplan.application.page;

import jakarta.enterprise.context.SessionScoped;
import jakarta.enterprise.inject.Typed;

/** The lock of the operators' pages; an office's password in the same browser does not open it. */
@SessionScoped
@Typed(DeskLock.class)
public class DeskLock extends PageLock {
  private static final long serialVersionUID = 1L;
}
