package jp.careplan.launcher.api;

import org.jspecify.annotations.Nullable;

/** What a sign-in answered. The token is kept in memory only. */
public record Session(
    String token,
    String userId,
    OfficeName office,
    @Nullable Terminal terminal,
    @Nullable String expiresAt,
    @Nullable Licence licence) {

  public record Terminal(@Nullable String id, @Nullable String name) {}

  /** ライセンス: {@code RUNNING} while sending is allowed; {@code until} is a day. */
  public record Licence(String state, @Nullable String until) {
    public boolean runs() {
      return state.equals("RUNNING") || state.equals("FREE");
    }
  }

  @Override
  public String toString() {
    return "Session[" + userId + "]";
  }
}
