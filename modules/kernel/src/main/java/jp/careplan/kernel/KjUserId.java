package jp.careplan.kernel;

import static jp.careplan.kernel.KernelProblem.BAD_USER_ID;
import static jp.careplan.kernel.KernelProblem.PROXY_USER_ID;

import java.io.Serializable;
import java.util.regex.Pattern;

/**
 * The user ID of 電子請求受付システム: {@code KJ}, prefecture (2 digits), office number (10). IDs that begin
 * with {@code HD} belong to claim proxies and are refused with a reason of their own.
 */
public record KjUserId(String value) implements Serializable {
  private static final Pattern SHAPE = Pattern.compile("KJ[0-9]{2}[0-9]{2}[0-9A-Z][0-9]{7}");

  public KjUserId {
    if (value.startsWith("HD")) {
      throw new DomainException(PROXY_USER_ID, "HDで始まるIDは代理請求用です");
    }
    if (!SHAPE.matcher(value).matches()) {
      throw new DomainException(BAD_USER_ID, "KJで始まる14文字のIDを入力してください");
    }
  }

  /** The office the account belongs to. */
  public OfficeNumber office() {
    return new OfficeNumber(value.substring(4));
  }

  /** As whoever signs in with it. */
  public UserId user() {
    return new UserId(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
